import { recordHealth } from '@wangdi/domain/health/health.api.ts'
import type { Disease } from '@wangdi/domain/health/health.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { Input, InputNumber, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../shell/call.ts'
import type { TierLine } from './TierTable.tsx'

const sources = ['clinic', 'self', 'family', 'visit'] as const

/** What was told of a person's health; what is left out stays as it was. */
export default function RecordForm({ row, onClose }: { row: TierLine; onClose: () => void }) {
  const { t } = useTranslation('health')
  const today = dayOf(useNow())
  const command = useCommand(recordHealth, ['health', 'plan'])
  const [id] = useState(() => newId())
  const [disease, setDisease] = useState<Disease | 'keep'>('keep')
  const [doses, setDoses] = useState<number | null>(null)
  const [lastDose, setLastDose] = useState('')
  const [infected, setInfected] = useState<'keep' | 'no' | 'yes'>('keep')
  const [since, setSince] = useState('')
  const [source, setSource] = useState<(typeof sources)[number]>('visit')
  const told = {
    ...(disease !== 'keep' ? { disease } : {}),
    ...(doses !== null ? { doses } : {}),
    ...(lastDose ? { last_dose_on: lastDose } : {}),
    ...(infected === 'no' ? { infected_since: null } : {}),
    ...(infected === 'yes' && since ? { infected_since: since } : {}),
  }
  const ready = Object.keys(told).length > 0 && (infected !== 'yes' || since !== '')
  return (
    <Modal
      open
      width={480}
      title={t('record.title', { name: row.name })}
      okText={t('ui:save')}
      okButtonProps={{ disabled: !ready, loading: command.isPending }}
      onOk={() => command.mutate({ id, person: row.person, stated_on: today, source, ...told }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className="list-form">
        <p className="quiet">{t('record.lead')}</p>
        <label>
          {t('record.disease')}
          <Select
            value={disease}
            onChange={setDisease}
            options={[
              { value: 'keep', label: t('record.keep') },
              ...(['none', 'stable', 'unstable'] as const).map((one) => ({ value: one, label: t(`disease.${one}`) })),
            ]}
          />
        </label>
        <div className="pair">
          <label>
            {t('record.doses')}
            <InputNumber min={0} max={20} value={doses} onChange={setDoses} style={{ width: '100%' }} />
          </label>
          <label>
            {t('record.lastDose')}
            <Input type="date" max={today} value={lastDose} onChange={(event) => setLastDose(event.target.value)} />
          </label>
        </div>
        <div className="field">
          <span>{t('record.infected')}</span>
          <Radio.Group
            vertical
            aria-label={t('record.infected')}
            value={infected}
            options={[
              { value: 'keep', label: t('record.infectedKeep') },
              { value: 'no', label: t('record.infectedNo') },
              { value: 'yes', label: t('record.infectedYes') },
            ]}
            onChange={(event) => setInfected(event.target.value)}
          />
          {infected === 'yes' && (
            <Input
              type="date"
              aria-label={t('record.infectedYes')}
              max={today}
              value={since}
              onChange={(event) => setSince(event.target.value)}
            />
          )}
        </div>
        <label>
          {t('record.source')}
          <Select
            value={source}
            onChange={setSource}
            options={sources.map((one) => ({ value: one, label: t(`record.sources.${one}`) }))}
          />
        </label>
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}
