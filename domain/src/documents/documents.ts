import Type, { type Static } from 'typebox'
import { Day, Id, Instant, Maybe, OneOf, PlaceCode, Text } from '../schema.ts'

/** A document's id: a UUID, or the short name of one that comes with the system. */
export const DocumentId = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,39}$', minLength: 2, maxLength: 40 })

/** The largest file of an original, in bytes: 20 MB. */
export const largestFile = 20 * 1024 * 1024

/** The road on which the bytes of an original come up, and where one is fetched. */
export const documentFilesPath = '/api/documents/files'

export const FileKind = OneOf('pdf', 'doc', 'docx', 'txt')
export type FileKind = Static<typeof FileKind>

/** An original as it was handed in; its bytes are fetched on their own road. */
export const DocumentFile = Type.Object({
  id: Id,
  name: Type.String(),
  kind: FileKind,
  /** Bytes. */
  size: Type.Integer(),
  hash: Type.String(),
  at: Instant,
})
export type DocumentFile = Static<typeof DocumentFile>

/** What became of a task in one community, by a named person's word. */
export const TaskState = OneOf('done', 'part', 'not')
export type TaskState = Static<typeof TaskState>

/** A task that a plan gives to every community below it. */
export const DocumentTask = Type.Object({
  id: Id,
  text: Type.String(),
  due_on: Maybe(Day),
  /** Of the community that is looked at; null while nobody said anything, or above the community. */
  state: Maybe(
    Type.Object({
      state: TaskState,
      note: Type.String(),
      /** Only within the county. */
      by: Maybe(Type.String()),
      at: Instant,
    }),
  ),
})
export type DocumentTask = Static<typeof DocumentTask>

/** A rule that cites a document. */
export const Citing = Type.Object({
  pack: Type.String(),
  version: Type.Integer(),
  rule: Type.String(),
  section: Type.String(),
  text: Type.Object({ zh: Type.String(), en: Type.String() }),
})
export type Citing = Static<typeof Citing>

/** A tier as the version in force words it: its strategy sentence and the technical plan it follows. */
export const TierLine = Type.Object({
  pack: Type.String(),
  version: Type.Integer(),
  tier: Type.String(),
  name: Type.Object({ zh: Type.String(), en: Type.String() }),
  strategy: Type.Object({ zh: Type.String(), en: Type.String() }),
  /** The technical plan it follows. */
  follows: Maybe(Type.Object({ zh: Type.String(), en: Type.String() })),
})
export type TierLine = Static<typeof TierLine>

const Words = Type.Object({ zh: Type.String(), en: Type.String() })

/** An entry of the policy library. */
export const DocumentLine = Type.Object({
  id: DocumentId,
  place: PlaceCode,
  title: Words,
  issuer: Words,
  number: Type.String(),
  issued_on: Day,
  valid_from: Maybe(Day),
  valid_until: Maybe(Day),
  summary: Words,
  follows: Type.Array(DocumentId),
  replaced_by: Maybe(Type.Object({ document: DocumentId, from: Day })),
  source: OneOf('house', 'person'),
  files: Type.Integer(),
  tasks: Type.Integer(),
  rules: Type.Integer(),
  /** When the place that is looked at confirmed having read it. */
  read_at: Maybe(Instant),
})
export type DocumentLine = Static<typeof DocumentLine>

/** What somebody writes of a new document. */
export const Entry = {
  title: Text(120, 1),
  issuer: Text(80, 1),
  number: Text(60, 1),
  issued_on: Day,
  valid_from: Maybe(Day),
  valid_until: Maybe(Day),
  summary: Text(2000, 1),
  follows: Type.Array(DocumentId, { maxItems: 20 }),
}

/** How far a document has come below a place: communities in all, those that confirmed, and each task by state. */
export const ReachedLine = Type.Object({
  place: PlaceCode,
  name: Type.String(),
  communities: Type.Integer(),
  read: Type.Integer(),
  tasks: Type.Array(Type.Object({ task: Id, done: Type.Integer(), part: Type.Integer(), not: Type.Integer() })),
})
export type ReachedLine = Static<typeof ReachedLine>
