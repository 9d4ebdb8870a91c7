import type { Values } from '@wangdi/domain/kinds/fields.ts'
import type { RegisterKind } from '@wangdi/domain/kinds/register/register.ts'
import { thingAfter, unadded } from '@wangdi/domain/kinds/register/register.rules.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import { detailsOf } from '@wangdi/domain/kinds/request/request.rules.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { type Folded, standingAfter, turnOf, unbegun } from '@wangdi/domain/kinds/request/standing.rules.ts'
import { lineCall } from '@wangdi/domain/requests/kinds/call.kind.ts'
import { errand } from '@wangdi/domain/requests/kinds/errand.kind.ts'
import { problem } from '@wangdi/domain/requests/kinds/problem.kind.ts'
import { facility } from '@wangdi/domain/rounds/kinds/facility.kind.ts'
import { sql } from 'kysely'
import type { Db } from '../../server/src/platform/db.ts'
import { enterCounty } from '../../server/src/platform/tenants/enter.ts'
import { takeIndexes } from '../take-indexes.ts'

/** The county of the bench, and the moment at which its lists are asked for. */
export const county = '410105'
export const now = '2026-11-20T02:00:00.000Z'
const each = 125 // records of a kind in a community
const doorsEach = 1_000
/** Ten communities are a street. */
export const streetOf = (n: number) => `${county}${String(1 + Math.floor(n / 10)).padStart(3, '0')}`
/** The communities of the county by number, from 0. */
export const communityOf = (n: number) => `${streetOf(n)}${String(1 + (n % 10)).padStart(3, '0')}`
/** The account that does what is done. */
export const doer = '00000000-0000-4000-8000-000000000001'
/** The number of a door in a community for which something is open. */
export const openDoorOf = (community: number, n: number) =>
  community * doorsEach + (((community * requestKinds.length * each + (n % 10) * each + (n % 12) * 10) * 7) % doorsEach)
/** The id of a door by its number. */
export const doorIdOf = (n: number) => sql<string>`md5('door' || ${n}::int)::uuid`

// Kinds as they are declared, repeated under names of their own; each is a kind like any other to the database.
const times = <K extends { readonly name: string }>(kind: K, count: number) =>
  Array.from({ length: count }, (_, n) => ({ ...kind, name: `${kind.name}-${n}` }))
const errands = times(errand, 10) as unknown as RequestKind[]
/** Ten kinds of calls, each with acts of its office. */
export const calls = times(lineCall, 10) as unknown as RequestKind[]
/** Ten kinds that show themselves to the level above when they are late. */
export const problems = times(problem, 10) as unknown as RequestKind[]
/** The thirty kinds of requests, and the ten of things. */
export const requestKinds: readonly RequestKind[] = [...errands, ...calls, ...problems]
export const registers = times(facility, 10) as unknown as readonly RegisterKind[]

/** How much there is to be: of requests, things, and of acts on either. */
export interface Made {
  readonly requests: number
  readonly things: number
  readonly acts: number
}

// Where a request stands and what was done, folded by the rule of the house from words that each row fills in.
interface Story {
  readonly kind: string
  readonly stage: number
  readonly standing: Folded
  readonly acts: readonly { act: string; nth: number }[]
  readonly details: Values
}
const answered = ['take', 'step', 'answer', 'accept']
const walks: Readonly<Record<string, readonly (readonly string[])[]>> = {
  // The first is open, the others ended.
  task: [
    ['take', 'give'],
    ['take', 'give', 'done', 'confirm'],
  ],
  answer: [['take', 'step'], answered, ['take', 'step', ...answered.slice(1)]],
}

function storiesOf(kind: RequestKind): Story[] {
  const [office, desk] = kind.handler === 'above' ? ['@street', '@place'] : ['@place', '@place']
  return (walks[kind.flow] ?? []).map((walk, stage) => {
    const standing = walk.reduce((at, act, nth) => {
      const by = act === 'done' ? doer : 'desk'
      const place = ['step', 'answer'].includes(act) ? office : desk
      const whom = act === 'take' ? { office, about: '@place' } : act === 'give' ? { doer } : {}
      const done = {
        id: `${nth}`,
        act,
        at: '@at',
        by,
        place,
        whom,
        due_at: '@due',
        ...(act === 'answer' && { result: 'answered' }),
      }
      return standingAfter(flowOf(kind.flow), at, done)
    }, unbegun)
    if (standing.strays.length > 0) throw new Error(`${kind.name}: ${walk.join()} does not fit`)
    const details = detailsOf(kind, { what: 'food', topic: 'other', missed: false })
    return { kind: kind.name, stage, standing, acts: walk.map((act, nth) => ({ act, nth })), details }
  })
}

