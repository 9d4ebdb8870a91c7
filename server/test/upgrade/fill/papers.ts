// What offices keep: requests of every kind, duties, units, inspections, plans, packs, proofs, demands, audits, told through the verbs.
import { addMeasure, detailMeasure, judgeMeasure } from '@wangdi/domain/plan/details/details.ts'
import { nameLineOwner } from '@wangdi/domain/plan/lines/lines.ts'
import { tellControl, warnControl } from '@wangdi/domain/plan/over-control/over-control.api.ts'
import { readPlan, stateMeasure } from '@wangdi/domain/plan/plan.api.ts'
import { enterDocument } from '@wangdi/domain/documents/documents.api.ts'
import { partyDuty } from '@wangdi/domain/documents/kinds/party-duty.kind.ts'
import { documentFilesPath } from '@wangdi/domain/documents/documents.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { importResidents, type RosterFile, rosterFilesPath } from '@wangdi/domain/people/import.api.ts'
import { decideDemand, fileDemand, tellDemand } from '@wangdi/domain/reports/demands/demands.api.ts'
import { assessImpact, recordAudit } from '@wangdi/domain/rights/audits/audits.api.ts'
import { issueResidenceProof, refuseCertificate } from '@wangdi/domain/rights/certificates/certificates.api.ts'
import { recordInspection, settleFinding } from '@wangdi/domain/rounds/inspections/inspection.api.ts'
import { unit as units } from '@wangdi/domain/rounds/kinds/units/unit.kind.ts'
import { v7 as newId } from 'uuid'
import { callKind } from '../../given/kinds.ts'
import { givenPapers } from '../../given/papers.ts'
import type { Caller, House } from '../../house.ts'
import { county, type Household, type Staff, street, town } from './community.ts'

const day = '2026-11-17'

/** Everything that offices keep beside people, one of each and more. */
export async function fillPapers(house: House, staff: Staff, made: readonly Household[]): Promise<void> {
  house.clock.set(`${day}T11:00:00+08:00`)
  await fillPlaces(staff)
  await fillPlan(staff)
  const person = made[2]?.people[0]?.id ?? ''
  await staff.desk.call(issueResidenceProof, { id: newId(), person, asked_by: '某小学' })
  await staff.desk.call(refuseCertificate, {
    ...{ id: newId(), place: town, certificate: 'other', wording: '健康状况证明', asked_by: '某公司' },
  })
  await fillDemands(staff)
  await fillRoster(house, staff)
  await staff.health.call(assessImpact, {
    ...{ id: newId(), place: county },
    impact: { record: 'reading', purpose: '早发现发热', effect: '只有医生看得到', measures: '按角色放行，留痕' },
  })
  const looked = { from_day: '2026-01-01', to_day: '2026-11-16', found: '两个离岗账号没停', mended: '当天停了' }
  await staff.auditor.call(recordAudit, { id: newId(), place: county, report: { ...looked, next_on: '2027-05-01' } })
  let named = 0
  const nextName = () => `柏某${++named}`
  await givenPapers(house, { someone: (role, place) => house.as(role, place, nextName()), nextName }, town)
  const document = newId()
  await staff.street.call(enterDocument, {
    ...{ id: document, place: street, title: '街道通知（试验用）', issuer: '经八路街道', number: '试2号', issued_on: day },
    ...{ valid_from: null, valid_until: null, follows: [], summary: '挂网格名单', tasks: [] },
  })
  const upload = `${documentFilesPath}?${new URLSearchParams({ document, name: '通知.txt' })}`
  await send(house, upload, staff.street, '原件')
}

async function fillPlaces({ director, street: officer }: Staff): Promise<void> {
  const registered = registerVerbs(units)
  const firm = { kind: 'firm', name: '晨光印务', address: '优胜北路 8 号', headcount: 46, contact: '郭工', phone: '19900004001' }
  const enter = async (fields: object) =>
    (await callKind(director, registered.add, { id: newId(), place: town, v: 1, fields })).id
  const unit = await enter(firm)
  const { last_at } = await callKind(director, registered.get, { id: unit })
  await callKind(director, registered.acts.change, { id: unit, v: 1, last_at, fields: { ...firm, headcount: 48 } })
  await enter({ kind: 'elder-care', name: '夕照养老院', address: '优胜北路 8 号' })
  const gone = await enter({ kind: 'shop', name: '小满杂货' })
  await callKind(director, registered.acts.end, { id: gone, basis: '搬走了' })
  const finding = (words: string) => ({ id: newId(), item: null, words, owner: '周敏', due_on: '2026-11-20' })
  const [one, other, open] = [finding('门口没人登记'), finding('台账和名单对不上'), finding('消毒记录缺三天')]
  await officer.call(recordInspection, {
    ...{ id: newId(), place: town, kind: 'guidance', unit: null, contingency: null, day, checklist: 'duties-in-place' },
    ...{ answers: { 'duty-named': 'yes' }, note: '', next_on: '2026-12-15', findings: [one, other, open] },
  })
  await director.call(recordInspection, {
    ...{ id: newId(), place: town, kind: 'unit', unit, contingency: null, day, checklist: 'unit-duties' },
    ...{ answers: { responsible: 'yes' }, note: '', next_on: '2026-12-01', findings: [] },
  })
  for (const { id } of [one, other])
    await director.call(settleFinding, { id: newId(), finding: id, kind: 'put-right', note: '当天改了', due_on: null })
  await officer.call(settleFinding, { id: newId(), finding: one.id, kind: 'checked', note: '看过了', due_on: null })
  await officer.call(settleFinding, { id: newId(), finding: other.id, kind: 'still-wrong', note: '还差', due_on: '2026-11-25' })
  const { add, get, acts } = registerVerbs(partyDuty)
  const set = async (party: string, holder: string, duty: string) => {
    const { id } = await callKind(director, add, { id: newId(), place: town, v: 1, fields: { party, holder, duty } })
    return { id, last_at: (await callKind(director, get, { id })).last_at }
  }
  await callKind(director, acts.sign, { ...(await set('unit', '晨光印务', '员工健康每天问一遍')), signer: '郭工', day })
  await set('place', '体育社区', '每个网格有人负责')
  const { id } = await set('person', '居民代表', '少聚集')
  await callKind(director, acts.end, { id, basis: '不用了' })
}

