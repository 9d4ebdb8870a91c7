// The lists of kinds in a county with a million records of forty kinds and four million acts, row security on: each through the
// function that its verb runs, against the same rows by one statement written by hand in the same run; and an act against the bare
// insert of its two rows. BENCH_SHARE=0.02 makes a fiftieth of the county, for a first look.
import { shanghaiDay } from '@wangdi/domain/day.ts'
import { inTransaction, type Scope } from '../server/src/platform/db.ts'
import { openOnPhone, serveKind } from '../server/src/kinds/index.ts'
import { listWaiting } from '../server/src/kinds/inbox/inbox.queries.ts'
import { askedRow } from '../server/src/kinds/request/see.ts'
import type { Request, Served } from '../server/src/platform/serve.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { type BenchDatabase, openBenchDatabase } from './bench-database.ts'
import { measureActs } from './kinds/acts.ts'
import { askedByHand, doorByHand, thingsByHand, waitingByHand } from './kinds/by-hand.ts'
import {
  communityOf,
  county,
  doer,
  doorIdOf,
  makeCounty,
  now,
  openDoorOf,
  problems,
  registers,
  requestKinds,
  streetOf,
} from './kinds/make-county.ts'
import { rounded, timed } from './median.ts'

const share = Number(process.env['BENCH_SHARE'] ?? 1)
const communities = Math.max(10, Math.round(200 * share))
const rounds = 144 // in blocks of 12, of which the first opens connections and reads the disk
const limits = { ms: 5, toRows: 1.5, actToBare: 0.6 }
const at = new Date(now)
type Db = BenchDatabase['db']
interface Rows {
  readonly rows: readonly { readonly id: string }[]
}

/** A list for the nth time: from where it is asked, what the verb runs, and the statement by hand. */
interface Measured {
  readonly place: string
  verb(db: Db): Promise<Rows>
  byHand(db: Db): Promise<Rows>
}

const verbs = new Map<string, Served>(
  [...requestKinds, ...registers].flatMap((kind) => serveKind(kind)).map((one) => [one.endpoint.name, one]),
)

/** What a verb is run with, after permission and reach were judged. */
const requestOf = ({ fields }: BenchDatabase, db: Db, place: string, input: object) =>
  ({
    ...{ db, input, fields, at, reach: 'area', today: shanghaiDay(now), command: newId() },
    actor: { account: doer, name: '吴晓彤', role: 'community-worker', place, session: undefined },
    note: () => {},
    saw: () => {},
  }) as unknown as Request<never>

/** Runs a verb of a kind, as its function does once the road to it is gone. */
async function run<T>(database: BenchDatabase, db: Db, verb: string, place: string, input: object): Promise<T> {
  const served = verbs.get(verb)
  if (!served?.run) throw new Error(`no verb ${verb}`)
  return (await served.run(requestOf(database, db, place, input))) as T
}

const scopeAt = (place: string): Scope => ({ county, area: place, place, health: false, account: doer })
const nth = <T>(all: readonly T[], n: number): T => all[n % all.length] as T
const names = requestKinds.map(({ name }) => name)
const climbing = problems.map(({ name }) => name)

