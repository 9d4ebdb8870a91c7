// Every kind of request over HTTP, as its declaration has it: a new one is covered the day it is declared.
import { access } from '@wangdi/domain/access/access.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { filesIn } from '@wangdi/domain/kinds/file/file.ts'
import { fieldsFor } from '@wangdi/domain/kinds/kind.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { filtersOf, firstActOf } from '@wangdi/domain/kinds/request/request.rules.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { type Folded, foldOf, stateAfter } from '@wangdi/domain/kinds/request/standing.rules.ts'
import { settle } from '@wangdi/domain/kinds/when.ts'
import { declared } from '@wangdi/domain/declared.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, callKind as call } from '../given/kinds.ts'
import { fetchPhoto, withPhotos } from '../given/photos.ts'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { type Caller, type House, Refused, startHouse } from '../house.ts'
import { givenPointers } from './given-pointers.ts'
import { asked, manySaid, neededIn, saidWhole, without } from './said-whole.ts'

const here = '410105001003'
const kinds = declared.filter((kind) => kind.mechanism === 'request')
let house: House
let door: string
let somebody: string
/** Two of each role that may do anything with requests: what one did another checks. */
const callers: { readonly role: Role; readonly by: Caller }[] = []
beforeAll(async () => {
  house = await startHouse()
  house.clock.set('2026-11-17T10:00:00+08:00')
  door = await givenDwelling(house, here, '3号楼', '2', '402')
  somebody = await givenPerson(house, here, '钱小满', { dwelling: door })
  const places: [Role, string][] = [
    ...(['community-worker', 'community-director', 'community-doctor', 'volunteer'] as const).map((role): [Role, string] => [
      role,
      here,
    ]),
    ['street-officer', '410105001'],
    ...(['county-civil-affairs', 'county-health', 'county-leader'] as const).map((role): [Role, string] => [role, '410105']),
  ]
  for (const [role, place] of [...places, ...places]) callers.push({ role, by: await house.as(role, place) })
  await givenPointers(house, here)
})
afterAll(() => house.close())

const mayCall = (verb: string) => callers.filter(({ role }) => access[verb]?.[role] !== undefined).map(({ by }) => by)
const first = (verb: string): Caller => {
  const [by] = mayCall(verb)
  if (!by) throw new Error(`nobody may do ${verb}`)
  return by
}
const aimOf = ({ about }: RequestKind) =>
  about === 'dwelling' ? { dwelling: door } : about === 'person' ? { person: somebody } : { place: here }
const keysOf = ({ input }: Endpoint) => Object.keys((input as { properties: object }).properties)

/** What an act needs beside its record: whom it goes to, why, and how it ended. */
function moreOf(kind: RequestKind, act: string, endpoint: Endpoint, doer: string): object {
  const result = Object.keys(kind.results ?? {}).find((one) => !kind.final?.includes(one)) ?? 'done'
  const known = {
    ...{ office: here, other: here, addressees: [here], doer, result, ground: '这样办更合适' },
    fields: saidWhole(kind.asks?.[act] ?? {}, 0),
  }
  return Object.fromEntries(Object.entries(known).filter(([name]) => keysOf(endpoint).includes(name)))
}

const begin = (kind: RequestKind, fields: Values, by?: Caller): Promise<Answer> => {
  const verbs = requestVerbs(kind)
  const [urgency] = Object.keys(kind.terms)
  const [doing] = Object.entries(flowOf(kind.flow).acts).find(([, step]) => step.by === 'doer') ?? ['']
  const doer = mayCall(`${kind.name}.${doing}`)[0]?.account ?? ''
  const more = moreOf(kind, firstActOf(kind), verbs.begin, doer)
  const input = { ...more, id: newId(), v: kind.version, ...aimOf(kind), way: 'desk', urgency, fields }
  return call(by ?? first(`${kind.name}.${firstActOf(kind)}`), verbs.begin, input)
}
const get = (kind: RequestKind, id: string, by = first(`${kind.name}.get`)) => call(by, requestVerbs(kind).get, { id })

