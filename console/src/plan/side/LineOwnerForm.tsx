import { nameLineOwner, workLines } from '@wangdi/domain/plan/lines/lines.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import type { PlanReply } from '../plan-reply.ts'

/** Names who answers for a line of work, and by when it is to be done. */
export default function LineOwnerForm({
  standing: { line, owner },
  place,
  today,
  onClose,
}: {
  standing: PlanReply['lines'][number]
  place: string
  today: string
  onClose: () => void
}) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  const command = useCommand(nameLineOwner, ['plan'])
  const [id] = useState(() => newId())
  const [name, setName] = useState(owner ?? '')
  const [due, setDue] = useState('')
  const save = () => command.mutate({ id, place, line, name: name.trim(), due_on: due || null }, { onSuccess: onClose })
  return (
    <Modal
      open
      title={t('owner.title', { line: say(workLines[line]) })}
      okText={t('owner.save')}
      okButtonProps={{ disabled: name.trim() === '', loading: command.isPending }}
      onCancel={onClose}
      onOk={save}
    >
      <label className="plan-note">
        {t('owner.name')}
        <Input value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />
      </label>
      <label className="plan-note">
        {t('owner.due')}
        <Input type="date" min={today} value={due} onChange={(event) => setDue(event.target.value)} />
      </label>
      <p className="quiet small">{t('owner.dueWhy')}</p>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
