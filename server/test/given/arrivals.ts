// Arrivals for tests of their queue: entered, checked, shown and decided through the same verbs as on the pages.
import { usualOffice } from '@wangdi/domain/observation/notice/office.ts'
import { saveOffice } from '@wangdi/domain/observation/notice/notice.api.ts'
import { decideArrivals, readQueuePeople } from '@wangdi/domain/observation/queue/queue.api.ts'
import type { QueueRow } from '@wangdi/domain/observation/queue/queue.ts'
import { releaseObservations } from '@wangdi/domain/observation/release/release.api.ts'
import { checkArrivals, recordArrival } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { openResponseFor } from '../../src/regimes/given.ts'
import type { Caller, House, Refused } from '../house.ts'
import { givenDwelling, givenPerson } from './people.ts'
import { givenPlaces } from './places.ts'

const county = '410105'
const tixiang = '410105001003'

/** Who came: a name, where from at which level, when they left; the rest is usual. */
export interface Came {
  readonly name?: string
  readonly kind?: 'abroad' | 'high' | 'medium' | 'low' | 'unknown'
  readonly origin?: string
  /** The code of where from, where it was recognised. */
  readonly origin_place?: string
  readonly left?: string | null
  readonly community?: string
  readonly born?: string
  readonly dwelling?: string
}

/** The county in a response, its office written down, and ways to let people arrive there on 2026-11-16. */
export async function givenQueue(house: House) {
  await givenPlaces(house)
  const health = await house.as('county-health', county, '王海涛')
  const clerk = await house.as('community-worker', tixiang, '马晓燕')
  await house.owner
    .insertInto('county')
    .values({ place: county, demo: false, settings: '{}' })
    .onConflict((c) => c.doNothing())
    .execute()
  let doors = 0
  const office = { ...usualOffice('金水区'), phone: '0371-00001200' }
  const queue = {
    health,
    clerk,
    office,
    /** Empties the queue, late in the evening of 2026-11-17. */
    async begin() {
      house.clock.set('2026-11-17T23:30:00+08:00')
      await sql`truncate response_act, response, arrival, observation, person_pile, home_assessment, person, notice_series, notice_code cascade`.execute(
        house.owner,
      )
      await health.call(saveOffice, { place: county, office })
      await openResponseFor(house, county, { from: '2026-11-10', until: '2026-12-10' })
    },
    async came({
      name = '周建国',
      kind = 'medium',
      origin = '青河市东湖区',
      origin_place,
      left = '2026-11-15',
      community = tixiang,
      born = '1980-01-01',
      dwelling,
    }: Came = {}) {
      const door = dwelling ?? (await givenDwelling(house, community, '3号楼', '1', String(100 + ++doors)))
      const person = await givenPerson(house, community, name, { born, dwelling: door })
      const id = newId()
      await health.call(recordArrival, {
        id,
        community,
        person,
        origin,
        origin_kind: kind,
        ...(origin_place !== undefined && { origin_place }),
        arrived_on: '2026-11-16',
        left_origin_on: left,
      })
      return { id, person }
    },
    check: (ids: readonly string[], more: object = {}, who = health, version = 1) =>
      who.call(checkArrivals, {
        place: who === clerk ? tixiang : county,
        items: ids.map((id) => ({ id, version })),
        origin_kind: 'medium',
        ...more,
      }),
    rowsOf: async (more: object = {}, who = health, place = county): Promise<QueueRow[]> =>
      (await who.call(readQueuePeople, { place, ...more })).rows,
    /** Decides about people as they were shown. */
    decide: (rows: readonly QueueRow[], more: object = {}, who: Caller = health) =>
      who.call(decideArrivals, {
        place: county,
        outcome: 'observe',
        items: rows.map(({ arrival, version, proposal }) => ({
          ...{ id: newId(), arrival, version },
          seen: proposal && { kind: proposal.kind, day_zero: proposal.day_zero, last_day: proposal.last_day },
        })),
        ...more,
      }),
    /** People who came from one place and are ordered to stay until 2026-11-22; their orders as they are named. */
    async ordered(...who: (string | Came)[]): Promise<string[]> {
      const people = who.map((one) => (typeof one === 'string' ? { name: one } : one))
      const names = people.map(({ name }) => name)
      const came = []
      for (const one of people) came.push((await queue.came(one)).id)
      await queue.check(came)
      await queue.decide(await queue.rowsOf({ stage: 'decide' }))
      const { rows } = await sql<{ id: string }>`select o.id from observation o
        join person p on p.county = o.county and p.id = o.person order by array_position(${names}::text[], p.name)`.execute(
        house.owner,
      )
      return rows.map(({ id }) => id)
    },
    /** Asks that these stays be released, with what the tests said. */
    release: (observations: readonly string[], more: object = {}, who: Caller = health) =>
      who.call(releaseObservations, {
        place: county,
        items: observations.map((observation) => ({ id: newId(), observation })),
        tests: '11-22 区疾控报：都是阴性',
        ...more,
      }),
  }
  return queue
}

/** What became of each of many: `done`, or the code of its refusal. */
export const codesOf = (answers: readonly { problem: { code: string } | null }[]): string[] =>
  answers.map(({ problem }) => problem?.code ?? 'done')

/** `done`, or the code of the refusal. */
export const refusal = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    (error: Refused) => error.code,
  )
