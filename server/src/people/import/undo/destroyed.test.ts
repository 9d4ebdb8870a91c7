// What a roster of arrivals made is destroyed with the arrivals after a response, its trace as well; the run is then no more taken back.
import { importArrivals, importResidents, type RosterFile } from '@wangdi/domain/people/import.api.ts'
import { undoImport, weighUndoing } from '@wangdi/domain/people/undo/undo.api.ts'
import {
  assessDestruction,
  decideDestruction,
  executeDestruction,
  readDestruction,
} from '@wangdi/domain/rights/destruction/destruction.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type House, startHouse } from '../../../../test/house.ts'
import { numberOf } from '../../../../test/roster-kinds/make-files.ts'
import { openResponseFor } from '../../../regimes/given.ts'

const county = '410105'
const place = '410105001003'
let house: House
let worker: Caller
beforeAll(async () => {
  house = await startHouse({ day: '2026-11-20' })
  worker = await house.as('community-worker', place, '张敏')
})
afterAll(() => house.close())

async function send(lines: readonly string[]): Promise<string> {
  const headers = { ...worker.headers, 'content-type': 'application/octet-stream' }
  const body = new Uint8Array(Buffer.from(`${lines.join('\n')}\n`))
  const sent = await fetch(`${house.url}/api/people/roster-files`, { method: 'POST', headers, body })
  return ((await sent.json()) as RosterFile).file
}
const traced = async () =>
  (
    await sql<{ kind: string }>`select distinct r.kind from import_trace t
      join import_run r on r.county = t.county and r.id = t.run order by 1`.execute(house.owner)
  ).rows.map(({ kind }) => kind)

test('the trace of a roster of arrivals goes with them and the run can no more be undone; that of residents stays', async () => {
  const response = await openResponseFor(house, county, { from: '2026-11-10', until: '2026-12-10' })
  const residents = await send(['姓名,身份证号', `赵一平,${numberOf('1980-01-01', 23)}`])
  const arrivals = await send(['姓名,身份证号,返回日期,来源地', `冯远,${numberOf('1990-02-02', 23)},2026-11-15,上海市`])
  const lived = await worker.call(importResidents, { id: newId(), place, file: residents })
  const came = await worker.call(importArrivals, { id: newId(), place, file: arrivals })
  expect(await traced()).toEqual(['arrivals', 'residents'])
  await response.close()

  const health = await house.as('county-health', county, '韩志远')
  const assessment = { legality: '响应已终止，按突发公共卫生事件应对法第八条删除', necessity: '不需要留证', safety: '两人核对' }
  const asked = { id: newId(), place: county, response: response.id, assessment: { ...assessment, kept: [] } }
  const { id } = await health.call(assessDestruction, asked)
  await response.leader.call(decideDestruction, { id, place: county, decision: 'approved', reason: '' })
  await health.call(executeDestruction, { id, place: county })
  const { run } = await health.call(readDestruction, { id, place: county })
  expect(run.destroyed.map(({ kind }) => kind)).toContain('arrival-trace')
  expect(await traced()).toEqual(['residents'])
  expect((await worker.call(weighUndoing, { id: came.id })).never).toBe('untraced')
  await expect(worker.call(undoImport, { id: came.id, reason: '传错了' })).rejects.toMatchObject({
    code: 'people.import-untraced',
  })
  expect((await worker.call(weighUndoing, { id: lived.id })).never).toBe(null)
})
