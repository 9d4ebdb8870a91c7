import { shanghaiDay } from '@wangdi/domain/day.ts'
import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import type { DocumentKind, PaperAct } from '@wangdi/domain/kinds/document/document.ts'
import { inForceOf, isPaperUnready, paperAbove, paperOf } from '@wangdi/domain/kinds/document/document.rules.ts'
import { thingOf } from '@wangdi/domain/kinds/register/register.rules.ts'
import type { RegisterKind, ThingAct } from '@wangdi/domain/kinds/register/register.ts'
import type { DoneAct } from '@wangdi/domain/kinds/request/flow.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { foldOf } from '@wangdi/domain/kinds/request/standing.rules.ts'
import { columnsOf } from '../document/heads.queries.ts'
import { thingColumns } from '../register/thing.queries.ts'
import { askedColumns, readersOf } from '../request/asked.queries.ts'
import type { StoredAct, StoredHead } from './heads.queries.ts'

type Row = Readonly<Record<string, unknown>>

/** What the acts of a head give by themselves: its columns, and of a document what is read above the county. */
export interface Refolded {
  readonly head: Row
  readonly above?: Row
}

// What was not said of an act is absent in the fold; who did it stays, also where nobody is known.
function actsIn<Act>({ acts }: StoredHead, more: (act: StoredAct) => Row = () => ({})): Act[] {
  return acts.map((act) => {
    const said = Object.fromEntries(Object.entries(act).filter(([name, value]) => value !== null || name === 'by'))
    return { ...said, ...more(act), at: new Date(act.at).toISOString() } as Act
  })
}

const momentOf = (due: unknown) => (typeof due === 'string' ? { due_at: new Date(due).toISOString() } : {})

function requestOf(kind: RequestKind, stored: StoredHead): Refolded {
  const at = foldOf(
    flowOf(kind.flow),
    actsIn<DoneAct>(stored, ({ due_at }) => momentOf(due_at)),
  )
  const ended_on = at.ended && at.last_at !== null ? shanghaiDay(at.last_at) : null
  // Whoever once took part goes on reading; those who take part now are among them.
  const readers = [...new Set([...(stored['readers'] as string[]), ...readersOf(at, stored.community)])]
  return { head: { ...askedColumns(at), desk: at.desk ?? '', readers, standing: at, ended_on } }
}

function refoldThing(kind: RegisterKind, stored: StoredHead): Refolded {
  const thing = thingOf(kind, actsIn<ThingAct>(stored))
  const ended_on = thing.state === 'ended' && thing.last_at !== null ? shanghaiDay(thing.last_at) : null
  return { head: { ...thingColumns(kind, thing), standing: thing, ended_on } }
}

function refoldPaper(kind: DocumentKind, stored: StoredHead): Refolded {
  const issuedBy = ({ issuer, number, code }: StoredAct) => (code === null ? {} : { issued: { issuer, number, code } })
  const paper = paperOf(kind, actsIn<PaperAct>(stored, issuedBy))
  const holds = inForceOf(paper) !== undefined || isPaperUnready(paper)
  const ended_on = holds || paper.last_at === null ? null : shanghaiDay(paper.last_at)
  const above = paperAbove(kind, paper)
  return {
    head: { ...columnsOf(kind, paper), standing: paper, ended_on },
    ...(kind.above && { above: { ...columnsOf(kind, above), standing: above } }),
  }
}

/** What a head stands at by its acts alone; undefined of a round, whose looks are their own record. */
export function refold(kind: Kind, stored: StoredHead): Refolded | undefined {
  switch (kind.mechanism) {
    case 'request':
      return requestOf(kind, stored)
    case 'register':
      return refoldThing(kind, stored)
    case 'document':
      return refoldPaper(kind, stored)
    default:
      return undefined
  }
}

const isMoment = (text: string) => /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text)

/** A value in one form, whatever order its keys came in and however a moment was written. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.getTime()
  if (typeof value === 'string') return isMoment(value) ? new Date(value).getTime() : value
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value ?? null
  const kept = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, plain(one)]))
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other))

/** The columns in which what is stored differs from what was folded, by name; of where it stands, its parts. */
export function differing(stored: Row, folded: Row): string[] {
  return Object.entries(folded).flatMap(([name, value]) => {
    if (isSame(stored[name], value)) return []
    if (name !== 'standing') return [name]
    const [kept, made] = [(stored[name] ?? {}) as Row, value as Row]
    const parts = [...new Set([...Object.keys(kept), ...Object.keys(made)])].filter((part) => !isSame(kept[part], made[part]))
    return parts.map((part) => `standing.${part}`)
  })
}
