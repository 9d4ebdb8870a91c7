// Papers that name those who wrote, approved, carried out and asked for them: plans, a document with its tasks, packs, a destruction.
import { contingency } from '@wangdi/domain/documents/kinds/contingency.kind.ts'
import { documentVerbs } from '@wangdi/domain/kinds/document/document.api.ts'
import { confirmReceipt, enterDocument, stateTask } from '@wangdi/domain/documents/documents.api.ts'
import { publishDraft, saveDraft, submitDraft } from '@wangdi/domain/documents/packs.api.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Caller, House } from '../house.ts'
import { callKind } from './kinds.ts'
import { dengue, dengueCases } from './packs.ts'

/** Who makes the papers: somebody new of a role at a place, and a name that nobody else has. */
export interface Makers {
  someone(role: Role, place: string): Promise<Caller>
  nextName(): string
}

/** A county and its town with such papers, and a province whose document they carry out; gives what they are asked for by. */
export async function givenPapers(house: House, makers: Makers, town: string): Promise<{ document: string; pack: string }> {
  const { someone } = makers
  const county = town.slice(0, 6)
  const director = await someone('community-director', town)
  await givenPlan(makers, town, await someone('community-worker', town), director)
  await givenPlan(makers, county, await someone('county-health', county), await someone('county-leader', county))
  const document = newId()
  const tasks = [{ id: newId(), text: '三天内把网格名单挂出来', due_on: null }]
  const province = await someone('province-officer', town.slice(0, 2))
  await province.call(enterDocument, {
    ...{
      id: document,
      place: town.slice(0, 2),
      title: '全省方案（试验用）',
      issuer: '省指挥部',
      number: '试1号',
      issued_on: '2026-11-16',
    },
    ...{ valid_from: null, valid_until: null, follows: [], summary: '把人找齐', tasks },
  })
  await director.call(confirmReceipt, { document })
  await director.call(stateTask, { id: newId(), task: tasks[0]?.id ?? '', community: town, state: 'done', note: '' })
  await givenPacks(makers)
  await givenDestruction(house, makers, county)
  return { document, pack: 'dengue-2026' }
}

async function givenPlan({ nextName }: Makers, place: string, writer: Caller, approver: Caller): Promise<void> {
  const { save, acts } = documentVerbs(contingency)
  const fields = {
    ...{ kind: 'response', title: '应急响应预案', content: '一小时内到岗。', triggers: [{ when: '启动响应' }] },
    ...{ responsible: nextName(), review_on: '2027-11-01' },
  }
  const id = newId()
  await callKind(writer, save, { id, place, version: 1, v: 1, fields })
  await callKind(approver, acts.approve, { id, version: 1 })
}

/** One published by two persons of a province, and a draft beside it. */
async function givenPacks({ someone }: Makers): Promise<void> {
  const [writer, second] = [await someone('policy-editor', '41'), await someone('policy-editor', '41')]
  const draft = { place: '41', pack: 'dengue-2026', body: dengue, cases: dengueCases, edition: 0 }
  const id = newId()
  await writer.call(saveDraft, { ...draft, id })
  await writer.call(submitDraft, { id, edition: 1 })
  await second.call(publishDraft, { id, edition: 2, from: '2026-11-20' })
  await writer.call(saveDraft, { ...draft, id: newId() })
}

async function givenDestruction(house: House, { someone }: Makers, county: string): Promise<void> {
  const [asker, approver, doer] = [
    await someone('county-health', county),
    await someone('county-leader', county),
    await someone('county-civil-affairs', county),
  ]
  const run = newId()
  const assessment = JSON.stringify({ legality: '响应已终止', necessity: '不留证', safety: '两人核对', kept: {} })
  await sql`insert into destruction (id, place, response, from_day, to_day, areas, held, functions, assessment, asked_by, asked_at, asked_on)
    select ${run}, ${county}, id, '2026-11-10', '2026-11-15', array[${county}::text], '{}', array['arrivals'], ${assessment}::jsonb,
      ${asker.account}, now(), '2026-11-17' from response where place = ${county} limit 1`.execute(house.owner)
  for (const [kind, by] of [
    ['approved', approver],
    ['done', doer],
  ] as const)
    await sql`insert into destruction_act (id, place, destruction, kind, by_account, at)
      values (${newId()}, ${county}, ${run}, ${kind}, ${by.account}, now())`.execute(house.owner)
}
