import { codeText } from '@wangdi/domain/kinds/document/code.ts'
import { withdrawDecision } from '@wangdi/domain/observation/queue/queue.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenQueue } from '../../../test/given/arrivals.ts'
import { type House, startHouse } from '../../../test/house.ts'

const today = '2026-11-17'
let house: House
let given: Awaited<ReturnType<typeof givenQueue>>

beforeAll(async () => {
  house = await startHouse({ day: today })
  given = await givenQueue(house)
})
afterAll(() => house.close())
beforeEach(() => given.begin())

const verify = async (code: string) => (await fetch(`${house.url}/api/notices/${encodeURIComponent(code)}`)).json()
const page = async (code?: string) =>
  (await fetch(`${house.url}/verify${code === undefined ? '' : `?code=${encodeURIComponent(code)}`}`)).text()

test('anybody learns whether it is genuine, what it is and of when, and whether it holds; nobody learns whose it is [R-LAW-2]', async () => {
  const { came, check, rowsOf, decide, health } = given
  const { id } = await came({ name: '周建国' })
  await check([id])
  await decide(await rowsOf({ stage: 'decide' }))
  const { rows } = await sql<{ code: string }>`select code from observation`.execute(house.owner)
  const code = rows[0]?.code ?? ''
  const known = { known: true, kind: 'observation', issuer: '金水区卫生健康委员会', on: today, until: '2026-11-22' }
  expect(await verify(code)).toEqual({ ...known, state: 'holds' })
  expect(await verify(codeText(code).toLowerCase())).toEqual({ ...known, state: 'holds' })
  const shown = await page(code)
  expect(shown).toContain('是真的，现在有效')
  expect(shown).not.toContain('周建国')
  house.clock.set('2026-11-23T00:01:00+08:00')
  expect(await verify(code)).toEqual({ ...known, state: 'over' })
  house.clock.set('2026-11-18T10:00:00+08:00')
  await health.call(withdrawDecision, { id: newId(), arrival: id, why: '看错了人' })
  expect(await verify(code)).toEqual({ ...known, state: 'void' })
  expect(await page(code)).toContain('已经作废')
})

test('what is no code, or of another county, is not known; what was typed comes back as text only', async () => {
  for (const code of ['7KQ4-M2XD-9HTR', 'x', '<b>', '%00', '一'.repeat(20)]) expect(await verify(code)).toEqual({ known: false })
  expect(await page('"><script>alert(1)</script>')).not.toContain('<script')
  expect(await page('7KQ4-M2XD-9HTR')).toContain('没有这个号')
  expect(await page()).toContain('核对告知书')
})

test('whoever tries codes is slowed by address, without a session or with one', async () => {
  const strange = await startHouse({ day: today })
  try {
    const answers = []
    for (let n = 0; n < 31; n++) answers.push((await fetch(`${strange.url}/api/notices/7KQ4M2XD9HT${'23456789'[n % 8]}`)).status)
    expect([answers.filter((status) => status === 200).length, answers.at(-1)]).toEqual([30, 429])
  } finally {
    await strange.close()
  }
})
