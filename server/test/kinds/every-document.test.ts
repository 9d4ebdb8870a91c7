// Every document over HTTP, as its declaration has it: a new one is covered the day it is declared.
import { access } from '@wangdi/domain/access/access.ts'
import { addDays } from '@wangdi/domain/day.ts'
import { declared } from '@wangdi/domain/declared.ts'
import { codeText } from '@wangdi/domain/kinds/document/code.ts'
import { documentVerbs } from '@wangdi/domain/kinds/document/document.api.ts'
import { fieldsOfVersion, type Paper, paperOf } from '@wangdi/domain/kinds/document/document.rules.ts'
import type { DocumentAct, DocumentKind, PaperAct } from '@wangdi/domain/kinds/document/document.ts'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { keepDaysOf } from '@wangdi/domain/kinds/kind.ts'
import { thingFiltersOf } from '@wangdi/domain/kinds/register/register.rules.ts'
import { settle } from '@wangdi/domain/kinds/when.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dropEnded } from '../../src/kinds/index.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { givenPointers } from './given-pointers.ts'
import { asked, manySaid, neededIn, saidWhole, without } from './said-whole.ts'

const here = '410105001003'
const today = '2026-11-17'
const documents = declared.filter((kind) => kind.mechanism === 'document')
let house: House
const callers: { readonly role: Role; readonly by: Caller }[] = []
beforeAll(async () => {
  house = await startHouse({ day: today })
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
beforeEach(() => house.clock.set(`${today}T10:00:00+08:00`))

interface Row {
  readonly id: string
  readonly title: string
  readonly state: string
  readonly number: string | null
  readonly received: number
  readonly overdue: boolean
  readonly details: Values
  readonly receipt: Values
}
interface Told {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly number: string | null
}
interface Listed {
  readonly rows: readonly Row[]
  readonly total: number
  readonly in_force: number
  readonly overdue: number
  readonly unready: number
  readonly all: number
  readonly due: number
}
interface Whole {
  readonly row: Row
  readonly versions: readonly {
    readonly version: number
    readonly state: string
    readonly fields: Values
    readonly code: string | null
    readonly received: readonly { readonly fields: Values }[]
  }[]
  readonly acts: readonly { readonly act: string; readonly by: string; readonly version: number }[]
  readonly may: readonly { readonly act: string; readonly version: number }[]
}

const mayCall = (verb: string) => callers.filter(({ role }) => access[verb]?.[role] !== undefined).map(({ by }) => by)
const nth = (verb: string, n: number): Caller => {
  const all = mayCall(verb)
  const by = all[n < 0 ? all.length + n : n]
  if (!by) throw new Error(`nobody may do ${verb}`)
  return by
}
async function ask<T>(kind: DocumentKind, verb: DocumentAct | 'see' | 'get', input: object, n = 0, by?: Caller): Promise<T> {
  const verbs = documentVerbs(kind)
  const endpoint = verb === 'see' || verb === 'get' || verb === 'save' ? verbs[verb] : verbs.acts[verb]
  if (!endpoint) throw new Error(`${kind.name} has no ${verb}`)
  return (by ?? nth(`${kind.name}.${verb}`, n)).call(endpoint, input as never) as Promise<T>
}
let titles = 0
/** What no second of the place may say is said anew for each, and what a later version may not change as its first one said it. */
async function fitted(kind: DocumentKind, fields: Values, id: string, version: number): Promise<Values> {
  if (!kind.alike || fields[kind.title] === undefined) return fields
  if (version === 1) return { ...fields, [kind.title]: `${String(fields[kind.title])}${++titles}` }
  const first = (await get(kind, id).catch(() => undefined))?.versions.at(-1)?.fields ?? {}
  return { ...fields, ...Object.fromEntries([kind.title, ...kind.alike].map((name) => [name, first[name]])) }
}
const save = async (kind: DocumentKind, fields: Values, id = newId(), version = 1): Promise<Told> =>
  ask(kind, 'save', { id, place: here, version, v: kind.version, fields: await fitted(kind, fields, id, version) })
/** An act on a version; who approves is another than who wrote it. */
const act = (kind: DocumentKind, id: string, name: DocumentAct, version = 1, n = 0): Promise<Told> => {
  const more: Readonly<Partial<Record<DocumentAct, object>>> = {
    receive: { v: kind.version, fields: saidWhole(kind.receipt ?? {}, n) },
    withdraw: { ground: '写错了依据' },
  }
  return ask(kind, name, { id, version, ...more[name] }, name === 'receive' ? 0 : -1)
}
const get = (kind: DocumentKind, id: string): Promise<Whole> => ask(kind, 'get', { id })
const see = (kind: DocumentKind, show: string, more: object = {}): Promise<Listed> =>
  ask(kind, 'see', { place: here, show, size: 200, ...more })
/** Brings a version into force by the acts that its kind has. */
async function giveOut(kind: DocumentKind, id: string, version = 1): Promise<Told> {
  const steps = (['sign', 'approve', 'publish'] as const).filter((name) => kind.acts.includes(name))
  let last: Told | undefined
  for (const name of steps) last = await act(kind, id, name, version)
  if (!last) throw new Error('it holds when it is saved')
  return last
}
/** What a version says that holds until a day to come. */
const saying = (kind: DocumentKind, n: number, until = '2026-12-20'): Values => {
  const days = [kind.until, kind.reviewOn].filter((name) => name !== undefined)
  return { ...saidWhole(kind.fields, n), ...Object.fromEntries(days.map((name) => [name, until])) }
}
async function holding(kind: DocumentKind, n: number): Promise<string> {
  const { id } = await save(kind, saying(kind, n))
  await giveOut(kind, id)
  return id
}
const verify = async (code: string) =>
  (await (await fetch(`${house.url}/api/notices/${encodeURIComponent(code)}`)).json()) as Readonly<Record<string, unknown>>
const codeOf = async (kind: DocumentKind, id: string, version = 1) =>
  (await get(kind, id)).versions.find((one) => one.version === version)?.code ?? ''

test('there are documents, and the every-kind tests walk them all', () => {
  expect(documents.length).toBeGreaterThan(1)
})

describe.each(documents.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
  test('what is needed is asked; what is hidden is neither needed nor kept', async () => {
    const fields = fieldsOfVersion(kind, 1)
    for (const said of manySaid(fields)) {
      const { id } = await save(kind, said)
      const kept = (await get(kind, id)).versions[0]?.fields
      expect({ ...kept, [kind.title]: said[kind.title] }).toEqual(settle(asked(fields), said).values)
      for (const name of neededIn(fields, said))
        await expect(save(kind, without(said, name)), name).rejects.toThrow('kinds.missing')
    }
  })

  test('it holds once another person approved it and it was given out, under the next number of the year', async () => {
    if (access[`${kind.name}.save`]?.['community-director'] !== undefined) {
      const by = callers.find(({ role }) => role === 'community-director')?.by
      const id = newId()
      await ask(kind, 'save', { id, place: here, version: 1, v: kind.version, fields: saying(kind, 0) }, 0, by)
      await expect(ask(kind, 'approve', { id, version: 1 }, 0, by)).rejects.toThrow('kinds.second-person')
    }
    const one = await save(kind, saying(kind, 0))
    for (const name of ['receive', 'publish'] as const)
      if (kind.acts.includes(name)) await expect(act(kind, one.id, name)).rejects.toThrow('kinds.not-now')
    expect(one.number).toBe(null)
    const first = await giveOut(kind, one.id)
    const second = await giveOut(kind, (await save(kind, saying(kind, 1))).id)
    const serial = (told: Told) => Number(/〔2026〕(\d+)号$/.exec(told.number ?? '')?.[1])
    expect(first.number).toMatch(new RegExp(`^.+${kind.letters}〔2026〕\\d+号$`))
    expect(serial(second)).toBe(serial(first) + 1)
    house.clock.set('2027-01-04T10:00:00+08:00')
    const { id } = await save(kind, saying(kind, 2, '2027-02-01'))
    expect((await giveOut(kind, id)).number).toMatch(/〔2027〕1号$/)
  })

  test('anybody learns by its code that it is genuine, and whether it holds; nothing of what it says, nothing of who received it', async () => {
    const id = await holding(kind, 0)
    if (kind.acts.includes('receive')) await act(kind, id, 'receive')
    const code = await codeOf(kind, id)
    const answer = await verify(codeText(code).toLowerCase())
    const { row, versions } = await get(kind, id)
    expect(answer).toEqual({
      ...{ known: true, kind: 'document', words: kind.words, number: row.number, issuer: answer['issuer'], on: today },
      ...{ until: kind.until === undefined ? null : '2026-12-20', state: 'holds' },
    })
    const told = JSON.stringify(answer) + (await (await fetch(`${house.url}/verify?code=${code}`)).text())
    expect(told).toContain('是真的，现在有效')
    const said = [...Object.values(versions[0]?.fields ?? {}), ...Object.values(versions[0]?.received[0]?.fields ?? {})]
    for (const value of said) if (typeof value === 'string' && !/^[a-z]+$|^\d{4}-/.test(value)) expect(told).not.toContain(value)
    await save(kind, saying(kind, 1), id, 2)
    expect((await verify(code))['state']).toBe('holds')
    await giveOut(kind, id, 2)
    expect((await verify(code))['state']).toBe('replaced')
    const newer = await codeOf(kind, id, 2)
    await act(kind, id, 'withdraw', 2)
    expect((await verify(newer))['state']).toBe('void')
    if (kind.until === undefined) return
    const lasting = await codeOf(kind, await holding(kind, 0))
    house.clock.set('2026-12-21T08:00:00+08:00')
    expect((await verify(lasting))['state']).toBe('over')
  })

  test.runIf(kind.acts.includes('receive'))(
    'it is received as its kind asks, while it holds; its list tells the last answer',
    async () => {
      const id = await holding(kind, 0)
      const receipt = kind.receipt ?? {}
      const whole = saidWhole(receipt, 1)
      for (const name of neededIn(receipt, whole))
        await expect(
          ask(kind, 'receive', { id, version: 1, v: kind.version, fields: without(whole, name) }),
          name,
        ).rejects.toThrow('kinds.missing')
      await act(kind, id, 'receive', 1, 0)
      await act(kind, id, 'receive', 1, 1)
      const { row, versions } = await get(kind, id)
      expect([row.received, versions[0]?.received.length]).toEqual([2, 2])
      expect(versions[0]?.received[1]?.fields).toEqual(settle(receipt, whole).values)
      const kept = settle(receipt, whole).values
      const listed = (await see(kind, 'in-force')).rows.find((one) => one.id === id)
      for (const [name, { list }] of Object.entries(receipt)) if (list) expect(listed?.receipt[name]).toEqual(kept[name])
      await act(kind, id, 'withdraw')
      await expect(act(kind, id, 'receive')).rejects.toThrow('kinds.not-now')
    },
  )

  test('what was given out is never changed: the next version takes its place; of two who write on, the second looks again', async () => {
    const id = await holding(kind, 0)
    const before = (await get(kind, id)).versions[0]
    await save(kind, saying(kind, 1), id, 2)
    await expect(save(kind, saying(kind, 2), id, 2)).rejects.toThrow('record.moved')
    await expect(save(kind, saying(kind, 2), id, 4)).rejects.toThrow('kinds.not-newest')
    await expect(act(kind, id, 'approve', 1)).rejects.toThrow('kinds.not-newest')
    const waiting = await get(kind, id)
    expect(waiting.versions.find(({ version }) => version === 1)).toEqual(before)
    expect((await see(kind, 'unready')).rows.map((row) => row.id)).toContain(id)
    expect((await see(kind, 'in-force')).rows.map((row) => row.id)).toContain(id)
    await giveOut(kind, id, 2)
    const { versions } = await get(kind, id)
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [2, 'in-force'],
      [1, 'replaced'],
    ])
    expect(versions[1]?.fields).toEqual(before?.fields)
  })

  test('what is offered to whoever opens it may be done, and what is not is refused; why it is withdrawn is said', async () => {
    const { id } = await save(kind, saying(kind, 0))
    const tryAll = async () => {
      const offered: string[] = []
      for (const name of kind.acts.filter((one) => one !== 'save')) {
        const { may } = await ask<Whole>(kind, 'get', { id }, 0, nth(`${kind.name}.${name}`, -1))
        if (may.some((open) => open.act === name && open.version === 1)) offered.push(name)
        else await expect(act(kind, id, name), name).rejects.toThrow('kinds.not-now')
      }
      return offered
    }
    expect(await tryAll()).toEqual(['approve', 'withdraw'])
    await giveOut(kind, id)
    expect(await tryAll()).toEqual(['receive', 'withdraw'].filter((name) => kind.acts.includes(name as DocumentAct)))
    await expect(ask(kind, 'withdraw', { id, version: 1, ground: ' ' }, -1)).rejects.toThrow()
    await act(kind, id, 'withdraw')
    expect(await tryAll()).toEqual([])
    expect((await see(kind, 'over')).rows.map((row) => row.id)).toContain(id)
    expect((await get(kind, id)).may.map(({ act: name, version }) => `${name} ${version}`)).toEqual(['save 2'])
  })

  test('its list shows what its figures count, whole and narrowed by each choice; what is overdue stands among it', async () => {
    for (let n = 0; n < manySaid(kind.fields).length; n++) await holding(kind, n)
    await save(kind, saying(kind, 0))
    const holds = await see(kind, 'in-force')
    const unready = await see(kind, 'unready')
    const all = await see(kind, 'all')
    expect([all.total, all.all]).toEqual([all.rows.length, all.rows.length])
    expect(new Set(all.rows.map(({ id }) => id))).toEqual(new Set([...holds.rows, ...unready.rows].map(({ id }) => id)))
    expect([holds.total, holds.in_force, holds.unready]).toEqual([holds.rows.length, holds.rows.length, unready.rows.length])
    expect([unready.total, unready.unready]).toEqual([unready.rows.length, unready.rows.length])
    expect(holds.rows.every(({ state }) => state === 'in-force')).toBe(true)
    for (const [name, field] of thingFiltersOf(kind))
      for (const value of Object.keys(field.values ?? {})) {
        const { rows, total } = await see(kind, 'in-force', { [name]: value })
        expect([value, total, total > 0]).toEqual([value, rows.length, true])
        expect(rows.every((row) => row.details[name] === value)).toBe(true)
      }
    house.clock.set('2027-03-01T10:00:00+08:00')
    const overdue = await see(kind, 'overdue')
    expect([overdue.total, overdue.overdue]).toEqual([overdue.rows.length, overdue.rows.length])
    expect(overdue.rows.length).toBeGreaterThanOrEqual(holds.rows.length)
    expect(overdue.rows.every((row) => row.overdue)).toBe(true)
    const due = await see(kind, 'due')
    expect([due.total, due.due]).toEqual([due.rows.length, due.rows.length])
    expect(due.rows.every((row) => row.overdue || row.state !== 'in-force')).toBe(true)
    expect(due.rows.map(({ id }) => id)).toEqual(expect.arrayContaining(overdue.rows.map(({ id }) => id)))
  })

  test('a verb of it never reaches a document of another kind; where each stands is what its acts say', async () => {
    const other = documents.find((one) => one !== kind) as DocumentKind
    const id = await holding(other, 0)
    await expect(get(kind, id)).rejects.toThrow('not-found')
    for (const name of kind.acts.filter((one) => one !== 'save'))
      await expect(act(kind, id, name), name).rejects.toThrow('not-found')
    await expect(save(kind, saying(kind, 0), id, 2)).rejects.toThrow('kinds.not-newest')
    await expect(save(kind, saying(kind, 0), id, 1)).rejects.toThrow('exists')
    const kept = await sql<{ id: string; standing: Paper }>`select id, standing from kind_document
      where kind = ${kind.name}`.execute(house.owner)
    expect(kept.rows.length).toBeGreaterThan(5)
    for (const paper of kept.rows) {
      const { rows } = await sql<Record<string, unknown>>`select id, act, version, at, by_account as by, place, values, ground,
          case when code is not null then json_build_object('issuer', issuer, 'number', number, 'code', code) end as issued
        from kind_document_act where document = ${paper.id}`.execute(house.owner)
      const told = rows.map((one) =>
        Object.fromEntries(
          Object.entries({ ...one, at: (one['at'] as Date).toISOString() }).filter(([, value]) => value !== null),
        ),
      )
      expect(paperOf(kind, told as unknown as PaperAct[])).toEqual(paper.standing)
    }
  })

  test('who works beside it, and whoever its rows do not name, neither sees nor changes it', async () => {
    const id = await holding(kind, 0)
    const beside = await house.as('community-director', '410105001004')
    await expect(ask(kind, 'get', { id }, 0, beside)).rejects.toThrow('not-found')
    await expect(ask(kind, 'withdraw', { id, version: 1, ground: '不归您' }, 0, beside)).rejects.toThrow('not-found')
    expect((await see(kind, 'in-force')).rows.map((row) => row.id)).toContain(id)
    const volunteer = await house.as('volunteer', here)
    await expect(ask(kind, 'get', { id }, 0, volunteer)).rejects.toThrow()
  })

  test('it is dropped as many days after it holds no more as its kind keeps it, with its acts and its code; no number is given again', async () => {
    const id = await holding(kind, 0)
    const code = await codeOf(kind, id)
    const { number } = (await get(kind, id)).row
    await act(kind, id, 'withdraw')
    const last = addDays(today, keepDaysOf(kind))
    await dropEnded(house.db, new Date(`${last}T12:00:00+08:00`))
    expect((await verify(code))['known']).toBe(true)
    await dropEnded(house.db, new Date(`${addDays(last, 1)}T12:00:00+08:00`))
    expect(await verify(code)).toEqual({ known: false })
    const left = await sql<{ n: number }>`select count(*)::int as n from kind_document_act where document = ${id}`.execute(
      house.owner,
    )
    expect(left.rows[0]?.n).toBe(0)
    expect((await sql`select from kind_document_head where id = ${id}`.execute(house.owner)).rows).toEqual([])
    const again = await giveOut(kind, (await save(kind, saying(kind, 0))).id)
    const serial = (text: string | null) => Number(/(\d+)号$/.exec(text ?? '')?.[1])
    expect(serial(again.number)).toBeGreaterThan(serial(number))
  })
})
