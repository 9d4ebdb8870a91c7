import { stateMeasure } from '@wangdi/domain/plan/plan.api.ts'
import { mayBeNone } from '@wangdi/domain/plan/plan.rules.ts'
import type { PlanItem } from '@wangdi/domain/plan/plan.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { Source } from './Source.tsx'

type Stated = NonNullable<PlanItem['statement']>['state']
const howFar = ['done', 'part', 'not'] as const

/** Says by name how far a measure is that no record proves, or that there is none here of what its empty register would hold. */
export default function StatementForm({ item, place, onClose }: { item: PlanItem; place: string; onClose: () => void }) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  const command = useCommand(stateMeasure, ['plan'])
  const [id] = useState(() => newId())
  const [state, setState] = useState<Stated>()
  const [note, setNote] = useState('')
  const isEmpty = mayBeNone(item.evidence) || item.statement?.state === 'none'
  const choices: readonly Stated[] = isEmpty ? ['none'] : howFar
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
      <p className="quiet">{t(isEmpty ? 'statement.leadNone' : 'statement.lead', { proof })}</p>
      <Radio.Group value={state} onChange={(event) => setState(event.target.value)} aria-label={t('statement.how')}>
        {choices.map((one) => (
          <Radio key={one} value={one}>
            {t(`measure.${one}`)}
          </Radio>
        ))}
      </Radio.Group>
      <label className="plan-note">
        {t('statement.note')}
        <Input.TextArea value={note} maxLength={300} rows={3} onChange={(event) => setNote(event.target.value)} />
      </label>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
