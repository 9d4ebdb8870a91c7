// Makers of test data: an open response, for the tests of every function that only a response opens.
import { closeResponse, openResponse } from '@wangdi/domain/regimes/regimes.api.ts'
import { v7 as newId } from 'uuid'
import type { Caller, House } from '../../test/house.ts'

/** The rule set of the tests: the precision plan of May 2020 with the terms of July 2022. */
export const testRules = 'precision-2020@2020-05-01,terms@2022-07-15'

/** A county leader's order that opens all functions for a county from a day to a day. */
export async function openResponseFor(
  house: House,
  county: string,
  { from, until, scope = [county], rules = testRules }: { from: string; until: string; scope?: string[]; rules?: string },
): Promise<{ id: string; leader: Caller; close(): Promise<unknown>; closeAtOnce(): Promise<unknown> }> {
  const leader = await house.as('county-leader', county, '县长 赵明')
  const id = newId()
  await leader.call(openResponse, {
    id,
    place: county,
    issuer: '区人民政府',
    number: `金政〔2026〕${id.slice(-4)}号`,
    level: 'Ⅲ级',
    scope,
    from,
    until,
    review_on: null,
    rules,
    content: '启动社区防控',
    ground: '传染病防治法 第六十三条',
  })
  // Tests of something else end a response with whoever is under observation listed as left.
  const close = async () => {
    const rows = await house.owner.selectFrom('observation').select(['county', 'id', 'community']).execute()
    const left = rows.filter(({ community }) => scope.some((area) => community.startsWith(area)))
    const said = { response: id, outcome: 'left', note: '各自到期满为止', by_account: leader.account, at: new Date() }
    for (const { county: within, id: observation, community } of left)
      await house.owner
        .insertInto('observation_handover')
        .values({ county: within, id: newId(), community, observation, ...said })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    return closeAtOnce()
  }
  const closeAtOnce = () => leader.call(closeResponse, { id, number: '金政〔2026〕9号', reason: '疫情结束' })
  return { id, leader, close, closeAtOnce }
}
