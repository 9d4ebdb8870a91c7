// Walks every reading verb that is served, as every role that may: whoever is shown finds a line, and who is not told to be shown is not.
import { access } from '@wangdi/domain/access/access.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { readSnapshot } from '@wangdi/domain/sync/sync.api.ts'
import { type Role, roles } from '@wangdi/domain/roles.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { served } from '../../../src/app.ts'
import { idOfCommunity } from '../../../src/platform/traces/trace.ts'
import { fitting, type Schema } from '../../every-input.ts'
import { type Caller, type House, Refused, startHouse } from '../../house.ts'
import { community, county, givenSeen, name, number, type Resident, type Seen, today } from './given-seen.ts'
import { byRecord, doorsAlone, shownElsewhere, shownNobody, shows } from './who-is-shown.ts'

let house: House
let given: Seen
beforeAll(async () => {
  house = await startHouse({ day: today })
  given = await givenSeen(house)
}, 60_000)
afterAll(() => house.close())

const places: Partial<Record<string, string>> = { community, street: '410105001', county }
const reading = served.map(({ endpoint }) => endpoint).filter(({ writes }) => !writes)

interface Line {
  id: string
  targets: Record<string, string>
  seen: string[]
}
const taken = new Set<string>()
/** The line that the last reading of an account left: one that no reading before left. */
async function findLine({ account }: Caller, verb: string): Promise<Line | undefined> {
  const { rows } = await sql<Line>`select l.id, l.targets,
      array(select s.subject::text from audit_seen s where s.scope = l.scope and s.line = l.id) as seen
    from audit_line l where l.account = ${account} and l.verb = ${verb} order by l.id desc limit 1`.execute(house.owner)
  const [line] = rows
  if (!line || taken.has(line.id)) return undefined
  taken.add(line.id)
  return line
}

/** Inputs of a verb: what its contract wants, once for each thing that its ids may mean. */
async function inputsOf(endpoint: Endpoint, place: string, caller: Caller): Promise<Record<string, unknown>[]> {
  const now = house.clock.now().toISOString()
  const schema = endpoint.input as Schema
  const ids = JSON.stringify(schema).includes('"uuid"') ? given.records : [given.person]
  const more = { ...shows[endpoint.name], ...('size' in (schema.properties ?? {}) ? { size: 50 } : {}) }
  if (endpoint.name === 'sync.changes') {
    const { epoch } = await caller.call(readSnapshot, {})
    Object.assign(more, { epoch, since: '1', scope: '' })
  }
  return ids.map((id) => ({
    ...(fitting(schema, { place, community, today, now, id }) as Record<string, unknown>),
    ...more,
  }))
}

/** Who is shown by a name, a number or an id. */
function toldIn(body: string): readonly Resident[] {
  // The end of a phone number may stand in an id by chance.
  const words = body.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')
  const isIn = (text: string) => (/^\d{4}$/.test(text) ? words : body).includes(text)
  return given.residents.filter(({ id, texts }) => [id, ...texts].some(isIn))
}

/** Who is shown by a name, a number or an id; behind a door that is shown without any of them, everybody. */
function shownIn(body: string): readonly Resident[] {
  const told = toldIn(body)
  const doors = new Set(told.map(({ dwelling }) => dwelling))
  return [...told, ...given.residents.filter(({ dwelling }) => !doors.has(dwelling) && body.includes(dwelling))]
}

/** An answer as text. What a phone is told to forget (`gone`) are ids of what it held before. */
const textOf = (answer: unknown) => JSON.stringify({ ...(answer as object), gone: undefined })

/** Why a line does not tell of somebody who was shown; nothing when it does. */
function whyNotTraced(verb: string, body: string, line: Line | undefined, resident: Resident): string | undefined {
  if (!line) return 'left no line'
  const record = byRecord[verb]
  if (record !== undefined) return line.targets[record] ? undefined : `names no ${record}`
  const { id, dwelling, named } = resident
  const everybody = idOfCommunity(community)
  // Who is shown by an id is named by it; whose door or words are shown, by the door or building at least.
  const ids = body.includes(id) ? [id, everybody] : [id, dwelling, ...named, everybody]
  return ids.some((one) => line.seen.includes(one)) ? undefined : 'does not name whom it showed'
}

