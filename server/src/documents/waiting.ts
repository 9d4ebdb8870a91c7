import { waiting } from '@wangdi/domain/documents/waiting.ts'
import { type Asking, endOf, joinWaiting, mostOfPart, type Waits } from '../kinds/index.ts'
import { listOpenTasks, listUnread } from './waiting.queries.ts'

const unread = async ({ db, actor, today }: Asking): Promise<Waits[]> =>
  (await listUnread(db, actor.place, today, mostOfPart)).map(({ id, title, at }) => ({
    ...{ id, about: actor.place, at, due_at: null, said: title },
  }))

const tasks = async ({ db, actor, today }: Asking): Promise<Waits[]> =>
  (await listOpenTasks(db, actor.place, today, mostOfPart)).map(({ document, said, at, due_on }) => ({
    ...{ id: document, about: actor.place, at, said, due_at: due_on && endOf(due_on) },
  }))

joinWaiting(
  { what: 'documents.unread', ask: waiting['documents.unread'].ask, verb: 'documents.confirm-receipt', list: unread },
  { what: 'documents.task', ask: waiting['documents.task'].ask, verb: 'documents.state-task', list: tasks },
)
