// The outbox of phones: every verb that may be recorded offline goes this road, too, and meets the same walls. A command is
// judged by itself: whatever one is, those beside it arrive.
import { access } from '@wangdi/domain/access/access.ts'
import type { CommandAnswer } from '@wangdi/domain/endpoint.ts'
import { type Role, roles } from '@wangdi/domain/roles.ts'
import { recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { served } from '../../src/app.ts'
import { fitting, type Schema } from '../every-input.ts'
import { givenDwelling, givenGrid, givenPerson } from '../given/people.ts'
import { givenPlaces } from '../given/places.ts'
import { givenResponse } from '../given/regimes.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { ask } from './ask.ts'

const endpoints = served.map(({ endpoint }) => endpoint)
const offline = endpoints.filter((endpoint) => endpoint.offline)
const [home, other, far] = ['410105001003', '410105001001', '410122101205']
const placeOf: Record<string, string> = { community: home, street: '410105001', county: '410105', city: '4101', province: '41' }

let house: House
let worker: Caller
let door: string
let foreign: Record<string, string>[]
const callers = new Map<Role, Caller>()
beforeAll(async () => {
  house = await startHouse()
  await givenPlaces(house)
  await givenResponse(house, '410105')
  await givenResponse(house, '410122')
  for (const role of Object.keys(roles) as Role[]) callers.set(role, await house.as(role, placeOf[roles[role].level] ?? ''))
  worker = callers.get('grid-worker') as Caller
  door = await givenDwelling(house, home)
  await givenGrid(house, home, [door], worker.account)
  foreign = []
  for (const place of [other, far]) {
    const dwelling = await givenDwelling(house, place)
    foreign.push({ place, community: place, dwelling, person: await givenPerson(house, place, '郭小兰', { dwelling }) })
  }
})
afterAll(() => house.close())

interface Said {
  id: unknown
  verb: unknown
  at: unknown
  input: unknown
}
const said = (verb: string, input: unknown): Said => ({ id: newId(), verb, at: house.clock.now().toISOString(), input })
const visit = (more: object = {}) => said('rounds.record-visit', { id: newId(), dwelling: door, result: 'met', ...more })

async function send(caller: Caller, commands: readonly unknown[]): Promise<CommandAnswer[]> {
  const answer = await ask(house, 'POST', '/api/commands', caller.headers, JSON.stringify({ commands }))
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body}`)
  return (JSON.parse(answer.body) as { answers: CommandAnswer[] }).answers
}
const outcome = (answer: CommandAnswer | undefined) => (answer && answer.state !== 'done' ? answer.problem.code : answer?.state)

const wholeFor = (input: Schema) =>
  fitting(
    input,
    { place: home, community: home, today: house.clock.today(), now: house.clock.now().toISOString(), id: newId() },
    true,
  ) as Record<string, unknown>

// A refusal leaves its own line with those it was about, and nothing else.
const traces = ['audit_line', 'audit_seen']

async function countAll(): Promise<string> {
  const { rows } = await sql<{
    name: string
  }>`select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where nspname = 'public' and relkind in ('r', 'p') and not relispartition order by 1`.execute(house.owner)
  const kept = rows.filter(({ name }) => !traces.includes(name))
  const counts = kept.map(({ name }) => sql`select ${name}::text as name, count(*)::int as n from ${sql.table(name)}`)
  return JSON.stringify((await sql`${sql.join(counts, sql` union all `)} order by 1`.execute(house.owner)).rows)
}

test('a role without the verb is refused in the outbox, too, and nothing is written', async () => {
  expect(offline.length).toBeGreaterThan(4)
  const before = await countAll()
  const faults: string[] = []
  for (const { name, input } of offline)
    for (const role of (Object.keys(roles) as Role[]).filter((one) => !access[name]?.[one])) {
      const [answer] = await send(callers.get(role) as Caller, [said(name, wholeFor(input as Schema))])
      if (outcome(answer) !== 'access.refused') faults.push(`${name} ${role}: ${outcome(answer)}`)
    }
  expect(faults).toEqual([])
  expect(await countAll()).toBe(before)
}, 120_000)

test('a verb that is not for offline, or none at all, is refused by itself, whoever says it', async () => {
  const verbs = [...endpoints.filter((endpoint) => !endpoint.offline).map(({ name }) => name), 'constructor', '__proto__', '']
  const director = callers.get('community-director') as Caller
  const before = await countAll()
  const faults: string[] = []
  for (let at = 0; at < verbs.length; at += 100) {
    const some = verbs.slice(at, at + 100)
    const answers = await send(
      director,
      some.map((verb) => said(verb, {})),
    )
    faults.push(
      ...answers.flatMap((answer, n) => (outcome(answer) === 'access.refused' ? [] : [`${some[n]}: ${outcome(answer)}`])),
    )
  }
  expect(faults).toEqual([])
  expect(await countAll()).toBe(before)
})

test('the right role from elsewhere finds nothing: neither foreign places nor foreign doors and people, by whatever field', async () => {
  const before = await countAll()
  const faults: string[] = []
  for (const { name, input } of offline) {
    const schema = input as Schema
    for (const role of Object.keys(access[name] ?? {}) as Role[])
      for (const things of foreign.filter(({ place }) => !place?.startsWith(placeOf[roles[role].level] ?? ''))) {
        const whole = wholeFor(schema)
        const named = Object.keys(schema.properties ?? {}).filter((field) => field in things)
        const aimed = { ...whole, ...Object.fromEntries(named.map((field) => [field, things[field]])) }
        if ('entered' in aimed && 'person' in aimed) delete (aimed as { entered?: unknown }).entered
        const [answer] = await send(callers.get(role) as Caller, [said(name, aimed)])
        if (answer?.state !== 'refused' || !/not-found|refused|missing/.test(outcome(answer) ?? ''))
          faults.push(`${name} ${role} at ${things['place']}: ${outcome(answer)}`)
      }
  }
  expect(faults).toEqual([])
  expect(await countAll()).toBe(before)
}, 120_000)

test('whatever a command is, it is refused by itself and named as it came; those before and after it arrive', async () => {
  const bad: unknown[] = [
    null,
    1,
    'x',
    [],
    {},
    { ...visit(), id: 'no id' },
    { ...visit(), id: 7 },
    { ...visit(), at: 'x'.repeat(41) },
    { ...visit(), at: 1_700_000_000_000 },
    { ...visit(), more: 1 },
    { ...visit(), input: null },
    visit({ note: '\0' }),
    visit({ note: '\ud800' }),
    visit({ ['\udc00']: 1 }),
    visit({ note: 'x'.repeat(501) }),
    visit({ note: [[[['x']]]] }),
    visit({ 'not-a-field': 1 }),
    visit({ constructor: { place: '41' } }),
    JSON.parse(JSON.stringify(visit()).replace('"result":', '"__proto__":{"place":"41"},"result":')),
    visit({ met: JSON.parse(`${'['.repeat(300)}${']'.repeat(300)}`) }),
    visit({ dwelling: newId() }),
  ]
  const faults: string[] = []
  for (const one of bad) {
    const [first, last] = [visit(), visit()]
    const answers = await send(worker, [first, one, last])
    const states = answers.map((answer) => answer.state).join()
    if (states !== 'done,refused,done') faults.push(`${JSON.stringify(one)?.slice(0, 80)}: ${answers.map(outcome).join()}`)
    const id = typeof one === 'object' && one !== null ? (one as { id?: unknown }).id : undefined
    if (answers[1]?.id !== (typeof id === 'string' ? id : ''))
      faults.push(`${JSON.stringify(one)?.slice(0, 80)} was named ${answers[1]?.id}`)
  }
  expect(faults).toEqual([])
})

// What a column would say that a contract forgot: the note is the state with which the database refuses.
async function withFailingNotes<T>(run: () => Promise<T>): Promise<T> {
  await sql`create function fail_at_note() returns trigger language plpgsql as $$
    begin if new.note ~ '^[0-9A-Z]{5}$' then raise exception 'no' using errcode = new.note; end if; return new; end $$`.execute(
    house.owner,
  )
  await sql`create trigger fail_at_note before insert on visit for each row execute function fail_at_note()`.execute(house.owner)
  try {
    return await run()
  } finally {
    await sql`drop trigger fail_at_note on visit`.execute(house.owner)
    await sql`drop function fail_at_note`.execute(house.owner)
  }
}

test.each(['22003', '22007', '22008', '22021', '22P02', '22P05', '54000', '54001', '23514'])(
  'a value that only the database refuses (%s) is a problem of that command: the server did not fail',
  async (note) => {
    const answers = await withFailingNotes(() => send(worker, [visit(), visit({ note }), visit()]))
    expect(answers.map(outcome)).toEqual(['done', 'request.invalid', 'done'])
    const { call } = worker
    await withFailingNotes(() =>
      expect(call(recordVisit, { id: newId(), dwelling: door, result: 'met', note })).rejects.toMatchObject({
        code: 'request.invalid',
      }),
    )
  },
)

test('where the server fails at one command, that one is not judged, and the others arrive', async () => {
  const answers = await withFailingNotes(() => send(worker, [visit(), visit({ note: 'XX001' }), visit()]))
  expect(answers.map(({ state }) => state)).toEqual(['done', 'unjudged', 'done'])
  expect(outcome(answers[1])).toBe('server.broken')
})

test('texts arrive as they are kept: what is typed unseen is gone, and nothing but it is nothing', async () => {
  const typed = visit({ note: ' \u202e头晕\u200b\r\n明天再来 ', changes: '\u200b \u3000' })
  expect((await send(worker, [typed])).map(outcome)).toEqual(['done'])
  const kept = await house.owner
    .selectFrom('visit')
    .select(['note', 'changes'])
    .where('id', '=', (typed.input as { id: string }).id)
    .executeTakeFirst()
  expect(kept).toEqual({ note: '头晕\n明天再来', changes: '' })
})
