// Every register and every round over HTTP, as its declaration has it: a new one is covered the day it is declared.
import { access } from '@wangdi/domain/access/access.ts'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { thingFiltersOf, thingOf } from '@wangdi/domain/kinds/register/register.rules.ts'
import type { RegisterAct, RegisterKind } from '@wangdi/domain/kinds/register/register.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { roundVerbs, standingsOfKind } from '@wangdi/domain/kinds/round/round.api.ts'
import type { RoundKind } from '@wangdi/domain/kinds/round/round.ts'
import { settle } from '@wangdi/domain/kinds/when.ts'
import { declared } from '@wangdi/domain/declared.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, callKind as call } from '../given/kinds.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { withPhotos } from '../given/photos.ts'
import { givenPointers } from './given-pointers.ts'
import { asked, manySaid, neededIn, saidWhole, without } from './said-whole.ts'

const here = '410105001003'
const registers = declared.filter((kind) => kind.mechanism === 'register')
const rounds = declared.filter((kind) => kind.mechanism === 'round')
let house: House
const callers: { readonly role: Role; readonly by: Caller }[] = []
beforeAll(async () => {
  house = await startHouse()
  house.clock.set('2026-11-17T10:00:00+08:00')
  const places: [Role, string][] = [
    ['community-worker', here],
    ['community-director', here],
    ['community-doctor', here],
    ['street-officer', '410105001'],
  ]
  for (const [role, place] of [...places, ...places]) callers.push({ role, by: await house.as(role, place) })
  await givenPointers(house, here)
})
afterAll(() => house.close())

const mayCall = (verb: string) => callers.filter(({ role }) => access[verb]?.[role] !== undefined).map(({ by }) => by)
const nth = (verb: string, n: number): Caller => {
  const all = mayCall(verb)
  const by = all[n < 0 ? all.length + n : n]
  if (!by) throw new Error(`nobody may do ${verb}`)
  return by
}

let named = 0
/** Where no two may be alike each has a title of its own. */
const titled = (kind: RegisterKind, fields: Values): Values =>
  kind.single && fields[kind.title] !== undefined ? { ...fields, [kind.title]: `${fields[kind.title]} ${++named}` } : fields
const add = (kind: RegisterKind, fields: Values): Promise<Answer> =>
  call(nth(`${kind.name}.add`, 0), registerVerbs(kind).add, { id: newId(), place: here, v: kind.version, fields })
const get = (kind: RegisterKind, id: string) => call(nth(`${kind.name}.get`, 0), registerVerbs(kind).get, { id })

/** What an act on a thing says; who approves is another than who said what it is. */
async function act(kind: RegisterKind, id: string, name: RegisterAct): Promise<Answer> {
  const { last_at, row } = await get(kind, id)
  const own = Object.keys(kind.states ?? {})
  const inputs: Readonly<Record<RegisterAct, object>> = {
    add: {},
    change: { v: kind.version, last_at, fields: titled(kind, saidWhole(kind.fields, 1)) },
    'set-state': { state: own[(own.indexOf(row.own ?? '') + 1) % own.length], basis: '区防指〔2026〕3号', day: '2026-11-18' },
    'still-right': { last_at },
    sign: { last_at, signer: '郭立', day: '2026-11-17' },
    approve: { last_at },
    renew: { until: '2027-11-17' },
    end: { basis: '拆了' },
  }
  return call(nth(`${kind.name}.${name}`, -1), registerVerbs(kind).acts[name], { id, ...inputs[name] })
}
async function living(kind: RegisterKind, n: number): Promise<string> {
  const { id } = await add(kind, titled(kind, saidWhole(kind.fields, n)))
  for (const name of ['sign', 'approve'] as const) if (kind.acts.includes(name)) await act(kind, id, name)
  return id
}

