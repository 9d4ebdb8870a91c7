import { listObservations } from '@wangdi/domain/observation/observation.api.ts'
import { readQueue } from '@wangdi/domain/observation/queue/queue.api.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codesOf, givenQueue } from '../../../test/given/arrivals.ts'
import { publishDengue } from '../../../test/given/dengue.ts'
import { type House, startHouse } from '../../../test/house.ts'
import { openResponseFor } from '../../regimes/given.ts'

const county = '410105'
let house: House
let given: Awaited<ReturnType<typeof givenQueue>>

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  given = await givenQueue(house)
  house.clock.set('2026-11-17T10:00:00+08:00')
  await publishDengue(house, '2026-11-18')
  await given.begin()
  house.clock.set('2026-11-18T10:00:00+08:00')
  await openResponseFor(house, county, { from: '2026-11-18', until: '2026-12-31', rules: 'dengue-2026@2026-11-18' })
})
afterAll(() => house?.close())

const rowOf = async (arrival: string) => (await given.rowsOf()).find((row) => row.arrival === arrival)

describe('the list of arrivals, where a notice says of whom its kind is', () => {
  test('proposes it of whom the level of the origin asks nothing, once the origin is confirmed, and a person decides', async () => {
    const south = await given.came({ kind: 'low', origin: '广东省广州市天河区', origin_place: '440106' })
    const north = await given.came({ kind: 'low', origin: '河南省洛阳市', origin_place: '410105', name: '孙玉兰' })
    expect((await rowOf(south.id))?.proposal).toBeNull()
    await given.check([south.id], { origin_kind: 'low' })
    await given.check([north.id], { origin_kind: 'low' })
    expect(await rowOf(north.id)).toMatchObject({ stage: 'out', proposal: null })
    const row = await rowOf(south.id)
    expect(row).toMatchObject({
      stage: 'decide',
      proposal: {
        ...{ kind: 'dengue-2026/returned', kind_words: { zh: '流行区返回人员' }, last_day: '2026-11-29' },
        ...{ phases: [{ where: 'monitoring' }], source: { section: '第七条' }, missing: ['dengue-2026/net'] },
        asks: [{ name: 'dengue-2026/net', words: { zh: '住处有蚊帐或纱窗' } }],
      },
    })
    expect((await given.health.call(readQueue, { place: county })).stages).toMatchObject({ decide: 1, out: 1 })
    if (!row) throw new Error('the arrival is not listed')
    expect(codesOf((await given.decide([row])).answers)).toEqual(['done'])
    const { rows } = await given.health.call(listObservations, { place: county })
    expect(rows.map(({ kind_words, subject, last_day }) => [kind_words.zh, subject, last_day])).toEqual([
      ['流行区返回人员', 'dengue', '2026-11-29'],
    ])
  })

  test('names it beside what rules about something else ask more strictly', async () => {
    const abroad = await given.came({ kind: 'abroad', origin: '泰国', name: '何俊' })
    await given.check([abroad.id], { origin_kind: 'abroad' })
    expect((await rowOf(abroad.id))?.proposal).toMatchObject({
      kind: 'inbound',
      also: [{ kind: 'dengue-2026/returned', words: { zh: '流行区返回人员' }, last_day: '2026-11-29' }],
    })
  })
})