/** Whoever of all may do an act now, as the server tells each of them. */
async function whoMay(kind: RequestKind, id: string, act: string): Promise<{ by: Caller; doer: string } | undefined> {
  for (const by of mayCall(`${kind.name}.${act}`)) {
    if (access[`${kind.name}.get`]?.[roleOf(by)] === undefined) continue
    const { may, doers } = await get(kind, id, by)
    if (may.includes(act)) return { by, doer: String((doers.find(({ role }) => role === 'volunteer') ?? doers[0])?.['id'] ?? '') }
  }
  return undefined
}
const roleOf = (caller: Caller): Role => callers.find(({ by }) => by === caller)?.role ?? 'volunteer'

async function doAct(kind: RequestKind, id: string, act: string): Promise<Answer> {
  const who = await whoMay(kind, id, act)
  const endpoint = requestVerbs(kind).acts[act]
  if (!who || !endpoint) throw new Error(`${kind.name}: nobody may ${act}`)
  const more = moreOf(kind, act, endpoint, who.doer) as { readonly fields?: Values }
  const fields = more.fields && (await withPhotos(house, who.by, { kind: kind.name, act }, kind.asks?.[act] ?? {}, more.fields))
  return call(who.by, endpoint, { id, ...more, ...(fields && { fields }) })
}

/** The shortest way to a state in which an act is open, as the flow has it. */
function wayTo({ flow }: RequestKind, act: string): string[] {
  const { acts } = flowOf(flow)
  const from = acts[act]?.from ?? []
  const start = Object.entries(acts).find(([, step]) => step.from.includes('none'))
  let ways: { at: string; way: string[] }[] = [{ at: (start && stateAfter(start[1], 'none')) ?? '', way: [] }]
  const seen = new Set(ways.map(({ at }) => at))
  while (ways.length > 0) {
    const found = ways.find(({ at }) => from.includes(at))
    if (found) return found.way
    ways = ways.flatMap(({ at, way }) =>
      Object.entries(acts).flatMap(([name, step]) => {
        const to = stateAfter(step, at)
        if (!step.from.includes(at) || to === at || seen.has(to)) return []
        seen.add(to)
        return [{ at: to, way: [...way, name] }]
      }),
    )
  }
  throw new Error(`no way to ${act}`)
}

const whole = (kind: RequestKind) => settle(asked(kind.fields), saidWhole(kind.fields, 0)).values

