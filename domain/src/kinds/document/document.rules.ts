import { addDays, shanghaiDay } from '../../day.ts'
import type { Problem } from '../../problem.ts'
import type { Day, Id, Instant } from '../../schema.ts'
import type { Field, Fields, Values } from '../fields.ts'
import { problems } from '../kinds.problems.ts'
import { inOrder } from '../order.ts'
import { settle, whyNot } from '../when.ts'
import { type DocumentAct, type DocumentKind, type PaperAct, type Version, versionStates } from './document.ts'

/** A document by its acts alone: its versions, the one in force and the day to look at it again. */
export interface Paper {
  /** Oldest first. */
  readonly versions: readonly Version[]
  readonly in_force: number | null
  readonly review_on: Day | null
  /** When the last act was done. */
  readonly last_at: Instant | null
  readonly strays: readonly Id[]
}

/** A document before its first version. */
export const unsaved: Paper = { versions: [], in_force: null, review_on: null, last_at: null, strays: [] }

/** The newest version of a document, whatever its state; undefined before the first. */
export const newestOf = ({ versions }: Pick<Paper, 'versions'>): Version | undefined => versions.at(-1)

/** The version that holds; undefined while none does. */
export const inForceOf = ({ versions, in_force }: Pick<Paper, 'versions' | 'in_force'>): Version | undefined =>
  versions.find(({ version }) => version === in_force)

/** The fields that a version is asked: what it changes is asked of none that is the first, and needed of all others. */
export function fieldsOfVersion({ fields, changed = '' }: Pick<DocumentKind, 'fields' | 'changed'>, version: number): Fields {
  const { [changed]: what, ...others } = fields
  if (!what) return fields
  return version === 1 ? others : { ...fields, [changed]: { ...what, must: true } }
}

/** The longest time, in days, for which a document may stand without being looked at. */
export const longestReview = 3 * 366

const isUnready = ({ state }: Pick<Version, 'state'>) => state === 'draft' || state === 'waiting' || state === 'ready'
const ofNewest: readonly DocumentAct[] = ['approve', 'sign', 'publish']

/** Whether an act is open on a version as it stands; a version that is to be signed is not approved before. */
function isOpen({ acts }: DocumentKind, { act }: Pick<PaperAct, 'act'>, { state, signed, filed }: Version): boolean {
  const isDraft = state === 'draft' || state === 'waiting'
  if (act === 'sign') return isDraft && !signed
  if (act === 'approve') return state === 'waiting' || (state === 'draft' && !acts.includes('sign'))
  if (act === 'publish') return state === 'ready'
  if (act === 'file') return (state === 'ready' || state === 'in-force') && !filed
  if (act === 'receive') return state === 'in-force'
  return act === 'withdraw' && state !== 'withdrawn' && state !== 'replaced'
}

function fits(kind: DocumentKind, paper: Paper, act: PaperAct): boolean {
  const newest = newestOf(paper)
  if (!kind.acts.includes(act.act)) return false
  if (act.act === 'save') return act.version === (newest?.version ?? 0) + 1
  const version = paper.versions.find((one) => one.version === act.version)
  if (!version || !isOpen(kind, act, version)) return false
  if (act.act === 'approve' && act.by === version.by) return false
  return !ofNewest.includes(act.act) || version === newest
}

const stateOfNew = ({ acts }: DocumentKind, isSigned: boolean): Version['state'] => {
  if (acts.includes('sign') && !isSigned) return 'draft'
  if (acts.includes('approve')) return 'waiting'
  return acts.includes('publish') ? 'ready' : 'in-force'
}

/** A version after its state changed: from the day on which it comes into force it holds under its number, until its last day. */
function standsAt(kind: DocumentKind, version: Version, state: Version['state'], { at, issued }: PaperAct): Version {
  if (state !== 'in-force') return { ...version, state }
  const last = kind.until === undefined ? undefined : version.values[kind.until]
  return {
    ...{ ...version, state, in_force_from: shanghaiDay(at), issued: issued ?? null },
    until: typeof last === 'string' ? last : null,
  }
}

function receivedBy(kind: DocumentKind, version: Version, { at, place, values }: PaperAct): Version {
  if (!kind.receipt && version.received.some((one) => one.place === place)) return version
  const receipt = { on: shanghaiDay(at), place, values: settle(kind.receipt ?? {}, values ?? {}).values }
  return { ...version, received: [...version.received, receipt] }
}

