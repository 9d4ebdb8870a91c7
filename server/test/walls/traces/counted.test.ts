// That there is somebody tells of them as well: by a count beside no rows, by a page past the end, by what is refused since it is there.
import { listTiers } from '@wangdi/domain/health/health.api.ts'
import { listObservations } from '@wangdi/domain/observation/observation.api.ts'
import { addPerson, searchPeople } from '@wangdi/domain/people/people.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type House, startHouse } from '../../house.ts'
import { community, givenSeen, name, number, today } from './given-seen.ts'

let house: House
let doctor: Caller
let person: string
let dwelling: string
beforeAll(async () => {
  house = await startHouse({ day: today })
  ;({ person, dwelling } = await givenSeen(house))
  doctor = await house.as('community-doctor', community, '韩志远')
}, 60_000)
afterAll(() => house.close())

/** The verbs by which this account saw the person since it began. */
const waysTo = async (id: string): Promise<string[]> =>
  (
    await sql<{ verb: string }>`select l.verb from audit_line l join audit_seen s on s.scope = l.scope and s.line = l.id
      where l.account = ${doctor.account} and s.subject = ${id} order by l.at, l.id`.execute(house.owner)
  ).rows.map(({ verb }) => verb)

test('whoever narrows a list to somebody has seen them, whatever rows, state or page are asked for beside', async () => {
  const observed = await doctor.call(listObservations, { place: community, person, state: 'ended' })
  expect([observed.rows.length, observed.counts.running]).toEqual([0, 1])
  expect(await waysTo(person)).toEqual(['observation.list'])
  await doctor.call(listObservations, { place: community, dwelling, page: 7 })
  const graded = await doctor.call(listTiers, { community, dwelling, page: 7 })
  expect([graded.rows.length, graded.counts.people > 0]).toEqual([0, true])
  expect(await waysTo(person)).toEqual(['observation.list', 'observation.list', 'health.tier-list'])
})

test('a page past the end of those found tells that they are there: they were seen', async () => {
  const before = (await waysTo(person)).length
  expect(await doctor.call(searchPeople, { place: community, text: name, page: 3, size: 1 })).toMatchObject({
    rows: [],
    total: 1,
  })
  expect((await waysTo(person)).slice(before)).toEqual(['people.search'])
  expect(await doctor.call(searchPeople, { place: community, text: '没有这个人', page: 3 })).toMatchObject({ rows: [], total: 0 })
  expect((await waysTo(person)).slice(before)).toEqual(['people.search'])
})

test('whoever is told that a number is on file leaves a line with the code', async () => {
  const worker = await house.as('community-worker', community, '宋磊')
  const asked = { id: newId(), community, name: '张三', document: number }
  await expect(worker.call(addPerson, asked)).rejects.toMatchObject({ code: 'people.document-held' })
  const { rows } = await sql<{ verb: string; targets: unknown }>`select verb, targets from audit_line
    where account = ${worker.account} and verb not like 'session.%'`.execute(house.owner)
  expect(rows).toEqual([{ verb: 'people.add', targets: { refused: 'people.document-held' } }])
})