describe.each(registers.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
  test('what is needed is asked; what is hidden is neither needed nor kept', async () => {
    for (const [n, told] of manySaid(kind.fields).entries()) {
      const said = titled(kind, told)
      const { values } = settle(asked(kind.fields), said)
      const { id } = await add(kind, n % 2 === 0 ? said : values)
      expect((await get(kind, id)).fields).toEqual(values)
      for (const name of neededIn(kind.fields, said))
        await expect(add(kind, without(said, name)), name).rejects.toThrow('kinds.missing')
    }
  })

  test('each of its acts is done to what lives and to nothing that ended', async () => {
    for (const name of kind.acts.filter((one) => !['add', 'sign', 'approve'].includes(one))) {
      const id = await living(kind, 0)
      await act(kind, id, name)
      expect((await get(kind, id)).acts.at(-1)?.act).toBe(name)
    }
    const id = await living(kind, 0)
    await act(kind, id, 'end')
    for (const name of kind.acts.filter((one) => one !== 'add'))
      await expect(act(kind, id, name), name).rejects.toThrow('kinds.not-now')
    expect((await get(kind, id)).row.state).toBe('ended')
  })

  test('its list shows what its figures count, whole and narrowed by each choice and state', async () => {
    for (let n = 0; n < manySaid(kind.fields).length; n++) await living(kind, n)
    const see = (show: string, more: object = {}) =>
      call(nth(`${kind.name}.see`, 0), registerVerbs(kind).see, { place: here, show, size: 200, ...more })
    const live = await see('live')
    expect(live.rows.length).toBeGreaterThan(2)
    expect([live.total, live.live]).toEqual([live.rows.length, live.rows.length])
    for (const [name, field] of thingFiltersOf(kind))
      for (const value of Object.keys(field.values ?? {})) {
        const { rows, total } = await see('live', { [name]: value })
        expect([value, total, total > 0]).toEqual([value, rows.length, true])
      }
    for (const own of Object.keys(kind.states ?? {})) {
      const { rows, total } = await see('live', { own })
      expect([own, total]).toEqual([own, live.rows.filter((row) => row.own === own).length])
      expect(rows.every((row) => row.own === own)).toBe(true)
    }
    expect((await see('ended')).rows.every(({ state }) => state === 'ended')).toBe(true)
  })

  test('a verb of it never reaches a thing of another register; where each stands is what its acts say', async () => {
    const other = registers.find((one) => one !== kind) as RegisterKind
    const id = await living(other, 0)
    await expect(get(kind, id)).rejects.toThrow('not-found')
    const things = await sql<{ id: string; standing: object }>`select id, standing from kind_thing
      where kind = ${kind.name}`.execute(house.owner)
    for (const thing of things.rows) {
      const { rows } = await sql<Record<string, unknown>>`select id, act, at, by_account as by, values, state, basis, day,
        until_day as until, signer from kind_thing_act where thing = ${thing.id}`.execute(house.owner)
      const told = rows.map((one) =>
        Object.fromEntries(
          Object.entries({ ...one, at: (one['at'] as Date).toISOString() }).filter(([, value]) => value !== null),
        ),
      )
      // Phones are sealed where they are kept, in an act as in what stands.
      expect(thingOf(kind, told as never)).toEqual(thing.standing)
    }
  })
})

