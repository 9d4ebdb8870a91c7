import Type from 'typebox'
import { command, query } from '../endpoint.ts'
import { CommunityCode, Day, Id, Listing, Maybe, Page, PlaceCode, Text } from '../schema.ts'
import {
  Citing,
  DocumentFile,
  DocumentId,
  DocumentLine,
  DocumentTask,
  Entry,
  ReachedLine,
  TaskState,
  TierLine,
} from './documents.ts'

/** The documents that concern a place: its own, those of what it lies in, and those of the system; newest first. */
export const listDocuments = query({
  name: 'documents.list',
  at: 'GET /documents',
  words: { zh: '看政策库', en: 'See the policy library' },
  /** `words` of title, issuer or number. */
  input: Type.Object({ place: PlaceCode, words: Type.Optional(Text(60)), ...Page.properties }),
  reply: Listing(DocumentLine),
})

/** A document with its files, tasks, the rules that cite it, and the tiers it words. */
export const getDocument = query({
  name: 'documents.get',
  at: 'GET /documents/entries/:document',
  words: { zh: '看一份文件', en: 'Read a document' },
  input: Type.Object({ document: DocumentId, place: PlaceCode }),
  reply: Type.Object({
    document: DocumentLine,
    files: Type.Array(DocumentFile),
    tasks: Type.Array(DocumentTask),
    citing: Type.Array(Citing),
    tiers: Type.Array(TierLine),
    /** Documents it rests on, and those that rest on it. */
    follows: Type.Array(DocumentLine),
    followed_by: Type.Array(DocumentLine),
  }),
})

/** Enters a document of the own place; with tasks it is a plan that every community below receives. */
export const enterDocument = command({
  name: 'documents.enter',
  at: 'POST /documents',
  words: { zh: '登记文件、下发方案', en: 'Enter a document or send down a plan' },
  input: Type.Object({
    id: Id,
    place: PlaceCode,
    ...Entry,
    tasks: Type.Array(Type.Object({ id: Id, text: Text(400, 1), due_on: Maybe(Day) }), { maxItems: 60 }),
  }),
  reply: Type.Object({ id: Id }),
})

/** Says that a later document takes the place of one of the own place. */
export const replaceDocument = command({
  name: 'documents.replace',
  at: 'POST /documents/entries/:document/replace',
  words: { zh: '写明被哪份文件代替', en: 'Say what replaces a document' },
  input: Type.Object({ document: DocumentId, by_document: DocumentId, from: Day }),
  reply: Type.Object({ document: DocumentId }),
})

/** Confirms for the own place that a document was received and read. */
export const confirmReceipt = command({
  name: 'documents.confirm-receipt',
  at: 'POST /documents/entries/:document/receipt',
  words: { zh: '签收文件', en: 'Confirm a document' },
  input: Type.Object({ document: DocumentId }),
  reply: Type.Object({ document: DocumentId }),
})

/** Says how far a task of a plan is in the own community; the newest word counts. */
export const stateTask = command({
  name: 'documents.state-task',
  at: 'POST /documents/tasks/:task/state',
  words: { zh: '填任务进展', en: 'Say how far a task is' },
  input: Type.Object({ id: Id, task: Id, community: CommunityCode, state: TaskState, note: Text(400) }),
  reply: Type.Object({ id: Id }),
})

/** How many communities below have read a document and how far its tasks are, by the next level; never by person. */
export const countReached = query({
  name: 'documents.reached',
  at: 'GET /documents/entries/:document/reached',
  words: { zh: '看签收和进展', en: 'See who received it and how far it is' },
  input: Type.Object({ document: DocumentId, place: PlaceCode }),
  reply: Type.Object({ total: ReachedLine, below: Type.Array(ReachedLine) }),
})
