// Contingency plans as the step of the schema moves them: versions that wait, were replaced unapproved, and acts of one moment.
import { readFileSync } from 'node:fs'
import { contingency } from '@wangdi/domain/documents/kinds/contingency.kind.ts'
import { type Paper, paperAbove, paperOf } from '@wangdi/domain/kinds/document/document.rules.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../database-url.ts'
import { type House, startHouse } from '../house.ts'

const place = '410105001003'
const stepOf = (name: string) => readFileSync(new URL(`../../migrations/${name}.sql`, import.meta.url), 'utf8')
const [held, waiting, renewed, skipped] = [newId(), newId(), newId(), newId()]
const all = [held, waiting, renewed, skipped]
let house: House
let writer: string
let approver: string
beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  writer = (await house.as('community-worker', place, '孙悦')).account
  approver = (await house.as('community-director', place, '周敏')).account
  await withClient(house.ownerUrl, async (client) => {
    const plans = stepOf('0037_contingencies').replace(/create index inspection_contingency[^;]*;/, '')
    await client.query(`drop table kind_document_head; alter table kind_document drop column due_from; ${plans}`)
    const open = (id: string) =>
      client.query(
        `insert into contingency (place, id, kind, title, by_account, at) values ('${place}', $1, 'response', $2, $3, '2026-11-01T01:00:00Z')`,
        [id, `预案${all.indexOf(id)}`, writer],
      )
    const write = async (plan: string, version: number, at: string, approvedAt?: string) => {
      const id = newId()
      const said = version === 1 ? '' : `第 ${version} 版改了集合地点`
      await client.query(
        `insert into contingency_version (place, id, contingency, version, content, triggers, partners, responsible, review_on, changed, by_account, at)
          values ('${place}', $1, $2, $3, '一小时内到岗', '{区里启动响应,楼栋封闭}', '[{"name": "惠民超市", "does": "送菜"}]', '周敏', '2027-11-01', $4, $5, $6)`,
        [id, plan, version, said, writer, at],
      )
      if (approvedAt)
        await client.query(`insert into contingency_approval (place, version, by_account, at) values ('${place}', $1, $2, $3)`, [
          id,
          approver,
          approvedAt,
        ])
    }
    for (const id of all) await open(id)
    await write(held, 1, '2026-11-01T01:00:00.123456Z', '2026-11-02T17:00:00Z')
    await write(waiting, 1, '2026-11-01T01:00:00Z')
    // Written, approved and written anew in one moment.
    await write(renewed, 1, '2026-11-03T01:00:00Z', '2026-11-03T01:00:00Z')
    await write(renewed, 2, '2026-11-03T01:00:00Z')
    // The second was never approved, the third is.
    await write(skipped, 1, '2026-11-01T01:00:00Z', '2026-11-01T02:00:00Z')
    await write(skipped, 2, '2026-11-04T01:00:00Z')
    await write(skipped, 3, '2026-11-05T01:00:00Z', '2026-11-06T01:00:00Z')
    const step = stepOf('0109_plans_are_documents')
    await client.query(`begin; ${step}; commit`)
  })
})
afterAll(() => house.close())

async function movedTo(id: string) {
  const { rows } = await sql<{
    standing: Paper
    head: Paper
    due_from: string
    unready: boolean
  }>`select d.standing, h.standing as head,
      d.due_from, d.unready from kind_document d join kind_document_head h on h.id = d.id where d.id = ${id}`.execute(house.owner)
  const acts = await sql<
    Record<string, unknown>
  >`select id, act, version, at, by_account as by, place, values from kind_document_act
    where document = ${id}`.execute(house.owner)
  const told = acts.rows.map((row) => ({
    ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
    at: (row['at'] as Date).toISOString(),
  }))
  const [row] = rows
  if (!row) throw new Error('it did not come over')
  return { ...row, folded: paperOf(contingency, told as never) }
}

test('what a plan is now is what its acts say, nothing of them is a stray, and above the county the same stands without names', async () => {
  for (const id of all) {
    const { standing, head, folded } = await movedTo(id)
    expect(folded).toEqual(standing)
    expect(folded.strays).toEqual([])
    expect(head).toEqual(paperAbove(contingency, standing))
    expect(JSON.stringify(head)).not.toContain('周敏')
  }
})

test('what was approved holds from the day of its approval, with all that it says and who wrote it', async () => {
  const { standing, due_from } = await movedTo(held)
  expect(standing.versions).toMatchObject([
    {
      ...{ version: 1, state: 'in-force', by: writer, at: '2026-11-01T01:00:00.123Z', in_force_from: '2026-11-03', issued: null },
      values: {
        ...{ kind: 'response', title: '预案0', content: '一小时内到岗', responsible: '周敏', review_on: '2027-11-01' },
        ...{ triggers: [{ when: '区里启动响应' }, { when: '楼栋封闭' }], partners: [{ name: '惠民超市', does: '送菜' }] },
      },
    },
  ])
  expect([standing.review_on, due_from]).toEqual(['2027-11-01', '2027-11-02'])
})

test('what waits still waits, beside the version that holds; what was written anew before it was approved was replaced', async () => {
  const states = async (id: string) => (await movedTo(id)).standing.versions.map(({ state }) => state)
  expect(await states(waiting)).toEqual(['waiting'])
  expect(await states(renewed)).toEqual(['in-force', 'waiting'])
  expect(await states(skipped)).toEqual(['replaced', 'replaced', 'in-force'])
  expect(await movedTo(waiting)).toMatchObject({ unready: true, due_from: '2026-11-01' })
  const { standing } = await movedTo(renewed)
  expect(standing.versions[1]?.values).toMatchObject({ changed: '第 2 版改了集合地点' })
})