function changed(kind: DocumentKind, version: Version, act: PaperAct): Version {
  switch (act.act) {
    case 'publish':
      return standsAt(kind, version, 'in-force', act)
    case 'approve':
      return standsAt(kind, version, kind.acts.includes('publish') ? 'ready' : 'in-force', act)
    case 'sign':
      return standsAt(kind, { ...version, signed: true }, stateOfNew(kind, true), act)
    case 'file':
      return { ...version, filed: true }
    case 'receive':
      return receivedBy(kind, version, act)
    default:
      return { ...version, state: 'withdrawn' }
  }
}

function fresh(kind: DocumentKind, act: PaperAct): Version {
  const { version, by, at } = act
  const values = settle(fieldsOfVersion(kind, version), act.values ?? {}).values
  const nothing = { signed: false, in_force_from: null, until: null, issued: null, received: [], filed: false }
  return standsAt(kind, { ...{ version, state: 'draft', by, at, values }, ...nothing }, stateOfNew(kind, false), act)
}

function reviewOf({ reviewOn, reviewDays }: DocumentKind, holds: Version | undefined): Day | null {
  if (!holds?.in_force_from) return null
  const said = reviewOn === undefined ? undefined : holds.values[reviewOn]
  if (typeof said === 'string') return said
  return reviewDays === undefined ? null : addDays(holds.in_force_from, reviewDays)
}

function next(kind: DocumentKind, paper: Paper, act: PaperAct): Paper {
  const touched =
    act.act === 'save'
      ? [...paper.versions, fresh(kind, act)]
      : paper.versions.map((one) => (one.version === act.version ? changed(kind, one, act) : one))
  const newest = touched.at(-1)
  const last = touched.filter((one) => one.state === 'in-force').at(-1)
  // What was not given out goes no further once there is a newer version; what holds does until a newer one does.
  const versions = touched.map((one) =>
    (isUnready(one) && one !== newest) || (one.state === 'in-force' && one !== last)
      ? { ...one, state: 'replaced' as const }
      : one,
  )
  return { ...paper, versions, in_force: last?.version ?? null, review_on: reviewOf(kind, last), last_at: act.at }
}

/** A document after one act more, which is later than all before it; an act that does not fit is a stray. */
export const paperAfter = (kind: DocumentKind, paper: Paper, act: PaperAct): Paper =>
  fits(kind, paper, act) ? next(kind, paper, act) : { ...paper, strays: [...paper.strays, act.id] }

/** Folds the acts of a document. Order, repeats and what has not come yet make no difference to those who hold the same acts. */
export const paperOf = (kind: DocumentKind, acts: readonly PaperAct[]): Paper =>
  inOrder(acts).reduce<Paper>((paper, act) => paperAfter(kind, paper, act), unsaved)

/** Why the words of the next version are refused: what is needed, another document than the one that there is, its next look. */
function whyNotSaved(kind: DocumentKind, said: Values, paper: Paper, now: Instant, asked: number): Problem | undefined {
  const before = newestOf(paper)?.values
  const missing = whyNot(fieldsOfVersion(kind, paper.versions.length + 1), said, asked)
  if (missing) return missing
  const other = before && kind.alike && [kind.title, ...kind.alike].find((name) => said[name] !== before[name])
  if (other !== undefined) {
    const { zh, en } = kind.fields[other]?.words ?? kind.words
    return problems.otherPaper({ field: zh, name: en })
  }
  const on = kind.reviewOn === undefined ? undefined : said[kind.reviewOn]
  const [from, until] = [addDays(shanghaiDay(now), 1), addDays(shanghaiDay(now), longestReview)]
  return typeof on === 'string' && (on < from || on > until) ? problems.reviewDay({ from, until }) : undefined
}