/** Makes the county: places, doors, requests and things with all that was said and done; gives how many. */
export async function makeCounty(owner: Db, communities: number): Promise<Made> {
  const requests = communities * requestKinds.length * each
  const things = communities * registers.length * each
  await enterCounty(owner, county)
  return owner.connection().execute(async (db) => {
    const run = (text: string) => sql.raw(text).execute(db)
    for (const set of ['session_replication_role = replica', 'synchronous_commit = off', "maintenance_work_mem = '1GB'"])
      await run(`set ${set}`)
    const tables = [
      'kind_request',
      'kind_request_act',
      'kind_request_said',
      'kind_thing',
      'kind_thing_act',
      'building',
      'dwelling',
    ]
    const buildIndexes = await takeIndexes(db, tables)
    await sql`insert into account (id, login, name, role, place) values (${doer}, 'bench', '吴晓彤', 'community-worker', ${county})`.execute(
      db,
    )
    await run(`create temp table spot as select n, '${county}' || lpad((1 + n / 10)::text, 3, '0') as street,
      '${county}' || lpad((1 + n / 10)::text, 3, '0') || lpad((1 + n % 10)::text, 3, '0') as code from generate_series(0, ${communities - 1}) n`)
    await makeDoors(run)
    await makeStories(db)
    await makeRequests(run)
    await makeThings(db, run)
    await buildIndexes()
    await run('vacuum analyze')
    await run('checkpoint')
    const counted = await sql<{
      n: number
    }>`select (select count(*) from kind_request_act) + (select count(*) from kind_thing_act) as n`.execute(db)
    return { requests, things, acts: counted.rows[0]?.n ?? 0 }
  })
}

type Run = (text: string) => Promise<unknown>

async function makeDoors(run: Run): Promise<void> {
  await run(`insert into building (county, id, community, name, ordinal)
    select '${county}', md5('building' || s.n * 20 + b)::uuid, s.code, (b + 1) || '号楼', b from spot s, generate_series(0, 19) b`)
  await run(`insert into dwelling (county, id, community, building, unit, floor, room, use, ordinal)
    select '${county}', md5('door' || s.n * ${doorsEach} + d)::uuid, s.code, md5('building' || s.n * 20 + d / 50)::uuid, '1', d % 50 / 4 + 1,
      (d % 50 / 4 + 1) || '0' || (d % 4 + 1) || case when d % 50 >= 48 then 'A' else '' end, 'own', d from spot s, generate_series(0, ${doorsEach - 1}) d`)
}

async function makeStories(db: Db): Promise<void> {
  await sql`create temp table story (kind text, nth integer, about text, stage integer, standing text, state text, waits_on text, turn text,
    due boolean, assignee uuid, given_to uuid, result text, acts jsonb, details jsonb)`.execute(db)
  for (const [nth, kind] of requestKinds.entries())
    for (const { stage, standing, acts, details } of storiesOf(kind))
      await sql`insert into story values (${kind.name}, ${nth}, ${kind.about}, ${stage}, ${JSON.stringify(standing)}, ${standing.state},
        ${standing.waits_on}, ${turnOf(standing)}, ${standing.due_at !== null}, ${standing.assignee}, ${standing.given_to},
        ${standing.result}, ${JSON.stringify(acts)}, ${JSON.stringify(details)})`.execute(db)
}

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

