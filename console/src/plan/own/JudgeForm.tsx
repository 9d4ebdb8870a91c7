import { endMeasure, judgeMeasure, type OwnMeasure } from '@wangdi/domain/plan/details/details.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../shell/call.ts'

/** What somebody is about to decide on a measure of a community's own. */
export interface Judgement {
  readonly own: OwnMeasure
  readonly kind: 'approve' | 'refuse' | 'end'
}

/** Approves, refuses or ends a measure; refusing asks a reason. */
export default function JudgeForm({ own, kind, place, onClose }: Judgement & { place: string; onClose: () => void }) {
  const { t } = useTranslation('plan')
  const judge = useCommand(judgeMeasure, ['plan'])
  const end = useCommand(endMeasure, ['plan'])
  const [typed, setTyped] = useState('')
  const reason = typed.trim()
  const error = judge.error ?? end.error
  const save = () => {
    const said = { id: own.id, place, reason }
    if (kind === 'end') end.mutate(said, { onSuccess: onClose })
    else judge.mutate({ ...said, kind: kind === 'approve' ? 'approved' : 'refused' }, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      title={t(`judge.${kind}`)}
      okText={t('judge.save')}
      okButtonProps={{ disabled: kind === 'refuse' && reason === '', loading: judge.isPending || end.isPending }}
      onCancel={onClose}
      onOk={save}
    >
      <p>
        <b>{own.text}</b>
      </p>
      <p className="quiet">{own.reason}</p>
      <label className="plan-note">
        {t(kind === 'refuse' ? 'judge.reason' : 'judge.reasonMay')}
        <Input.TextArea value={typed} maxLength={400} rows={2} onChange={(event) => setTyped(event.target.value)} />
      </label>
      {error ? <ErrorLine problem={error} /> : null}
    </Modal>
  )
}
