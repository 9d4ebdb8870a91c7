import { addDays, shanghaiDay } from '../../day.ts'
import type { Problem } from '../../problem.ts'
import type { Day, Id, Instant } from '../../schema.ts'
import { problems } from '../kinds.problems.ts'
import { inOrder } from '../order.ts'
import { settle, whyNot } from '../when.ts'
import { type DocumentKind, type PaperAct, type Version, versionStates } from './document.ts'

/** A document by its acts alone: its versions, the one in force and the day to look at it again. */
export interface Paper {
  /** Oldest first. */
  readonly versions: readonly Version[]
  readonly in_force: number | null
  readonly review_on: Day | null
  readonly strays: readonly Id[]
}

const empty: Paper = { versions: [], in_force: null, review_on: null, strays: [] }

/** The newest version of a document, whatever its state; undefined before the first. */
export const newestOf = ({ versions }: Paper): Version | undefined => versions.at(-1)

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
  if (act.act === 'approve') return act.by !== version.by && version === newest
  return act.act === 'receive' || act.act === 'withdraw' || act.act === 'file' || version === newest
}

const stateOfNew = ({ acts }: DocumentKind, isSigned: boolean): Version['state'] => {
  if (acts.includes('sign') && !isSigned) return 'draft'
  if (acts.includes('approve')) return 'waiting'
  return acts.includes('publish') ? 'ready' : 'in-force'
}

function changed(kind: DocumentKind, version: Version, act: PaperAct): Version {
  const comesIntoForce = act.act === 'publish' || (act.act === 'approve' && !kind.acts.includes('publish'))
  if (comesIntoForce) return { ...version, state: 'in-force', in_force_from: shanghaiDay(act.at) }
  if (act.act === 'approve') return { ...version, state: 'ready' }
  if (act.act === 'sign') {
    const state = stateOfNew(kind, true)
    return { ...version, signed: true, state, in_force_from: state === 'in-force' ? shanghaiDay(act.at) : null }
  }
  if (act.act === 'file') return { ...version, filed: true }
  if (act.act === 'receive') return { ...version, received: [...new Set([...version.received, act.place])].sort() }
  return { ...version, state: 'withdrawn' }
}

function next(kind: DocumentKind, paper: Paper, act: PaperAct): Paper {
  const isNew = act.act === 'save'
  const state = stateOfNew(kind, false)
  const fresh: Version = {
    version: act.version,
    state,
    by: act.by,
    values: settle(kind.fields, act.values ?? {}).values,
    signed: false,
    in_force_from: state === 'in-force' ? shanghaiDay(act.at) : null,
    received: [],
    filed: false,
  }
  const touched = isNew
    ? [...paper.versions, fresh]
    : paper.versions.map((one) => (one.version === act.version ? changed(kind, one, act) : one))
  const last = touched.filter((one) => one.state === 'in-force').at(-1)
  const versions = touched.map((one) =>
    one.state === 'in-force' && last && one.version < last.version ? { ...one, state: 'replaced' as const } : one,
  )
  const from = last?.in_force_from ?? null
  return {
    ...paper,
    versions,
    in_force: last?.version ?? null,
    review_on: from !== null && kind.reviewDays !== undefined ? addDays(from, kind.reviewDays) : null,
  }
}

/** Folds the acts of a document. Order, repeats and what has not come yet make no difference to those who hold the same acts. */
export function paperOf(kind: DocumentKind, acts: readonly PaperAct[]): Paper {
  return inOrder(acts).reduce<Paper>(
    (paper, act) => (fits(kind, paper, act) ? next(kind, paper, act) : { ...paper, strays: [...paper.strays, act.id] }),
    empty,
  )
}

/** Why an act on a document is refused; a version is approved by another person than its writer, and only the newest. */
export function whyNotPaperAct(
  kind: DocumentKind,
  said: Omit<PaperAct, 'id' | 'at'>,
  acts: readonly PaperAct[],
  now: Instant,
  version = kind.version,
): Problem | undefined {
  const paper = paperOf(kind, acts)
  const newest = newestOf(paper)
  const { act } = said
  if (!kind.acts.includes(act)) return problems.noSuchAct({ act })
  if (act === 'save') {
    if (said.version !== (newest?.version ?? 0) + 1) return problems.notNewest({ version: newest?.version ?? 0 })
    return whyNot(kind.fields, said.values ?? {}, version)
  }
  const about = paper.versions.find((one) => one.version === said.version)
  if (!about) return problems.notNewest({ version: newest?.version ?? 0 })
  if (!isOpen(kind, said, about)) return problems.notNow({ act, state: about.state, ...versionStates[about.state] })
  if (act === 'approve' && about.by === said.by) return problems.secondPerson({})
  if ((act === 'approve' || act === 'sign' || act === 'publish') && about !== newest)
    return problems.notNewest({ version: newest?.version ?? 0 })
  if (act !== 'withdraw') return undefined
  if ((said.ground ?? '').trim() === '') return problems.groundNeeded({ act })
  const until =
    about.in_force_from !== null && kind.postedDays !== undefined ? addDays(about.in_force_from, kind.postedDays) : null
  return until !== null && shanghaiDay(now) < until ? problems.postedTooShort({ days: kind.postedDays ?? 0, until }) : undefined
}
