import { readTimeline } from '@wangdi/domain/plan/timeline/timeline.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenOrder } from '../../../test/given/orders.ts'
import { givenResponse } from '../../../test/given/regimes.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'

const community = '410105001003'
const day = '2026-11-17'
let house: House
let director: Caller

beforeAll(async () => {
  house = await startHouse({ day })
  director = await house.as('community-director', community, '周敏')
})
afterAll(() => house.close())

const kinds = async (place = community, on?: string) =>
  (await director.call(readTimeline, { place, ...(on && { on }) })).spans.map(({ kind, from, until }) => [kind, from, until])

test('on an ordinary day the rules of the service regime hold alone, from the day they began', async () => {
  const { from, until, spans } = await director.call(readTimeline, { place: community })
  expect([from, until]).toEqual(['2026-09-18', day])
  expect(new Set(spans.map(({ kind }) => kind))).toEqual(new Set(['rules']))
  expect(spans[0]).toMatchObject({ until: null })
  expect(spans.map((span) => span.from)).toContain('2023-01-08')
})

test('responses, levels, orders and the rules that follow stand with their days, and a past day shows what was known of it', async () => {
  await givenResponse(house, community, { from: '2026-11-01', until: '2026-11-12' })
  await givenOrder(house, community, { from: '2026-11-03', until: '2026-11-05' })
  const level = (value: string, valid_from: string) => ({
    id: newId(),
    place: '410105',
    fact: 'county.risk',
    value,
    valid_from,
    by_account: director.account,
    at: new Date(`${valid_from}T01:00:00Z`),
  })
  await house.owner
    .insertInto('confirmed_level')
    .values([level('medium', '2026-11-01'), level('low', '2026-11-09')])
    .execute()
  const now = await kinds()
  expect(now).toContainEqual(['response', '2026-11-01', '2026-11-12'])
  expect(now).toContainEqual(['order', '2026-11-03', '2026-11-05'])
  expect(now).toContainEqual(['level', '2026-11-01', '2026-11-08'])
  expect(now).toContainEqual(['level', '2026-11-09', null])
  expect(now).toContainEqual(['rules', '2026-11-01', '2026-11-12'])
  expect(now).toContainEqual(['rules', '2026-11-13', null])
  expect(await kinds(community, '2026-11-04')).toContainEqual(['order', '2026-11-03', null])
})
