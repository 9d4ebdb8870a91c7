import type { Finding as PolicyFinding } from '@wangdi/policy/engine/answer.ts'
import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import { type Subject, subjects } from '@wangdi/policy/vocabulary.ts'
import Type, { type Static } from 'typebox'
import { command, query } from '../endpoint.ts'
import { BroughtLine } from './brought.ts'
import { Day, Id, Instant, Maybe, OneOf, PlaceCode, Text, Verbatim } from '../schema.ts'

/** The longest text of a pack or of its cases, in characters: five thousand rules are 1,600,000, the longest notice so far has 45,000. */
export const longestText = 2_000_000

export const PackId = Type.String({ pattern: '^[a-z0-9][a-z0-9.-]{1,60}$', maxLength: 61, minLength: 2 })
const Words = Type.Object({ zh: Type.String(), en: Type.String() })

/** A published version: what it is, from when it is read, who published it, and whether its signature holds. */
export const VersionLine = Type.Object({
  pack: PackId,
  version: Type.Integer(),
  place: PlaceCode,
  title: Words,
  is: OneOf('regime', 'adds', 'law', 'terms', 'grading', 'settings'),
  /** What it is about; null for a law. */
  subject: Maybe(OneOf(...(Object.keys(subjects) as Subject[]))),
  document: Type.String(),
  authority: Words,
  /** The first day it is read for, and the last; null while nothing ends it. */
  from: Day,
  until: Maybe(Day),
  /** In force, still to come, past, or overtaken before its day came. */
  state: OneOf('in-force', 'coming', 'past', 'overtaken'),
  source: OneOf('house', 'person'),
  submitted_by: Type.String(),
  published_by: Type.String(),
  published_at: Instant,
  key: Type.String(),
  /** What it asks to have recorded or confirmed for places. */
  brings: Type.Array(BroughtLine),
})
export type VersionLine = Static<typeof VersionLine>

/** A fault of a pack, as the engine says it. */
export const Finding = Type.Unsafe<PolicyFinding>({})

/** A draft in the list: whose, of what, how far. */
export const DraftLine = Type.Object({
  id: Id,
  place: PlaceCode,
  pack: PackId,
  state: OneOf('draft', 'submitted', 'published', 'dropped'),
  note: Type.String(),
  edition: Type.Integer(),
  saved_by: Type.String(),
  saved_at: Instant,
  submitted_by: Maybe(Type.String()),
  submitted_at: Maybe(Instant),
  /** Whether the one who asks submitted it: then another person publishes. */
  mine: Type.Boolean(),
})
export type DraftLine = Static<typeof DraftLine>

const on = Type.Optional(Day)
const Made = Type.Object({ id: Id, edition: Type.Integer() })

/** The published versions that hold at a place or below it, newest first. */
export const listVersions = query({
  name: 'documents.packs',
  at: 'GET /documents/packs',
  words: { zh: '看规则包', en: 'See policy packs' },
  input: Type.Object({ place: PlaceCode, on }),
  reply: Type.Object({ day: Day, packs: Type.Array(VersionLine) }),
})

/** One version with its texts; the newest unless a number is given. */
export const readVersion = query({
  name: 'documents.pack',
  at: 'GET /documents/packs/:pack',
  words: { zh: '看一个规则包', en: 'Read a policy pack' },
  input: Type.Object({ pack: PackId, version: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) }),
  reply: Type.Object({ line: VersionLine, body: Type.String(), cases: Type.String(), versions: Type.Array(VersionLine) }),
})

/** The newest version of every pack that reaches the own place, as data: what an editor tries a draft beside while it is typed. */
export const readLibrary = query({
  name: 'documents.library',
  at: 'GET /documents/library',
  words: { zh: '取全部规则包', en: 'Fetch all policy packs' },
  input: Type.Object({}),
  reply: Type.Object({ packs: Type.Array(Type.Unsafe<Pack>({})) }),
})

/** Saves a draft, for its place or another within reach; a draft holds for nobody. `edition` is the one it was made on, 0 for a new draft. */
export const saveDraft = command({
  name: 'documents.save-draft',
  at: 'POST /documents/drafts',
  words: { zh: '保存草稿', en: 'Save a draft' },
  input: Type.Object({
    id: Id,
    place: PlaceCode,
    pack: PackId,
    body: Verbatim(longestText),
    cases: Verbatim(longestText),
    edition: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  }),
  reply: Made,
})

/** The drafts of a place and below. */
export const listDrafts = query({
  name: 'documents.drafts',
  at: 'GET /documents/drafts',
  words: { zh: '看草稿', en: 'See drafts' },
  input: Type.Object({ place: PlaceCode }),
  reply: Type.Object({ drafts: Type.Array(DraftLine) }),
})

/** A draft with its texts and everything that is wrong with it: form, sources, dates, cases, and what it restricts beyond wider rules. */
export const readDraft = query({
  name: 'documents.draft',
  at: 'GET /documents/drafts/:id',
  words: { zh: '看一份草稿', en: 'Read a draft' },
  input: Type.Object({ id: Id }),
  reply: Type.Object({
    line: DraftLine,
    body: Type.String(),
    cases: Type.String(),
    findings: Type.Array(Finding),
    /** How many cases ran, and the number this version will have. */
    ran: Type.Integer(),
    next_version: Type.Integer(),
  }),
})

/** Hands a draft without findings to a second person. */
export const submitDraft = command({
  name: 'documents.submit-draft',
  at: 'POST /documents/drafts/:id/submit',
  words: { zh: '提交审核', en: 'Submit a draft' },
  input: Type.Object({ id: Id, edition: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }),
  reply: Made,
})

/** Sends a submitted draft back with a reason, or drops one. */
export const returnDraft = command({
  name: 'documents.return-draft',
  at: 'POST /documents/drafts/:id/return',
  words: { zh: '退回或作废草稿', en: 'Send back or drop a draft' },
  input: Type.Object({
    id: Id,
    edition: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    to: OneOf('draft', 'dropped'),
    note: Text(400, 1),
  }),
  reply: Made,
})

/** A second person publishes a submitted draft: a new version, signed, read from a day on, never changed again. */
export const publishDraft = command({
  name: 'documents.publish-draft',
  at: 'POST /documents/drafts/:id/publish',
  words: { zh: '发布规则包', en: 'Publish a policy pack' },
  input: Type.Object({
    id: Id,
    edition: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    from: Day,
    /** On what ground a pack is published that restricts more than wider rules: reason, authority, number of its paper. */
    beyond: Type.Optional(Type.Object({ words: Text(400, 1), authority: Text(120, 1), number: Text(60, 1) })),
  }),
  reply: Type.Object({ id: Id, version: Type.Integer() }),
})
