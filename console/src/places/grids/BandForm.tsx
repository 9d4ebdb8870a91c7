import { setLoadBand } from '@wangdi/domain/places/places.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../shell/call.ts'

const countyDigits = 6

/** From how many households a grid is said to be full and overloaded: one setting for the whole county. */
export default function BandForm({
  community,
  band,
  onClose,
}: {
  community: string
  band: { full: number; over: number }
  onClose: () => void
}) {
  const { t } = useTranslation('grids')
  const command = useCommand(setLoadBand, ['plan', 'places'])
  const [full, setFull] = useState<number | null>(band.full)
  const [over, setOver] = useState<number | null>(band.over)
  const ready = full !== null && over !== null && full < over
  return (
    <Modal
      open
      width={420}
      title={t('setBand.title')}
      okText={t('ui:save')}
      okButtonProps={{ disabled: !ready, loading: command.isPending }}
      onOk={() => ready && command.mutate({ place: community.slice(0, countyDigits), full, over }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className="list-form">
        <p className="quiet">{t('setBand.lead')}</p>
        <div className="pair">
          <label>
            {t('setBand.full')}
            <InputNumber min={1} max={100_000} value={full} onChange={setFull} style={{ width: '100%' }} />
          </label>
          <label>
            {t('setBand.over')}
            <InputNumber min={1} max={100_000} value={over} onChange={setOver} style={{ width: '100%' }} />
          </label>
        </div>
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}