async function fillPlan({ director, civil, street: officer }: Staff): Promise<void> {
  const items = (await director.call(readPlan, { place: town })).items
  const unknown = items.find(({ state }) => state === 'unknown')
  await director.call(stateMeasure, {
    id: newId(),
    place: town,
    measure: unknown?.id ?? '',
    state: 'part',
    note: '喇叭早晚各播一次',
  })
  const own = { id: newId(), place: town, text: '楼道每天多消一遍', who: '物业', reason: '有老人', order_number: '' }
  await director.call(addMeasure, { ...own, aspect: 'control', restriction: null, reach: null, days: 14 })
  await officer.call(judgeMeasure, { id: own.id, place: town, kind: 'approved', reason: '' })
  const how = { how: '早晚各一次', who: '马晓燕', hours: '8:00、18:00' }
  await director.call(detailMeasure, { id: newId(), place: town, measure: items[0]?.id ?? '', ...how })
  const line = { line: 'publicity' as const, name: '高岚', due_on: '2026-11-30' }
  await director.call(nameLineOwner, { id: newId(), place: town, ...line })
  const told = newId()
  await director.call(tellControl, {
    ...{ id: told, place: town, told_as: 'resident', since: '2026-11-14', until: null, spot: '北门', order_number: '' },
    control: { kind: 'newcomer-refusal', person: null, certificate: null, scope: 'community' },
    ...{ exceptions: null, services: null, reason: '', authority: '' },
  })
  await civil.call(warnControl, {
    ...{ key: `control:${told}`, place: town, period_from: '2026-11-14', period_until: '2026-11-16' },
    ...{ correction: '外来人员登记后放行', due_on: '2026-11-20' },
  })
}

async function fillDemands({ civil, desk }: Staff): Promise<void> {
  const id = newId()
  const wanted = {
    ...{
      kind: 'form' as const,
      title: '楼道充电桩情况表',
      asker: '区商务局',
      document: '金商〔2026〕12号',
      purpose: '安排充电设施',
    },
    ...{ ground: '电动自行车安全条例 第十条', items: [], scope: [county], from: '2026-11-02', until: '2026-12-31' },
    new_items: [{ name: '充电桩数量', purpose: '安排充电设施', ground: '电动自行车安全条例', keep: '一年' }],
    ...{ rhythm: 'weekly' as const, minutes: 40, money: null, money_from: '' },
  }
  await civil.call(fileDemand, { id, place: county, wanted })
  await civil.call(decideDemand, { id, place: county, decision: 'accepted', reason: '' })
  const said = { title: '外卖骑手名单', asker: '某街道科室', minutes: 30, rhythm: 'once' as const }
  await desk.call(tellDemand, { id: newId(), place: town, kind: 'form', ...said })
}

/** A roster that adds two, finds one again at another door, and has a line that cannot be read. */
async function fillRoster(house: House, { desk }: Staff): Promise<void> {
  const lines = [
    '姓名,性别,出生日期,联系电话,居住地址',
    '温如玉,女,1985-03-02,19900008201,翠苑小区3号楼1单元302',
    '温小虎,男,2017-08-11,,翠苑小区3号楼1单元302',
    '郭志强,男,1950-07-19,19900008001,翠苑小区3号楼1单元301',
    '陆大川,男,2017-13-41,19900008202,翠苑小区3号楼1单元302',
  ]
  const { file } = (await send(house, rosterFilesPath, desk, lines.join('\n'))) as RosterFile
  await desk.call(importResidents, { id: newId(), place: town, file })
}

async function send(house: House, path: string, { headers }: Caller, text: string): Promise<unknown> {
  const body = new TextEncoder().encode(text)
  const all = { ...headers, 'content-type': 'application/octet-stream' }
  const answer = await fetch(`${house.url}${path}`, { method: 'POST', headers: all, body })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json()
}