describe.each(kinds.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
  const flow = flowOf(kind.flow)
  const later = Object.keys(flow.acts).filter((act) => act !== firstActOf(kind))

  test('what is needed is asked; what is hidden is neither needed nor kept', async () => {
    const fields = asked(kind.fields)
    const all = manySaid(kind.fields)
    const act = firstActOf(kind)
    for (const [n, plain] of all.entries()) {
      const said = await withPhotos(house, first(`${kind.name}.${act}`), { kind: kind.name, act }, fields, plain)
      const { values } = settle(fields, said)
      // By turns with all that is hidden and without any of it.
      const { id } = await begin(kind, n % 2 === 0 ? said : values)
      expect((await get(kind, id)).fields).toEqual(values)
      for (const name of neededIn(kind.fields, said)) {
        if (fields[name]?.from) continue
        await expect(begin(kind, without(plain, name)), name).rejects.toThrow('kinds.missing')
      }
    }
    const conditional = Object.entries(fields).filter(([, { when }]) => when !== undefined)
    const shown = all.map((said) => settle(fields, said).shown)
    // Each of them was tried both ways.
    for (const [name] of conditional)
      expect([name, shown.some((one) => one.includes(name)), shown.every((one) => one.includes(name))]).toEqual([
        name,
        true,
        false,
      ])
  })

  test('each act of its flow is open to somebody where the flow has it, and to nobody where it has not', async () => {
    for (const act of later) {
      const { id } = await begin(kind, whole(kind))
      for (const step of wayTo(kind, act)) await doAct(kind, id, step)
      const { row: before } = await get(kind, id)
      const shut = later.filter((one) => !flow.acts[one]?.from.includes(before.state))
      for (const other of shut) {
        const endpoint = requestVerbs(kind).acts[other]
        if (!endpoint) throw new Error(`${other} has no verb`)
        const told = call(first(`${kind.name}.${other}`), endpoint, { id, ...moreOf(kind, other, endpoint, newId()) })
        const code = await told.then(
          () => 'done',
          (error: unknown) => (error instanceof Refused ? error.code : String(error)),
        )
        expect([act, other, code]).toEqual([act, other, 'kinds.not-now'])
      }
      expect((await get(kind, id)).row).toEqual(before)
      for (const { by } of callers.filter(({ role }) => access[`${kind.name}.get`]?.[role] !== undefined))
        expect((await get(kind, id, by)).may.filter((one) => !later.includes(one))).toEqual([])
      const after = await doAct(kind, id, act)
      const { acts } = await get(kind, id)
      for (const photo of filesIn(kind.asks?.[act] ?? {}, acts.at(-1)?.fields ?? {}))
        expect((await fetchPhoto(house, first(`${kind.name}.get`), kind.name, photo.id)).status).toBe(200)
      const step = flow.acts[act]
      expect([act, after.state]).toEqual([act, step ? stateAfter(step, before.state) : ''])
      expect((await get(kind, id)).acts.at(-1)?.act).toBe(act)
    }
  }, 120_000)

  test('a verb of it never reaches a record of another kind', async () => {
    const other = kinds.find((one) => one !== kind && first(`${one.name}.get`) !== undefined) as RequestKind
    const { id } = await begin(other, whole(other))
    await expect(get(kind, id)).rejects.toThrow('not-found')
    for (const [act, endpoint] of Object.entries(requestVerbs(kind).acts)) {
      const by = first(`${kind.name}.${act}`)
      await expect(call(by, endpoint, { id, ...moreOf(kind, act, endpoint, newId()) }), act).rejects.toThrow('not-found')
    }
    expect((await get(other, id)).acts).toHaveLength(1)
  })

  test('its list shows what its figures count, whole and narrowed by each choice', async () => {
    const by = first(`${kind.name}.see`)
    const see = (show: string, more: object = {}) => call(by, requestVerbs(kind).see, { place: here, show, size: 200, ...more })
    const all = await see('all')
    expect(all.rows.length).toBeGreaterThan(1)
    expect(all.total).toBe(all.rows.length)
    for (const show of ['open', 'late'] as const) {
      const list = await see(show)
      expect([show, list.rows.length, all[show]]).toEqual([show, list.total, list.total])
    }
    for (const [name, field] of filtersOf(kind))
      for (const value of Object.keys(field.values ?? {})) {
        const { rows, total } = await see('all', { [name]: value })
        expect([value, total]).toEqual([value, all.rows.filter(({ details }) => details[name] === value).length])
        expect(rows.every(({ details }) => details[name] === value)).toBe(true)
      }
  })

  test('where each stands is what its acts say', async () => {
    const heads = await sql<{ id: string; standing: Folded; state: string }>`select id, standing, state
      from kind_request where kind = ${kind.name}`.execute(house.owner)
    expect(heads.rows.length).toBeGreaterThan(1)
    for (const { id, standing, state } of heads.rows) {
      const { rows } = await sql<{
        act: string
        at: Date
        result: string | null
        due_at: Date | null
      }>`select id, act, at, by_account as by, place, whom,
        result, ground, due_at from kind_request_act where request = ${id}`.execute(house.owner)
      const acts = rows.map(({ at, result, due_at, ...act }) => ({
        ...{ ...act, at: at.toISOString() },
        ...(result !== null && { result }),
        ...(due_at !== null && { due_at: due_at.toISOString() }),
      }))
      expect(foldOf(flow, acts as never)).toEqual(standing)
      expect(state).toBe(standing.state)
    }
  })

  test.runIf(kind.blind)('whoever was given it sees what is meant for helpers, and reaches nothing else of it', async () => {
    const helper = callers.find(({ role }) => role === 'volunteer')?.by as Caller
    const { id } = await begin(kind, whole(kind))
    await doAct(kind, id, 'give')
    const { rows } = await call(helper, requestVerbs(kind).mine, {})
    const given = rows.find((row) => row.id === id)
    const meant = fieldsFor(kind.fields, 'helper')
    expect(Object.keys(given?.fields ?? {}).filter((name) => !Object.hasOwn(meant, name))).toEqual([])
    const open = Object.entries(access).filter(([verb, row]) => verb.startsWith(`${kind.name}.`) && row.volunteer === undefined)
    expect(open.length).toBeGreaterThan(2)
    await expect(get(kind, id, helper)).rejects.toThrow('access.refused')
  })
})
