import { stateMeasure } from '@wangdi/domain/plan/plan.api.ts'
import type { PlanItem } from '@wangdi/domain/plan/plan.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { Source } from './Source.tsx'

/** Says by name how far a measure is that no record proves. */
export default function StatementForm({ item, place, onClose }: { item: PlanItem; place: string; onClose: () => void }) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  const command = useCommand(stateMeasure, ['plan'])
  const [id] = useState(() => newId())
  const [state, setState] = useState<'done' | 'part' | 'not'>()
  const [note, setNote] = useState('')
  const proof = item.proof_words.map(say).join(t('comma'))
  return (
    <Modal
      open
      title={say(item.text)}
      okText={t('ui:save')}
      okButtonProps={{ disabled: !state, loading: command.isPending }}
      onCancel={onClose}
      onOk={() => state && command.mutate({ id, place, measure: item.id, state, note: note.trim() }, { onSuccess: onClose })}
    >
      <p>
        <Source source={item.source} />
      </p>
      <p className="quiet">{t('statement.lead', { proof })}</p>
      <Radio.Group value={state} onChange={(event) => setState(event.target.value)} aria-label={t('statement.how')}>
        <Radio value="done">{t('measure.done')}</Radio>
        <Radio value="part">{t('measure.part')}</Radio>
        <Radio value="not">{t('measure.not')}</Radio>
      </Radio.Group>
      <label className="plan-note">
        {t('statement.note')}
        <Input.TextArea value={note} maxLength={300} rows={3} onChange={(event) => setNote(event.target.value)} />
      </label>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
