import type { Columns } from '@wangdi/domain/people/roster/fields.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { MadeDoors } from '../../../places/index.ts'
import { countyOf, type Db } from '../../../platform/db.ts'
import type { Placed } from '../rows-of-page.ts'
import type { FilledIn } from './gaps.queries.ts'

type Kind =
  | 'person'
  | 'person_mark'
  | 'arrival'
  | 'health_fact'
  | 'dwelling'
  | 'building'
  | 'estate'
  | 'found'
  | 'filled'
  | 'used'
  | 'heads'

interface Line {
  readonly id: Id
  readonly kind: Kind
  readonly ids: readonly Id[]
  readonly before: unknown
}

/** What a run made, found and filled in, gathered page by page: without it nobody could take the run back. */
export interface Trace {
  doors(made: MadeDoors, named: readonly Id[]): void
  people(placed: readonly Placed[]): void
  filled(before: readonly FilledIn[]): void
  made(kind: 'person_mark' | 'arrival' | 'health_fact', ids: readonly Id[]): void
  /** Heads whose columns a person named; `was`: how they were named before. */
  named(heads: { heads: string; columns: Columns; was: Columns | null }): void
  lines(): readonly Line[]
}

/** Begins the trace of a run. */
export function startTrace(): Trace {
  const lines: Line[] = []
  // A person who was filled in twice is as the second time left them.
  const lastFilled = new Map<Id, { last: boolean }>()
  const own = new Set<Id>()
  const add = (kind: Kind, ids: readonly Id[], before: unknown = []) => {
    if (ids.length > 0 || kind === 'heads') lines.push({ id: newId(), kind, ids, before })
  }
  const found = (ids: readonly Id[]) =>
    add(
      'found',
      [...new Set(ids)].filter((id) => !own.has(id)),
    )
  const made = (kind: Kind, ids: readonly Id[]) => {
    for (const id of ids) own.add(id)
    add(kind, ids)
  }
  return {
    doors({ estates, buildings, dwellings, used }, named) {
      made('estate', estates)
      made('building', buildings)
      made('dwelling', dwellings)
      const ids = used.map(({ id }) => id)
      add('used', ids, used)
      found(named)
    },
    people(placed) {
      const fresh = placed.flatMap(({ id, match }) => (match.same ? [] : [id]))
      made('person', fresh)
      found(placed.flatMap(({ match }) => match.same?.id ?? []))
    },
    filled(before) {
      const kept = before.map((one) => {
        const earlier = lastFilled.get(one.id)
        if (earlier) earlier.last = false
        const line = { ...one, last: true }
        lastFilled.set(one.id, line)
        return line
      })
      add(
        'filled',
        kept.map(({ id }) => id),
        kept,
      )
    },
    made,
    named: (heads) => add('heads', [], heads),
    lines: () => lines,
  }
}

const linesAtOnce = 100

/** Keeps the trace of a run beside its record, which must be there. */
export async function keepTrace(db: Db, community: PlaceCode, run: Id, trace: Trace): Promise<void> {
  const lines = trace.lines()
  for (let from = 0; from < lines.length; from += linesAtOnce)
    await sql`insert into import_trace (county, id, community, run, kind, ids, before)
      select t.county, r.id, ${community}, ${run}::uuid, r.kind, r.ids, r.before
      from tenant t, json_to_recordset(${JSON.stringify(lines.slice(from, from + linesAtOnce))}) as r (id uuid, kind text, ids uuid[], before jsonb)
      where t.county = ${countyOf(db)}`.execute(db)
}
