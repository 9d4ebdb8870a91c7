import { listBehind, readDailyReport } from '@wangdi/domain/reports/reports.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenStay } from '../../test/given/observation.ts'
import { givenPerson } from '../../test/given/people.ts'
import { givenResponse } from '../../test/given/regimes.ts'
import { type House, startHouse } from '../../test/house.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
  await givenResponse(house, '410105')
})
afterAll(() => house.close())

test('a stay that ends as a case beside a day without new cases is shown before anyone says zero, and so is the person', async () => {
  const on = '2026-11-18'
  house.clock.set(`${on}T09:30:00+08:00`)
  const community = '410105001016'
  const own = await house.as('community-director', community, '周敏')
  const person = await givenPerson(house, community, '秦文成')
  const stay = await givenStay(house, community, person, '2026-11-15')
  await house.owner
    .insertInto('observation_end')
    .values({
      county: '410105',
      community,
      id: newId(),
      note: '',
      observation: stay,
      reason: 'confirmed-case',
      by_account: own.account,
      at: `${on}T08:00:00+08:00`,
    })
    .execute()
  const { contradictions } = await own.call(readDailyReport, { community, day: on })
  expect(contradictions).toContainEqual({ line: 'confirmed-cases', why: 'case-today', other: null, n: 1 })
  const behind = { community, day: on, line: 'confirmed-cases', figure: 0, contradiction: 'case-today' } as const
  expect((await own.call(listBehind, behind)).rows.map(({ name }) => name)).toEqual(['秦文成'])
})
