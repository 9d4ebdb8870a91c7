import { enterDocument } from '@wangdi/domain/documents/documents.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { DocumentChoice } from './DocumentChoice.tsx'

/** Enters a document of the place; with tasks it goes down to every community below as a plan. */
export default function EnterForm({ place, onClose }: { place: string; onClose: () => void }) {
  const { t } = useTranslation('library')
  const today = dayOf(useNow())
  const [id] = useState(() => newId())
  const [said, setSaid] = useState({
    title: '',
    issuer: '',
    number: '',
    issued_on: today,
    valid_from: '',
    valid_until: '',
    summary: '',
  })
  const [follows, setFollows] = useState<string[]>([])
  const [tasks, setTasks] = useState('')
  const [due, setDue] = useState('')
  const command = useCommand(enterDocument, ['documents.list'])
  const set = (key: keyof typeof said) => (event: { target: { value: string } }) =>
    setSaid({ ...said, [key]: event.target.value })
  const lines = tasks
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const ready = [said.title, said.issuer, said.number, said.issued_on, said.summary].every((text) => text.trim() !== '')
  const save = () =>
    command.mutate(
      {
        ...{ ...said, id, place, follows },
        ...{ valid_from: said.valid_from || null, valid_until: said.valid_until || null },
        tasks: lines.map((text, nth) => ({ id: taskId(id, nth), text, due_on: due || null })),
      },
      { onSuccess: onClose },
    )
  return (
    <Modal
      open
      width={560}
      title={t('entering')}
      okText={t('ui:save')}
      okButtonProps={{ disabled: !ready, loading: command.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="list-form">
        <label>
          {t('name')}
          <Input value={said.title} maxLength={120} onChange={set('title')} />
        </label>
        <label>
          {t('issuer')}
          <Input value={said.issuer} maxLength={80} onChange={set('issuer')} />
        </label>
        <label>
          {t('number')}
          <Input value={said.number} maxLength={60} onChange={set('number')} />
        </label>
        <label>
          {t('issued')}
          <Input type="date" max={today} value={said.issued_on} onChange={set('issued_on')} />
        </label>
        <label>
          {t('from')}
          <Input type="date" value={said.valid_from} onChange={set('valid_from')} />
        </label>
        <label>
          {t('until')}
          <Input type="date" value={said.valid_until} onChange={set('valid_until')} />
        </label>
        <label>
          {t('summary')}
          <Input.TextArea
            rows={3}
            maxLength={2000}
            placeholder={t('summaryHint')}
            value={said.summary}
            onChange={set('summary')}
          />
        </label>
        <label>
          {t('follows')}
          <DocumentChoice place={place} most={20} chosen={follows} label={t('follows')} onChange={setFollows} />
        </label>
        <label>
          {t('tasks')}
          <Input.TextArea
            rows={4}
            placeholder={t('tasksHint')}
            value={tasks}
            onChange={(event) => setTasks(event.target.value)}
          />
        </label>
        {lines.length > 0 && (
          <label>
            {t('due')}
            <Input type="date" min={today} value={due} onChange={(event) => setDue(event.target.value)} />
          </label>
        )}
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}

// The same press again must be the same command: ids of tasks follow from that of the document.
const taskId = (document: string, nth: number) => document.slice(0, -3) + nth.toString(16).padStart(3, '0')