/** What an input names one by one, as a text. */
const oneByOne = (input: object) => JSON.stringify(Object.values(input).filter((value) => !Array.isArray(value)))

test('of every reading verb it is said whether it shows residents', () => {
  const lists = [shows, shownElsewhere, doorsAlone, shownNobody].flatMap((list) => Object.keys(list))
  expect(lists.toSorted()).toEqual(reading.map((endpoint) => endpoint.name).toSorted())
})

test('every reading that shows a resident leaves a line by which that resident is found; the others show none', async () => {
  const faults = new Set<string>()
  const shown = new Set<string>()
  for (const role of Object.keys(roles) as Role[]) {
    const place = places[roles[role].level]
    if (place === undefined) continue
    const caller = role === 'grid-worker' ? given.worker : await house.as(role, place)
    for (const endpoint of reading) {
      const verb = endpoint.name
      if (!access[verb]?.[role] || verb in shownElsewhere) continue
      for (const input of await inputsOf(endpoint, place, caller)) {
        const answer = await caller.call(endpoint, input).catch((error: unknown) => {
          if (error instanceof Refused && error.code !== 'server.broken') return undefined
          throw error
        })
        // Of a verb that shows somebody, the answer about a record shows whose that is, in whatever words; of a list of records
        // that is asked, only those that come back.
        const body = textOf(answer) + (answer !== undefined && verb in shows ? oneByOne(input) : '')
        const isFile = typeof answer === 'object' && answer !== null && 'base64' in answer // its text lies packed
        const seen = isFile ? given.residents : verb in doorsAlone ? toldIn(body) : shownIn(body)
        if (seen.length === 0) continue
        shown.add(verb)
        if (verb in shownNobody || verb in doorsAlone) faults.add(`${verb} shows somebody to ${role}: ${body.slice(0, 300)}`)
        else {
          const line = await findLine(caller, verb)
          for (const resident of seen) {
            const why = whyNotTraced(verb, body, line, resident)
            if (why) faults.add(`${verb} by ${role} ${why}: ${resident.texts[0]}`)
          }
        }
      }
    }
  }
  expect([...faults]).toEqual([])
  expect(Object.keys(shows).filter((verb) => !shown.has(verb))).toEqual([])
}, 240_000)

test('past the end of a list there is no row, and as many are told to be in all as on its first page', async () => {
  const listing = reading.filter((endpoint) => 'page' in ((endpoint.input as Schema).properties ?? {}))
  const faults: string[] = []
  const filled = new Set<string>()
  const callers = new Map<Role, Caller>()
  for (const level of ['community', 'street', 'county'] as const)
    for (const endpoint of listing) {
      const may = (role: Role) => roles[role].level === level && access[endpoint.name]?.[role]
      const role = (Object.keys(roles) as Role[]).find((one) => one !== 'grid-worker' && may(one))
      if (!role || endpoint.name === 'people.looks') continue // to read who looked is a look as well
      const caller = callers.get(role) ?? (await house.as(role, places[level] ?? ''))
      callers.set(role, caller)
      for (const input of await inputsOf(endpoint, places[level] ?? '', caller)) {
        const asked = (page: number) => caller.call(endpoint, { ...input, page }).then(countsIn, () => '')
        const [whole, past] = [await asked(0), await asked(1000)]
        if (/[1-9]/.test(whole)) filled.add(endpoint.name)
        if (past !== whole) faults.push(`${endpoint.name} by ${role}: ${whole} on the first page, ${past} past the end`)
      }
    }
  expect(faults).toEqual([])
  expect(filled.size).toBeGreaterThanOrEqual(12)
}, 120_000)

// What a page holds, and which it is; all else of an answer counts the whole.
const ofPage = ['rows', 'rounds', 'page']

/** What an answer counts, itself and its lists, as a text. */
const countsIn = (answer: unknown): string =>
  JSON.stringify(answer ?? null, (key, value: unknown) => (ofPage.includes(key) ? undefined : value))

test('no line holds a name, a number or a word of anybody', async () => {
  const { rows } = await sql<{ text: string }>`select l::text as text from audit_line l`.execute(house.owner)
  expect(rows.length).toBeGreaterThan(50)
  const words = new RegExp(`${name}|司徒|欧阳|皇甫|${number}|1990000|电动车|要出门`)
  expect(rows.filter(({ text }) => words.test(text))).toEqual([])
})
