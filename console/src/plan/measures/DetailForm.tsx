import { detailMeasure } from '@wangdi/domain/plan/details/details.ts'
import type { PlanItem } from '@wangdi/domain/plan/plan.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { Source } from './Source.tsx'

/** Writes how a measure of the package is done here: how, by whom, when. */
export default function DetailForm({ item, place, onClose }: { item: PlanItem; place: string; onClose: () => void }) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  const command = useCommand(detailMeasure, ['plan'])
  const [id] = useState(() => newId())
  const [how, setHow] = useState(item.detail?.how ?? '')
  const [who, setWho] = useState(item.detail?.who ?? '')
  const [hours, setHours] = useState(item.detail?.hours ?? '')
  const written = `${how}${who}${hours}`.trim() !== ''
  return (
    <Modal
      open
      title={t('detail.title')}
      okText={t('ui:save')}
      okButtonProps={{ disabled: !written && !item.detail, loading: command.isPending }}
      onCancel={onClose}
      onOk={() => command.mutate({ id, place, measure: item.id, how, who, hours }, { onSuccess: onClose })}
    >
      <p>
        <b>{say(item.text)}</b> <Source source={item.source} />
      </p>
      <p className="quiet">{t('detail.lead')}</p>
      <label className="plan-note">
        {t('detail.how')}
        <Input.TextArea value={how} maxLength={400} rows={3} onChange={(event) => setHow(event.target.value)} />
      </label>
      <label className="plan-note">
        {t('detail.who')}
        <Input value={who} maxLength={80} onChange={(event) => setWho(event.target.value)} />
      </label>
      <label className="plan-note">
        {t('detail.hours')}
        <Input value={hours} maxLength={80} onChange={(event) => setHours(event.target.value)} />
      </label>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
