// Installations as earlier versions left them, started by this one: everything is there, and work goes on.
import { searchPeople, unmaskPerson } from '@wangdi/domain/people/people.api.ts'
import { declared } from '@wangdi/domain/declared.ts'
import { contingency as plans } from '@wangdi/domain/documents/kinds/contingency.kind.ts'
import { partyDuty } from '@wangdi/domain/documents/kinds/party-duty.kind.ts'
import { documentVerbs } from '@wangdi/domain/kinds/document/document.api.ts'
import { type Paper, paperAbove, paperOf } from '@wangdi/domain/kinds/document/document.rules.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { thingOf } from '@wangdi/domain/kinds/register/register.rules.ts'
import { agreedDay, foldFinding } from '@wangdi/domain/rounds/inspections/inspection.rules.ts'
import { unit as units } from '@wangdi/domain/rounds/kinds/units/unit.kind.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import { readDailyReport } from '@wangdi/domain/reports/reports.api.ts'
import { getRequest } from '@wangdi/domain/requests/requests.api.ts'
import { readCoverage, readVisits, recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import { readChanges, readSnapshot } from '@wangdi/domain/sync/sync.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkFolds } from '../../src/kinds/index.ts'
import { makeClock } from '../../src/platform/clock.ts'
import { inTransaction, openDb } from '../../src/platform/db.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { openKeys } from '../../src/platform/secrets/keys.ts'
import { makeSignIn } from '../../src/staff/index.ts'
import { openDatabases } from '../../src/start/databases.ts'
import { loadShippedPlaces } from '../../src/start/first-data.ts'
import { type Running, startServer } from '../../src/start/server.ts'
import { withClient } from '../database-url.ts'
import { startHouse } from '../house.ts'
import { type Ask, signInTo } from './caller.ts'
import { dumpTo } from './dump-to.ts'
import { county, street, town } from './fill/community.ts'
import { fillHouse, type Known } from './fill/fill.ts'
import { type Reader, readAll } from './read-all.ts'
import { dumps, emptyDatabase, type Engine, type Installation, knownOf, quiet, restore } from './restore.ts'
import { missing, schemaOf, type Stocked, takeStock } from './stock.ts'

// What steps since a dump take away, and values that they bring up to date, table by table; a test below says how.
const takenAway = ['round_line.household']
const broughtUpToDate = { visit: ['met'] }
// Tables whose rows stand elsewhere now, in other columns.
const movedOn = ['party_duty', 'unit', 'contingency', 'contingency_version', 'contingency_approval']
// What ends by the clock, whichever version starts.
const endsByItself = ['auth.session', 'auth.verification']

/** An act of a thing as rules fold it, from its row. */
const toldOf = ({ at, by_account: by, until_day: until, ...act }: Record<string, unknown>) => ({
  ...Object.fromEntries(Object.entries({ ...act, until }).filter(([, value]) => value !== null)),
  ...{ at: new Date(String(at)).toISOString(), by },
})

const engines: readonly Engine[] = ['the embedded engine', 'a server']
const all = dumps.flatMap((dump) => engines.map((engine) => ({ dump, engine })))

test('there are dumps of earlier versions', () => {
  expect(dumps).toContain('after-0101')
})

describe.each(all)('what the version $dump left on $engine', ({ dump, engine }) => {
  const known: Known = knownOf(dump)
  let left: Installation
  let after: Map<string, Stocked>
  let schema: Record<string, string[]>
  let server: Running
  let enter: (who: string) => Promise<Ask>
  const ends: (() => Promise<unknown>)[] = []

  beforeAll(async () => {
    left = await restore(dump, engine)
    ends.push(() => left.remove())
    const { config } = left
    const keys = openKeys(config.data)
    // A start up to where it looks after what is old by today's clock.
    const opened = await openDatabases(config, keys, quiet)
    await loadShippedPlaces(opened.ownerUrl, config, quiet)
    after = await withClient(opened.ownerUrl, takeStock)
    schema = await withClient(opened.ownerUrl, schemaOf)
    await opened.stop()

    server = await startServer(config, quiet)
    ends.push(() => server.stop())
    const url = server.addresses[0] ?? ''
    const { authUrl, appUrl, stop } = await openDatabases(config, keys, quiet, { join: true })
    const db = openDb(appUrl, quiet, 2)
    const { logins, close } = makeSignIn({ authUrl, db, keys, clock: makeClock(false), log: quiet, secure: false, demo: false })
    ends.push(async () => {
      await close()
      await db.destroy()
      await stop()
    })
    const accounts = new Map(rowsOf('account').map((row) => [row['login'], row['id']]))
    const signedIn = new Map<string, Promise<Ask>>()
    enter = (who) => {
      const login = known.logins[who] ?? ''
      const asked = signedIn.get(who) ?? signInTo(url, login, () => logins.findCode(String(accounts.get(login))))
      signedIn.set(who, asked)
      return asked
    }
  })
  afterAll(async () => {
    for (const end of ends.reverse()) await end()
  })

  const rowsOf = (table: string) => after.get(table)?.rows ?? []
  const people = known.households.flatMap(({ people: behind }) => behind)

  test('every row that its tables held is there, but for what a step of the schema says it changes', () => {
    const counted = [...left.before].map(([table, { rows }]) => [table, rows.length])
    expect(Object.fromEntries(counted)).toEqual(known.rows)
    const lasting = new Map([...left.before].filter(([table]) => !endsByItself.includes(table) && !movedOn.includes(table)))
    const gone = missing(lasting, after, broughtUpToDate)
    expect(gone.columns.filter((column) => !takenAway.includes(column))).toEqual([])
    expect(gone.rows).toEqual([])
  })

  test('its schema is that of an empty house of today', async () => {
    const fresh = await emptyDatabase()
    try {
      await migrate(fresh.ownerUrl)
      const today = await withClient(fresh.ownerUrl, schemaOf)
      for (const part of Object.keys(today)) expect(schema[part], part).toEqual(today[part])
    } finally {
      await fresh.drop()
    }
  })

  test('visits that named nobody name who lives there alone; what the others said is as it was', async () => {
    const alone = new Map<string, string | undefined>()
    for (const person of rowsOf('person').filter((row) => row['left_on'] === null)) {
      const door = String(person['dwelling'])
      alone.set(door, alone.has(door) ? undefined : String(person['id']))
    }
    const metNow = new Map(rowsOf('visit').map((row) => [row['id'], row['met']]))
    const taken = left.before.get('kysely_migration')?.rows.map(({ name }) => name)
    const ofBefore = !taken?.includes('0124_visits_name_who_was_reached')
    let filled = 0
    for (const { id, result, met, dwelling } of left.before.get('visit')?.rows ?? []) {
      const one = alone.get(String(dwelling))
      const fills = ofBefore && result === 'met' && Array.isArray(met) && met.length === 0 && one !== undefined
      expect(metNow.get(id)).toEqual(fills ? [one] : met)
      if (fills) filled++
    }
    expect(filled > 0).toBe(ofBefore)
    const worker = await enter('worker')
    const [home] = known.households.filter(({ people: behind }) => behind.length === 1)
    const { rows } = await worker(readVisits, { dwelling: home?.door ?? '' })
    expect(rows.map(({ met }) => met)).toEqual(rows.map(() => [home?.people[0]?.id]))
  })

  test('duties of the four parties stand on their register with words, signature and end, as the acts that are known of them say', async () => {
    const old = left.before.get('party_duty')?.rows ?? []
    expect(old.length > 0).toBe(known.rows['party_duty'] !== undefined)
    const things = new Map(rowsOf('kind_thing').map((row) => [row['id'], row]))
    for (const { id, place, party, holder, duty, signed_on, signed_by, valid_to } of old) {
      const { community, title, standing, state } = things.get(id) ?? {}
      const acts = rowsOf('kind_thing_act').filter(({ thing }) => thing === id)
      const signed = signed_on === null ? {} : { signed: { by: signed_by, on: signed_on } }
      expect({ community, title, state }).toEqual({
        ...{ community: place, title: holder },
        state: valid_to === null ? (signed_on === null ? 'draft' : 'live') : 'ended',
      })
      expect(standing).toMatchObject({ values: { party, holder, duty }, ...signed })
      // What stands is what its acts make of it, and each act names who did it as long as the traces of it are kept.
      expect(thingOf(partyDuty, acts.map(toldOf) as never)).toEqual(standing)
      expect(acts.every(({ by_account: by }) => rowsOf('account').some((account) => account['id'] === by))).toBe(true)
    }
    const { see } = registerVerbs(partyDuty)
    const shown = (await (
      await enter('director')
    )(see, { place: town, show: 'all' })) as { rows: { id: string; signed: object | null }[] }
    const live = old.filter((row) => row['place'] === town && row['valid_to'] === null)
    expect(shown.rows.filter(({ id }) => live.some((row) => row['id'] === id)).length).toBe(live.length)
  })

  test('contingency plans stand with every version and approval, under their ids, and what was tried still names them', async () => {
    const old = left.before.get('contingency')?.rows ?? []
    expect(old.length > 0).toBe(known.rows['contingency'] !== undefined)
    const [versions, approvals] = ['contingency_version', 'contingency_approval'].map(
      (table) => left.before.get(table)?.rows ?? [],
    )
    for (const { id, place, kind, title, by_account } of old) {
      const paper = rowsOf('kind_document').find((row) => row['id'] === id)
      expect(paper).toMatchObject({ community: place, kind: plans.name, title, by_account })
      const standing = paper?.['standing'] as Paper
      const own = (versions ?? [])
        .filter((row) => row['contingency'] === id)
        .sort((a, b) => Number(a['version']) - Number(b['version']))
      expect(standing.versions.length).toBe(own.length)
      for (const [nth, said] of own.entries()) {
        const version = standing.versions[nth]
        expect(version).toMatchObject({ version: said['version'], by: said['by_account'] })
        const partners = said['partners'] as readonly object[]
        const triggers = said['triggers'] as readonly string[]
        expect(version?.values).toEqual({
          ...{ kind, title, content: said['content'], responsible: said['responsible'], review_on: said['review_on'] },
          ...(said['changed'] !== '' && { changed: said['changed'] }),
          ...(triggers.length > 0 && { triggers: triggers.map((when) => ({ when })) }),
          ...(partners.length > 0 && { partners }),
        })
        const approval = (approvals ?? []).find((row) => row['version'] === said['id'])
        const act = rowsOf('kind_document_act').find(
          (row) => row['document'] === id && row['version'] === said['version'] && row['act'] === 'approve',
        )
        expect(act?.['by_account']).toBe(approval?.['by_account'])
      }
      // What stands is what its acts make of it, and above the county what stands there without names.
      const acts = rowsOf('kind_document_act')
        .filter(({ document }) => document === id)
        .map(({ at, by_account: by, ...act }) => ({
          ...Object.fromEntries(Object.entries(act).filter(([, value]) => value !== null)),
          ...{ at: new Date(String(at)).toISOString(), by },
        }))
      expect(paperOf(plans, acts as never)).toEqual(standing)
      const head = rowsOf('kind_document_head').find((row) => row['id'] === id)
      expect(head?.['standing']).toEqual(paperAbove(plans, standing))
      for (const column of ['in_force', 'unready', 'review_on', 'due_from', 'title'])
        expect([column, head?.[column]]).toEqual([column, paper?.[column]])
    }
    const { see } = documentVerbs(plans)
    const shown = (await (await enter('civil'))(see, { place: county, show: 'all' })) as { rows: { id: string }[] }
    expect(shown.rows.map(({ id }) => id)).toEqual(expect.arrayContaining(old.map(({ id }) => id)))
    const tried = (left.before.get('inspection')?.rows ?? []).filter((row) => row['contingency'] !== null)
    for (const { id, contingency } of tried)
      expect(rowsOf('inspection').find((row) => row['id'] === id)?.['contingency']).toBe(contingency)
  })

  test('units stand on their register under their ids with all that was known of them, whom to call among it, and their acts', async () => {
    const old = left.before.get('unit')?.rows ?? []
    expect(old.length > 0).toBe(known.rows['unit'] !== undefined)
    const things = new Map(rowsOf('kind_thing').map((row) => [row['id'], row]))
    for (const { id, community, kind, name, headcount, contact, phone, valid_to } of old) {
      const { title, standing, state, ...thing } = things.get(id) ?? {}
      expect([thing['community'], title, state]).toEqual([community, name, valid_to === null ? 'live' : 'ended'])
      expect(standing).toMatchObject({
        values: { kind, name, contact, ...(headcount !== null && { headcount }), ...(phone !== null && { phone }) },
      })
      const acts = rowsOf('kind_thing_act').filter(({ thing: of }) => of === id)
      expect(acts.every(({ by_account: by }) => rowsOf('account').some((account) => account['id'] === by))).toBe(true)
      expect(thingOf(units, acts.map(toldOf) as never)).toEqual(standing)
    }
    const { see } = registerVerbs(units)
    const director = await enter('director')
    const { rows } = (await director(see, { place: town, show: 'live' })) as { rows: { title: string; details: object }[] }
    if (old.length > 0)
      expect(rows.find(({ title }) => title === '晨光印务')?.details).toMatchObject({ headcount: 48, phone: '19900004001' })
  })

  test('every stored head of a county is what its acts give by themselves', async () => {
    const { ownerUrl, stop } = await openDatabases(left.config, openKeys(left.config.data), quiet, { join: true })
    const owner = openDb(ownerUrl, quiet, 1)
    const scope = { county, area: county, place: county, health: true }
    try {
      const { compared, differ } = await inTransaction(owner, scope, (db) => checkFolds(db, declared))
      expect(compared.things).toBeGreaterThan(0)
      expect(differ).toEqual([])
    } finally {
      await owner.destroy()
      await stop()
    }
  })

  test('findings stand as their acts say by the flow of findings, with the day agreed last', async () => {
    const looks = new Map(rowsOf('inspection').map((row) => [row['id'], row]))
    const instant = (at: unknown) => new Date(String(at)).toISOString()
    for (const { id, place, inspection, due_on, state, agreed_on } of rowsOf('finding')) {
      const { by_place, by_account: by, at } = looks.get(inspection) ?? {}
      const acts = rowsOf('finding_act')
        .filter(({ finding }) => finding === id)
        .map(({ by_account: doer, at: done, ...act }) => ({ ...act, by: doer, at: instant(done) }))
      const folded = foldFinding({ id, place, by_place, by, due_on, at: instant(at) } as never, acts as never)
      expect([folded.state, agreedDay(folded), folded.strays]).toEqual([state, agreed_on, []])
    }
    const states = rowsOf('finding').map(({ state }) => state)
    expect(states).toEqual(expect.arrayContaining(known.rows['finding'] === undefined ? [] : ['open', 'settled']))
  })

  test('everybody is found by name and by their sealed phone, and whole numbers can be read', async () => {
    const desk = await enter('desk')
    for (const { id, name, document, phone } of people) {
      expect((await desk(searchPeople, { place: town, text: name })).rows.map((row) => row.id)).toContain(id)
      expect((await desk(searchPeople, { place: town, text: phone })).rows.map((row) => row.id)).toEqual([id])
      expect(await desk(unmaskPerson, { id, field: 'document', reason: 'verify' })).toEqual({ value: document })
      expect(await desk(unmaskPerson, { id, field: 'phone', reason: 'call' })).toEqual({ value: phone })
    }
  })

  test('whoever worked there signs in with the password of then, with the same authenticator where there is one', async () => {
    for (const who of Object.keys(known.logins)) await enter(who)
  })

  test('requests of every kind stand with their numbers, words, names and answers', async () => {
    const offices: Record<string, Ask> = {
      [town]: await enter('director'),
      [street]: await enter('street'),
      [county]: await enter('civil'),
    }
    for (const { id, kind, number, office, matter, name, answer } of known.requests) {
      const seen = await offices[office]?.(getRequest, { id })
      expect(seen?.request).toMatchObject({ kind, number, office })
      expect(seen?.who?.name ?? null).toBe(name)
      const words = seen?.acts.map((act) => act.words)
      expect(words).toContain(matter)
      if (answer !== null) expect(words).toContain(answer)
    }
  })

  test('the reports of a day are as they were frozen, byte for byte, and so is a round that was over', async () => {
    const director = await enter('director')
    const { frozen } = await director(readDailyReport, { community: town, day: known.frozen.day })
    expect(frozen).toEqual(known.frozen.versions)
    const reports = (stock: Map<string, Stocked>) =>
      stock
        .get('daily_report')
        ?.rows.map((row) => JSON.stringify(row))
        .sort()
    expect(reports(after)).toEqual(reports(left.before))
    const { coverage } = await director(readCoverage, { id: known.survey })
    const lines = left.before.get('round_line')?.rows.filter((row) => row['standing'] === 'done').length
    expect(coverage.done).toBe(lines)
  })

  test('a phone that asks what is new is answered, or told to begin anew and then gets all of its grid', async () => {
    const worker = await enter('worker')
    const askedSince = (phone: Known['phone']) => worker(readChanges, phone).catch((error: Error) => error.message)
    // Its numbers are those of the server that the dump was taken from.
    expect(await askedSince(known.phone)).toBe('sync.start-over')
    const { rows, epoch, scope } = await worker(readSnapshot, {})
    const held = rows.person?.map(({ id }) => id)
    for (const { id } of people) expect(held).toContain(id)
    // Of one that was told on this server before the start, what the start changed is news.
    const news = await askedSince({ since: left.cursor, epoch, scope })
    if (typeof news === 'string') expect(news).toBe('sync.start-over')
    else {
      const met = news.rows.visit?.map((visit) => visit.met)
      expect(met).toContainEqual([known.households.find(({ people: behind }) => behind.length === 1)?.people[0]?.id])
    }
  })

  // The rows are the same on both.
  test.runIf(engine === 'a server')(
    'no reading verb fails on what was left, and those about one thing find theirs',
    async () => {
      const accounts = new Map(rowsOf('account').map((row) => [row['login'], row]))
      const readers: Reader[] = []
      for (const [who, login] of Object.entries(known.logins)) {
        const { role, place } = accounts.get(login) as { role: Role; place: string }
        readers.push({ role, place, ask: await enter(who) })
      }
      const { answered, failed } = await readAll(readers, after, '2026-11-16')
      expect(failed).toEqual([])
      expect(answered.size).toBeGreaterThan(100)
      for (const name of ['people.get', 'documents.contingency.get', 'rounds.coverage', 'regimes.order'])
        expect(answered).toContain(name)
    },
    480_000,
  )

  test('work goes on: a visit is recorded, and the next start finds nothing left to do', async () => {
    const worker = await enter('worker')
    const dwelling = known.households[3]?.door ?? ''
    const visit = { id: newId(), dwelling, result: 'nobody-home' as const }
    await worker(recordVisit, visit)
    expect((await worker(readVisits, { dwelling })).rows.map(({ id }) => id)).toContain(visit.id)
    const { ownerUrl, stop } = await openDatabases(left.config, openKeys(left.config.data), quiet, { join: true })
    const steps = await withClient(ownerUrl, takeStock)
    await stop()
    for (const table of ['kysely_migration', 'start_step'])
      expect(steps.get(table)?.rows.length).toBe(after.get(table)?.rows.length)
  })
})

// A whole house is filled, which takes a busy machine minutes.
test('what the next dump holds can be made by this version: few tables stay empty', { timeout: 300_000 }, async () => {
  const on = await emptyDatabase()
  await migrate(on.ownerUrl)
  const house = await startHouse({ on })
  try {
    const known = await fillHouse(house)
    const stock = await withClient(house.ownerUrl, takeStock)
    const filled = [...stock].filter(([, { rows }]) => rows.length > 0).map(([table]) => table)
    expect(filled).toEqual(expect.arrayContaining(['visit', 'request_act', 'round_line', 'daily_report', 'kind_document_head']))
    expect(filled.length).toBeGreaterThan(90)
    const folder = process.env['WANGDI_DUMP_TO']
    if (folder) await dumpTo(folder, known, house)
  } finally {
    await house.close()
  }
})