describe.each(rounds.map((kind) => [kind.name, kind] as const))('%s', (_, kind: RoundKind) => {
  const verbs = roundVerbs(kind)
  const things = registers.find(({ name }) => name === kind.over.things) as RegisterKind
  const results = Object.keys(kind.fields[kind.result.field]?.values ?? {})
  const record = (thing: string, fields: Values) =>
    call(nth(`${kind.name}.record`, 0), verbs.record, { id: newId(), thing, v: kind.version, fields })
  const see = (show = 'all') => call(nth(`${kind.name}.see`, 0), verbs.see, { place: here, show, size: 200 })
  const look = (thing: string) => call(nth(`${kind.name}.get`, 0), verbs.get, { id: thing })
  const saying = (result: string, n = 0): Values => ({ ...saidWhole(kind.fields, n), [kind.result.field]: result })

  test('each result stands as the declaration has it; the figures of a turn add up and open their rows', async () => {
    house.clock.set('2026-12-07T10:00:00+08:00')
    const due = (await see()).turn.due
    const targets: string[] = []
    for (const n of results.keys()) {
      const id = await living(things, n)
      targets.push(id)
    }
    expect((await see()).turn.due).toBe(due + results.length)
    for (const [n, result] of results.entries()) {
      const by = nth(`${kind.name}.record`, 0)
      const said = await withPhotos(house, by, { kind: kind.name, act: 'record' }, kind.fields, saying(result))
      const told = await record(targets[n] ?? '', said)
      const standing = kind.result.done.includes(result) ? 'done' : result
      expect([result, told.standing]).toEqual([result, standing])
      const { checks } = await look(targets[n] ?? '')
      expect((checks[0] as unknown as { fields: Values }).fields).toEqual(settle(asked(kind.fields), said).values)
    }
    const { turn } = await see()
    const { done, notReached, exceptions } = turn as typeof turn & { exceptions: Readonly<Record<string, number>> }
    expect(done + notReached + Object.values(exceptions).reduce((sum, n) => sum + n, 0)).toBe(turn.due)
    const counts: Readonly<Record<string, number>> = { done, 'not-reached': notReached, ...exceptions }
    for (const show of standingsOfKind(kind)) {
      const { rows, total } = await see(show)
      expect([show, total]).toEqual([show, counts[show] ?? 0])
      expect(rows.every(({ standing }) => standing === show)).toBe(true)
    }
  })

  test('what is needed is asked, a look is corrected and not edited, and a no becomes a finding', async () => {
    const thing = await living(things, 0)
    const [done = ''] = kind.result.done
    for (const name of neededIn(kind.fields, saying(done)))
      await expect(record(thing, without(saying(done), name)), name).rejects.toThrow('kinds.missing')
    const asks = settle(kind.fields, saying(done)).values
    const lists = Object.entries(kind.fields).filter(([name, { type }]) => type === 'checklist' && name in asks)
    const wrong = Object.fromEntries(
      lists.map(([name, { values = {} }]) => [name, Object.fromEntries(Object.keys(values).map((item) => [item, 'no']))]),
    )
    const told = (await record(thing, { ...saying(done), ...wrong })) as Answer & { findings: number }
    const items = lists.reduce((sum, [, { values = {} }]) => sum + Object.keys(values).length, 0)
    expect(told.findings).toBe(kind.finding ? items : 0)
    const mend = declared.find(({ name }) => name === kind.finding)
    if (mend?.mechanism === 'request') {
      const found = await call(nth(`${mend.name}.see`, 0), requestVerbs(mend).see, { place: here, show: 'open', size: 200 })
      expect(found.rows.length).toBeGreaterThanOrEqual(items)
    }
    if (!verbs.replace) return
    const by = nth(`${kind.name}.replace`, 0)
    await call(by, verbs.replace, { id: newId(), replaces: told.id, v: kind.version, fields: saying(done) })
    const { checks } = await look(thing)
    expect(checks.map(({ replaced }) => replaced)).toEqual([false, true])
  })

  test('it goes to things of its own register in the states that it names, and to nothing else', async () => {
    const other = registers.find((one) => one !== things) as RegisterKind
    await expect(record(await living(other, 0), saying(results[0] ?? ''))).rejects.toThrow('not-found')
    const thing = await living(things, 0)
    await act(things, thing, 'end')
    await expect(record(thing, saying(results[0] ?? ''))).rejects.toThrow('not-found')
    const shut = Object.keys(things.states ?? {}).find((state) => !(kind.over.where ?? [state]).includes(state))
    if (shut === undefined) return
    const closed = await living(things, 0)
    const input = { id: closed, state: shut, basis: '区防指〔2026〕3号', day: '2026-11-18' }
    await call(nth(`${things.name}.set-state`, 0), registerVerbs(things).acts['set-state'], input)
    await expect(record(closed, saying(results[0] ?? ''))).rejects.toThrow('kinds.outside-round')
  })
})
