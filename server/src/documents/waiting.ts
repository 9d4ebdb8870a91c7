import { waiting } from '@wangdi/domain/documents/waiting.ts'
import { type Asking, endOf, joinWaiting, mostOfPart, type Waits } from '../kinds/index.ts'
import { listOpenTasks, listSubmitted, listUnread } from './waiting.queries.ts'

const unread = async ({ db, actor, today }: Asking): Promise<Waits[]> =>
  (await listUnread(db, actor.place, today, mostOfPart)).map(({ id, title, at }) => ({
    ...{ id, about: actor.place, at, due_at: null, said: title },
  }))

const tasks = async ({ db, actor, today }: Asking): Promise<Waits[]> =>
  (await listOpenTasks(db, actor.place, today, mostOfPart)).map(({ document, said, at, due_on }) => ({
    ...{ id: document, about: actor.place, at, said, due_at: due_on && endOf(due_on) },
  }))

// Handed in for the place, it waits for another editor there.
const drafts = async ({ db, actor }: Asking): Promise<Waits[]> =>
  (await listSubmitted(db, actor.place, actor.account, mostOfPart)).map(({ id, pack, at }) => ({
    ...{ id, about: actor.place, at, due_at: null, said: pack },
  }))

joinWaiting(
  { what: 'documents.draft', ask: waiting['documents.draft'].ask, verb: 'documents.publish-draft', list: drafts },
  { what: 'documents.unread', ask: waiting['documents.unread'].ask, verb: 'documents.confirm-receipt', list: unread },
  { what: 'documents.task', ask: waiting['documents.task'].ask, verb: 'documents.state-task', list: tasks },
)
