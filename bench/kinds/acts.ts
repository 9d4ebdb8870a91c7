import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { inTransaction, type Db } from '../../server/src/platform/db.ts'
import type { BenchDatabase } from '../bench-database.ts'
import { calls, county, doer, now } from './make-county.ts'
import { median, timed } from '../median.ts'

type RunVerb = (db: Db, verb: string, place: string, input: object) => Promise<unknown>
interface Open {
  readonly id: string
  readonly kind: string
  readonly community: string
  readonly standing: object
}
const rounds = 240
const block = 40
const clients = 4 // as many offices write at once

/**
 * Milliseconds of an act, and of the bare insert of its two rows, the act and the head of a request, each in a transaction of its own:
 * of four that write at once, in blocks by turns. `toBare` is how many acts are written while so many are put in bare.
 */
export async function measureActs(
  database: BenchDatabase,
  runVerb: RunVerb,
): Promise<{ ms: number; bareMs: number; toBare: number }> {
  const within = <T>(place: string, work: (db: Db) => Promise<T>) =>
    inTransaction(database.db, { county, area: place, place, health: false, account: doer }, work)
  const { rows: open } = await within(county, (db) =>
    sql<Open>`select r.id, r.kind, r.community, r.standing from kind_request r where r.county = ${county} and r.kind = any (${sql.val(
      calls.map(({ name }) => name),
    )}::text[]) and r.ended_on is null and r.state = 'open' order by r.number limit ${rounds / 2}`.execute(db),
  )
  // A step, which leaves the request where it is, and the answer, by which it waits for somebody else.
  const acts = open.flatMap((asked) => [
    () => within(asked.community, (db) => runVerb(db, `${asked.kind}.step`, asked.community, { id: asked.id, fields: {} })),
    () =>
      within(asked.community, (db) =>
        runVerb(db, `${asked.kind}.answer`, asked.community, {
          ...{ id: asked.id, result: 'answered', fields: { reply: '周五上午可以来办，带身份证' } },
        }),
      ),
  ])
  const bare = open
    .flatMap((asked) => [asked, asked])
    .map((asked) => () => within(asked.community, (db) => insertBare(db, asked)))
  const [real, rows]: [number[], number[]] = [[], []]
  for (let from = 0; from < acts.length; from += block) {
    const took = (await timed(() => together(acts.slice(from, from + block)))).ms
    const bareTook = (await timed(() => together(bare.slice(from, from + block)))).ms
    if (from > 0) real.push(took)
    if (from > 0) rows.push(bareTook)
  }
  const [ms, bareMs] = [median(real) / block, median(rows) / block]
  return { ms, bareMs, toBare: bareMs / ms }
}

// What follows on one another in a request keeps its order: each client takes pairs.
async function together(work: readonly (() => Promise<unknown>)[]): Promise<void> {
  const pairs = Array.from({ length: work.length / 2 }, (_, n) => work.slice(n * 2, n * 2 + 2))
  const client = async () => {
    for (let pair = pairs.shift(); pair; pair = pairs.shift()) for (const one of pair) await one()
  }
  await Promise.all(Array.from({ length: clients }, client))
}

async function insertBare(db: Db, { kind, community, standing }: Open): Promise<void> {
  const id = newId()
  await sql`insert into kind_request (county, id, community, kind, kind_version, number, day, at, way, urgency, about, standing, state,
      waits_on, turn, due_at, desk, office, keep_days, by_account)
    values (${county}, ${id}, ${community}, ${kind}, 1, ${id}, '2026-11-20', ${now}, 'desk', 'soon', ${community}, ${JSON.stringify(standing)},
      'open', 'office', ${community}, ${now}, ${community}, ${community}, 730, ${doer})`.execute(db)
  await sql`insert into kind_request_act (county, id, request, community, kind, act, at, place, by_account)
    values (${county}, ${newId()}, ${id}, ${community}, ${kind}, 'step', ${now}, ${community}, ${doer})`.execute(db)
}