async function makeRequests(run: Run): Promise<void> {
  // One in ten is open, of these one in five is late; one in fifty is shared with another community of the county.
  await run(`create temp table asked as
    select md5('asked' || x.n)::uuid as id, x.n, x.code, x.street, y.kind, y.about, y.stage, x.at, x.due, y.acts, y.details, y.state, y.waits_on,
      replace(replace(y.turn, '@place', x.code), '@street', x.street) as turn, y.due as waits, y.assignee, y.given_to, y.result,
      replace(replace(replace(replace(y.standing, '@place', x.code), '@street', x.street), '@at', ${utc('x.at')}), '@due', ${utc('x.due')}) as standing
    from (select s.n * ${requestKinds.length * each} + k * ${each} + i as n, s.code, s.street, k, i,
        timestamptz '${now}' - (i * 7919 % 525600) * interval '1 minute' - k * interval '1 second' as at,
        timestamptz '${now}' + ((i * 31 + k * 17 + s.n * 13) % 1000 - 200) * interval '12 minutes' as due
      from spot s, generate_series(0, ${requestKinds.length - 1}) k, generate_series(0, ${each - 1}) i) x
    join story y on y.nth = x.k and y.stage = case when x.i % 10 = 0 then 0 when y.about = 'place' and x.i % 2 = 0 then 2 else 1 end`)
  await run(`insert into kind_request (county, id, community, kind, kind_version, number, day, at, way, urgency, about, dwelling, readers, standing,
      state, waits_on, turn, due_at, desk, office, assignee, given_to, result, ended_on, keep_days, details, by_account)
    select '${county}', a.id, a.code, a.kind, 1, 'SX' || a.n, (a.at at time zone 'Asia/Shanghai')::date, a.at, 'desk', 'soon', a.code,
      case when a.about = 'dwelling' then md5('door' || (a.n / ${requestKinds.length * each}) * ${doorsEach} + a.n * 7 % ${doorsEach})::uuid end,
      case when a.n % 50 = 7 then array[(select code from spot where n = a.n % (select count(*) from spot))] else '{}' end,
      a.standing::jsonb, a.state, a.waits_on, a.turn, case when a.waits then a.due end, a.code, a.standing::jsonb ->> 'office', a.assignee,
      a.given_to, a.result, case when a.stage > 0 then (a.at at time zone 'Asia/Shanghai')::date + 2 end, 730, a.details, '${doer}'
    from asked a order by a.at`)
  await run(`update kind_request set readers = '{}' where community = any (readers)`)
  await run(`insert into kind_request_act (county, id, request, community, readers, kind, act, at, place, by_account, whom, due)
    select '${county}', md5('act' || a.n || '-' || (c ->> 'nth'))::uuid, a.id, a.code, r.readers, a.kind, c ->> 'act',
      a.at + (c ->> 'nth')::int * interval '1 hour', a.code, '${doer}', '{}', null
    from asked a join kind_request r on r.id = a.id, jsonb_array_elements(a.acts) c`)
  await run(`insert into kind_request_said (county, id, request, community, readers, kind, audience, given_to, door, said)
    select '${county}', md5('said' || a.n)::uuid, a.id, a.code, r.readers, a.kind, case when a.about = 'dwelling' then 'helper' else 'office' end,
      a.given_to, '', '{"what": "food", "put": "door", "matter": "问一问什么时候能办，想早点知道"}'
    from asked a join kind_request r on r.id = a.id`)
}

async function makeThings(db: Db, run: Run): Promise<void> {
  const [kind] = registers
  if (!kind) return
  const values = { name: '@title', kind: 'library', where: '3号楼东侧', capacity: 40, households: 300 }
  const thing = thingAfter(kind, unadded, { id: 'x', act: 'add', at: '2026-11-01T02:00:00.000Z', by: doer, values })
  const standing = JSON.stringify(thing)
  await sql`create temp table thing (standing text)`.execute(db)
  await sql`insert into thing values (${standing})`.execute(db)
  // One in twenty has ended, one in ten of the others is overdue.
  await run(`insert into kind_thing (county, id, community, kind, kind_version, title, standing, state, own, review_on, ended_on, keep_days, by_account, at)
    select '${county}', md5('thing' || x.n)::uuid, x.code, '${facility.name}-' || x.k, 1, x.title,
      replace(t.standing, '@title', x.title)::jsonb || jsonb_build_object('state', x.state, 'review_on', x.review),
      x.state, 'open', x.review, case when x.state = 'ended' then date '2026-10-01' end, 730, '${doer}', timestamptz '${now}' - x.i * interval '1 day'
    from (select s.n * ${registers.length * each} + k * ${each} + i as n, s.code, k, i, (i * 37 % ${each}) || '号楼图书室' as title,
        case when i % 20 = 3 then 'ended' else 'live' end as state,
        case when i % 20 <> 3 then date '2026-11-20' + (i * 13 + k) % 90 - 9 end as review
      from spot s, generate_series(0, ${registers.length - 1}) k, generate_series(0, ${each - 1}) i) x, thing t order by x.n * 7919 % 1000003`)
  await run(`insert into kind_thing_act (county, id, thing, community, kind, act, at, by_account, values)
    select '${county}', md5('thing-act' || t.id || '-' || a)::uuid, t.id, t.community, t.kind, case when a = 0 then 'add' else 'change' end,
      t.at + a * interval '1 hour', t.by_account, t.standing -> 'values' from kind_thing t, generate_series(0, 3) a`)
}
