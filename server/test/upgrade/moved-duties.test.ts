// Duties of the four parties as the step of the schema moves them: changed words, traces that are gone, attempts that were refused.
import { readFileSync } from 'node:fs'
import { partyDuty } from '@wangdi/domain/documents/kinds/party-duty.kind.ts'
import { thingOf } from '@wangdi/domain/kinds/register/register.rules.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../database-url.ts'
import { type House, startHouse } from '../house.ts'

const place = '410105001003'
const stepOf = (name: string) => readFileSync(new URL(`../../migrations/${name}.sql`, import.meta.url), 'utf8')
const [set, changed, ended, untraced] = [newId(), newId(), newId(), newId()]
let house: House
let setter: string
let signer: string
beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  setter = (await house.as('community-director', place, '周敏')).account
  signer = (await house.as('community-director', place, '刘洋')).account
  await withClient(house.ownerUrl, async (client) => {
    await client.query(`alter table kind_thing_act drop column signer; ${stepOf('0036_party_duties')}`)
    const insert = (...row: unknown[]) =>
      client.query(
        `insert into party_duty (id, place, party, holder, duty, signed_on, signed_by, valid_from, valid_to, version)
          values ($1, '${place}', 'unit', '晨光印务', $2, $3, $4, $5, $6, $7)`,
        row,
      )
    const trace = (at: string, account: string, verb: string, targets: object) =>
      client.query(
        `insert into audit_line (scope, id, at, account, verb, targets, place) values ('410105', gen_random_uuid(), $1, $2, $3, $4, '${place}')`,
        [at, account, `staff.${verb}-party-duty`, JSON.stringify(targets)],
      )
    await insert(set, '健康每天问', null, null, '2026-11-02', null, 1)
    await trace('2026-11-02T01:00:00.123456Z', setter, 'save', { duty: set })
    await trace('2026-11-03T01:00:00Z', signer, 'sign', { duty: set, refused: 'access.refused' })
    // Signed, changed, which took the signature, and signed again.
    await insert(changed, '食堂错峰', '2026-11-05', '郭工', '2026-11-02', null, 4)
    await trace('2026-11-02T01:00:00Z', setter, 'save', { duty: changed })
    await trace('2026-11-03T01:00:00Z', setter, 'sign', { duty: changed })
    await trace('2026-11-04T01:00:00Z', setter, 'save', { duty: changed })
    await trace('2026-11-05T01:00:00Z', signer, 'sign', { duty: changed })
    await insert(ended, '门口测温', null, null, '2026-11-02', '2026-11-06', 2)
    await trace('2026-11-02T01:00:00Z', setter, 'save', { duty: ended })
    await trace('2026-11-06T01:00:00Z', signer, 'end', { duty: ended })
    // Longer ago than traces are kept; all on one day.
    await insert(untraced, '每天通风', '2020-02-10', '马明', '2020-02-10', '2020-02-10', 5)
    await client.query(`begin; ${stepOf('0117_party_duties_are_a_register')}; commit`)
  })
})
afterAll(() => house.close())

async function movedTo(id: string) {
  const things = await sql<{ standing: object; state: string; ended_on: string | null }>`select standing, state, ended_on
    from kind_thing where id = ${id}`.execute(house.owner)
  const acts = await sql<Record<string, unknown>>`select id, act, at, by_account as by, values, day, signer from kind_thing_act
    where thing = ${id} order by at`.execute(house.owner)
  const told = acts.rows.map((row) => ({
    ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
    ...{ by: row['by'], at: (row['at'] as Date).toISOString() },
  }))
  return { ...things.rows[0], folded: thingOf(partyDuty, told as never), acts: told as Readonly<Record<string, unknown>>[] }
}
const said = (duty: string) => ({ party: 'unit', holder: '晨光印务', duty })

test('what a duty is now is what its acts say, and nothing of them is a stray', async () => {
  for (const id of [set, changed, ended, untraced]) {
    const { standing, folded } = await movedTo(id)
    expect(folded).toEqual(standing)
    expect(folded.strays).toEqual([])
  }
})

test('a duty that was set stands as it was set; what was refused is no act of it', async () => {
  const { state, acts } = await movedTo(set)
  expect([state, acts.map(({ act, by, at, values }) => [act, by, at, values])]).toEqual([
    'draft',
    [['add', setter, '2026-11-02T01:00:00.123Z', said('健康每天问')]],
  ])
})

test('words that were changed bring the last of them, with who brought them; those before were not kept', async () => {
  const { state, acts, folded } = await movedTo(changed)
  expect(acts.map(({ act, by, values }) => [act, by, values])).toEqual([
    ['add', setter, undefined],
    ['change', setter, said('食堂错峰')],
    ['sign', signer, undefined],
  ])
  expect([state, folded.signed]).toEqual(['live', { by: '郭工', on: '2026-11-05' }])
})

test('what ended ended by whom and when its trace says; without traces the day stands and nobody is named', async () => {
  const one = await movedTo(ended)
  expect([one.state, one.ended_on, one.acts.at(-1)]).toMatchObject(['ended', '2026-11-06', { act: 'end', by: signer }])
  const old = await movedTo(untraced)
  expect(old.acts.map(({ act, by, at }) => [act, by, at])).toEqual([
    ['add', null, '2020-02-09T16:00:00.000Z'],
    ['change', null, '2020-02-09T16:00:00.001Z'],
    ['sign', null, '2020-02-09T16:00:00.002Z'],
    ['end', null, '2020-02-09T16:00:00.003Z'],
  ])
  expect([old.state, old.ended_on, old.folded.signed]).toEqual(['ended', '2020-02-10', { by: '马明', on: '2020-02-10' }])
})