/** Why an act on a document as it stands is refused; a version is approved by another person than its writer, and only the newest. */
export function whyNotPaperAct(
  kind: DocumentKind,
  said: Omit<PaperAct, 'id' | 'at'>,
  paper: Paper,
  now: Instant,
  version = kind.version,
): Problem | undefined {
  const newest = newestOf(paper)
  const { act } = said
  if (!kind.acts.includes(act)) return problems.noSuchAct({ act })
  if (act === 'save') {
    if (said.version !== (newest?.version ?? 0) + 1) return problems.notNewest({ version: newest?.version ?? 0 })
    return whyNotSaved(kind, said.values ?? {}, paper, now, version)
  }
  const about = paper.versions.find((one) => one.version === said.version)
  if (!about) return problems.notNewest({ version: newest?.version ?? 0 })
  if (ofNewest.includes(act) && about !== newest) return problems.notNewest({ version: newest?.version ?? 0 })
  if (!isOpen(kind, said, about)) return problems.notNow({ act, state: about.state, ...versionStates[about.state] })
  if (act === 'approve' && about.by === said.by) return problems.secondPerson({})
  if (act === 'receive') return whyNot(kind.receipt ?? {}, said.values ?? {}, version)
  if (act !== 'withdraw') return undefined
  if ((said.ground ?? '').trim() === '') return problems.groundNeeded({ act })
  const until =
    about.in_force_from !== null && kind.postedDays !== undefined ? addDays(about.in_force_from, kind.postedDays) : null
  return until !== null && shanghaiDay(now) < until ? problems.postedTooShort({ days: kind.postedDays ?? 0, until }) : undefined
}

/** An act that somebody may do, and the version that it would be about. */
export interface OpenAct {
  readonly act: DocumentAct
  readonly version: number
}

/** The acts that somebody may do to a document as it stands, the newest version first; whoever wrote a version does not approve it. */
export function mayActOnPaper(kind: DocumentKind, paper: Paper, by: Id): OpenAct[] {
  const newest = newestOf(paper)
  const open = [...paper.versions]
    .reverse()
    .flatMap((version) =>
      kind.acts
        .filter(
          (act) =>
            (act === 'approve' ? version.by !== by : act !== 'save') &&
            isOpen(kind, { act }, version) &&
            (!ofNewest.includes(act) || version === newest),
        )
        .map((act) => ({ act, version: version.version })),
    )
  return [...open, ...(newest ? [{ act: 'save' as const, version: newest.version + 1 }] : [])]
}

/** Whether what holds is overdue on a day: its last day is over, or nobody looked at it in time. */
export function isPaperOverdue(paper: Paper, today: Day): boolean {
  const until = inForceOf(paper)?.until ?? null
  return paper.in_force !== null && ((until !== null && until < today) || (paper.review_on !== null && paper.review_on < today))
}

/** From which day on somebody has to see to a document: to approve its first version, or to look at what holds; null while it has neither. */
export function dueFrom(paper: Paper): Day | null {
  const holds = inForceOf(paper)
  if (!holds) return isPaperUnready(paper) ? shanghaiDay(newestOf(paper)?.at ?? '') : null
  const [last] = [holds.until, paper.review_on].filter((day) => day !== null).sort()
  return last === undefined ? null : addDays(last, 1)
}

/** A document as it is read above the county: without names, without what is for the office alone, and how often it was received. */
export function paperAbove(kind: DocumentKind, paper: Paper): Paper {
  const open = Object.fromEntries(Object.entries(kind.fields).filter(([, { to, type }]) => to === undefined && type !== 'phone'))
  const versions = paper.versions.map((version) => ({
    ...{ ...version, by: '', values: settle(open, version.values).values },
    received: version.received.map((one) => ({ ...one, values: {} })),
  }))
  return { ...paper, versions, strays: [] }
}

/**
 * What a list of documents shows: all that hold or wait, what holds, what of that is overdue, what is not given out yet, what holds no
 * more, and what somebody has to see to.
 */
export const paperShows = ['all', 'in-force', 'overdue', 'unready', 'over', 'due'] as const
export type PaperShow = (typeof paperShows)[number]

/** The version that a list shows: of what is not given out yet the newest, else the one that holds, else the last there was. */
export const shownVersion = (paper: Paper, show: PaperShow): Version | undefined =>
  (show === 'unready' ? undefined : inForceOf(paper)) ?? newestOf(paper)

/** Whether the newest version of a document waits to be signed, approved or given out. */
export const isPaperUnready = (paper: Paper): boolean => {
  const newest = newestOf(paper)
  return newest !== undefined && isUnready(newest)
}

type Listed = Pick<DocumentKind, 'fields' | 'title' | 'receipt'>

/** The columns of the lists of a document, beside its title: of what it says. */
export const paperColumnsOfList = ({ fields, title }: Listed): [string, Field][] =>
  Object.entries(fields).filter(([name, { list }]) => list === true && name !== title)

/** The columns of the lists of a document that tell its last receipt. */
export const receiptColumns = ({ receipt = {} }: Listed): [string, Field][] =>
  Object.entries(receipt).filter(([, { list }]) => list === true)
