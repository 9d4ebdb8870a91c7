import { stateTask } from '@wangdi/domain/documents/documents.api.ts'
import type { DocumentTask, TaskState } from '@wangdi/domain/documents/documents.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'

const tones = { done: 'done', part: 'due', not: 'not' } as const

/** What a plan asks of every community, and how far the community looked at is. */
export function Tasks({ tasks, place }: { tasks: readonly DocumentTask[]; place: string }) {
  const { t } = useTranslation('library')
  const { access } = useSession()
  const today = dayOf(useNow())
  const [filling, setFilling] = useState<DocumentTask>()
  const fills = 'documents.state-task' in access && place.length === 12
  return (
    <section className="card" aria-label={t('tasks')}>
      <h2 className="card-head">{t('tasks')}</h2>
      <ul className="library-rules">
        {tasks.map((task) => (
          <li key={task.id}>
            {task.text}{' '}
            {task.due_on && (
              <small>
                {t('due')} {formatDay(task.due_on, today)}
              </small>
            )}{' '}
            {place.length === 12 && (
              <Tag tone={task.state ? tones[task.state.state] : 'plain'}>
                {task.state ? t(`states.${task.state.state}`) : t('unsaid')}
              </Tag>
            )}{' '}
            {task.state && (
              <small>
                {task.state.note} {t('filled', { by: task.state.by ?? '', day: formatDay(dayOf(task.state.at), today) })}
              </small>
            )}{' '}
            {fills && (
              <button type="button" className="w-link" onClick={() => setFilling(task)}>
                {t('fill')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {filling && <StateForm task={filling} community={place} onClose={() => setFilling(undefined)} />}
    </section>
  )
}

function StateForm({ task, community, onClose }: { task: DocumentTask; community: string; onClose: () => void }) {
  const { t } = useTranslation('library')
  const [id] = useState(() => newId())
  const [state, setState] = useState<TaskState>('done')
  const [note, setNote] = useState('')
  const command = useCommand(stateTask, ['documents.get', 'documents.reached'])
  const said = { id, task: task.id, community, state, note: note.trim() }
  return (
    <Modal
      open
      width={460}
      title={task.text}
      okText={t('ui:save')}
      okButtonProps={{ disabled: state !== 'done' && said.note === '', loading: command.isPending }}
      onOk={() => command.mutate(said, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className="list-form">
        <Radio.Group aria-label={t('state')} value={state} onChange={(event) => setState(event.target.value as TaskState)}>
          {(['done', 'part', 'not'] as const).map((each) => (
            <Radio key={each} value={each}>
              {t(`states.${each}`)}
            </Radio>
          ))}
        </Radio.Group>
        <label>
          {t('why')}
          <Input.TextArea
            rows={2}
            maxLength={400}
            placeholder={t('whyHint')}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}
