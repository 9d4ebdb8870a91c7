// No account takes the house from the others, whatever it asks for and however often.
import { searchPeople } from '@wangdi/domain/people/people.api.ts'
import { readSession } from '@wangdi/domain/staff/session.api.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../database-url.ts'
import { type Caller, type House, startHouse } from '../house.ts'

const community = '410105001003'
let house: House
let greedy: Caller
let other: Caller
beforeAll(async () => {
  house = await startHouse()
  greedy = await house.as('community-director', community, '周敏')
  other = await house.as('community-worker', community, '孙丽')
})
afterAll(() => house.close())

const countWaiting = () =>
  withClient(house.ownerUrl, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return rows[0]?.n ?? 0
  })

test('of one account only a few requests go on at once; the rest wait, others are answered, and all come to their end', async () => {
  await withClient(house.ownerUrl, async (client) => {
    await client.query('begin; lock table person in access exclusive mode')
    const asked = Array.from({ length: 30 }, () => greedy.call(searchPeople, { place: community }))
    const all = Promise.all(asked)
    all.catch(() => {}) // told below
    while ((await countWaiting()) < 4) await pause(5)
    for (let nth = 0; nth < 5; nth++) expect((await other.call(readSession, {})).account.name).toBe('孙丽')
    expect(await countWaiting()).toBe(4)
    await client.query('commit')
    expect((await all).map(({ total }) => total)).toEqual(Array(30).fill(0))
  })
})

test('whoever asks for hundreds at once is refused those beyond the waiting ones, with the seconds to wait', async () => {
  await withClient(house.ownerUrl, async (client) => {
    await client.query('begin; lock table person in access exclusive mode')
    let refused = 0
    const answers = Array.from({ length: 150 }, async () => {
      const { status, headers } = await fetch(`${house.url}/api/people/search`, {
        method: 'POST',
        headers: { ...greedy.headers, 'content-type': 'application/json' },
        body: JSON.stringify({ place: community }),
      })
      if (status !== 200) refused += 1
      return [status, headers.has('retry-after')] as const
    })
    await expect.poll(() => refused, { timeout: 30_000 }).toBe(150 - 104)
    await client.query('commit')
    const told = await Promise.all(answers)
    expect(told.filter(([status]) => status === 200)).toHaveLength(104)
    expect(told.filter(([status, says]) => status === 429 && says)).toHaveLength(46)
  })
})