function listsOf(database: BenchDatabase): Readonly<Record<string, (n: number) => Measured>> {
  const community = (n: number) => communityOf((n * 37) % communities)
  const asked = (place: string, n: number): Measured => {
    const { name } = nth(requestKinds, n * 7)
    return {
      place,
      verb: (db) => run(database, db, `${name}.see`, place, { place, show: 'open' }),
      byHand: (db) => askedByHand(db, name, place, at),
    }
  }
  const things = (place: string, n: number): Measured => {
    const { name } = nth(registers, n * 7)
    return {
      place,
      verb: (db) => run(database, db, `${name}.see`, place, { place, show: 'live' }),
      byHand: (db) => thingsByHand(db, name, place, shanghaiDay(now)),
    }
  }
  const inbox = (place: string): Measured => ({
    place,
    verb: async (db) => {
      const { rows } = await listWaiting(db, { place, now: at, names, climbing, page: 0, size: 50 })
      return { rows: rows.map((row) => askedRow(row, now)) }
    },
    byHand: (db) => waitingByHand(db, place, names, climbing, at),
  })
  return {
    inbox: (n) => inbox(community(n)),
    inbox_street: (n) => inbox(streetOf((n * 37) % communities)),
    inbox_county: () => inbox(county),
    community_list: (n) => asked(community(n), n),
    street_list: (n) => asked(streetOf((n * 37) % communities), n),
    county_list: (n) => asked(county, n),
    community_register: (n) => things(community(n), n),
    county_register: (n) => things(county, n),
    // Of the household card there is what concerns the door as phones hold it; there is no page that gathers it on the console yet.
    door: (n) => {
      const place = community(n)
      const door = openDoorOf((n * 37) % communities, n)
      return {
        place,
        verb: async (db) => {
          const { rows } = await sql<{ id: string }>`select ${doorIdOf(door)} as id`.execute(db)
          const pick = { by: 'dwelling' as const, ids: rows.map(({ id }) => id), everywhere: false }
          return { rows: await openOnPhone(db, database.fields, place, requestKinds, pick) }
        },
        byHand: async (db) => {
          const { rows } = await sql<{ id: string }>`select ${doorIdOf(door)} as id`.execute(db)
          return doorByHand(db, rows[0]?.id ?? '', place, names)
        },
      }
    },
  }
}

/** Milliseconds at the 95th of a list, by verb and by hand, in blocks by turns; throws where they give other rows. */
async function measureList({ db }: BenchDatabase, list: (n: number) => Measured) {
  const [byVerb, byHand]: [number[], number[]] = [[], []]
  let shown = 0
  for (let block = 0; block < rounds / 12; block++) {
    const of = Array.from({ length: 12 }, (_, n) => list(block * 12 + n))
    const given: string[] = []
    for (const { place, verb } of of) {
      const { ms, value } = await timed(() => inTransaction(db, scopeAt(place), verb))
      if (block > 0) byVerb.push(ms)
      given.push(value.rows.map(({ id }) => id).join())
      shown += value.rows.length
    }
    for (const [n, { place, byHand: statement }] of of.entries()) {
      const { ms, value } = await timed(() => inTransaction(db, scopeAt(place), statement))
      if (block > 0) byHand.push(ms)
      const same = value.rows.map(({ id }) => id).join()
      if (same !== given[n]) throw new Error(`by hand ${same.length} signs of ids, by the verb ${given[n]?.length}: other rows`)
    }
  }
  return { p95: percentile(byVerb), rowsP95: percentile(byHand), shown: shown / rounds }
}

const percentile = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0

/** Measures lists and acts; what ends in `_to_limit` is a share of its limit. `holds` says whether all are at most 1. */
export async function bench(): Promise<Record<string, unknown>> {
  const database = await openBenchDatabase()
  try {
    const made = await timed(() => makeCounty(database.owner, communities))
    const figures: Record<string, number> = {}
    for (const [name, list] of Object.entries(listsOf(database))) {
      const { p95, rowsP95, shown } = await measureList(database, list)
      figures[`${name}_rows`] = rounded(shown, 1)
      figures[`${name}_p95_ms`] = rounded(p95, 2)
      figures[`${name}_by_hand_p95_ms`] = rounded(rowsP95, 2)
      figures[`${name}_p95_to_limit`] = rounded(p95 / limits.ms, 2)
      figures[`${name}_to_rows_to_limit`] = rounded(p95 / rowsP95 / limits.toRows, 2)
    }
    const acts = await measureActs(database, (db, verb, place, input) => run(database, db, verb, place, input))
    const toLimits = Object.entries(figures).filter(([name]) => name.endsWith('_to_limit'))
    const actToLimit = limits.actToBare / acts.toBare
    return {
      share,
      records: made.value.requests + made.value.things,
      kinds: requestKinds.length + registers.length,
      acts: made.value.acts,
      communities,
      made_s: rounded(made.ms / 1000),
      ...figures,
      act_ms: rounded(acts.ms, 2),
      bare_ms: rounded(acts.bareMs, 2),
      act_to_bare: rounded(acts.toBare, 2),
      act_to_limit: rounded(actToLimit, 2),
      holds: share < 1 ? null : [...toLimits.map(([, value]) => value), actToLimit].every((ratio) => ratio <= 1),
    }
  } finally {
    await database.stop()
  }
}
