// An open response for tests, entered as the county would.
import { v7 as newId } from 'uuid'
import type { House } from '../house.ts'

/** Opens arrivals, observation and the daily report for a place from a day on. */
export async function givenResponse(
  house: House,
  place: string,
  more: { from?: string; until?: string; rules?: string } = {},
): Promise<string> {
  const leader = await house.as('county-leader', place.slice(0, 6), '县指挥部')
  const id = newId()
  await house.owner
    .insertInto('response')
    .values({
      id,
      place: place.slice(0, 6),
      issuer: '金水区人民政府',
      number: `金政〔2026〕${id.slice(-4)}号`,
      scope: [place],
      valid_from: more.from ?? '2026-11-14',
      until: more.until ?? '2026-11-28',
      rules: more.rules ?? 'precision-2020@2020-05-01,terms@2022-07-15',
      functions: ['arrivals', 'observation', 'daily-report', 'orders'],
      content: '启动应急响应',
      ground: '传染病防治法第65条',
      entered_by: leader.account,
      entered_at: new Date('2026-11-14T00:00:00Z'),
    })
    .execute()
  return id
}
