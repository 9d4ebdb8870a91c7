// A response with arrivals, a stay, readings, an order, and reports of its days, told through the verbs.
import {
  answerAlert,
  assessHome,
  decideObservation,
  deliverNotice,
  endObservation,
  recordReading,
} from '@wangdi/domain/observation/observation.api.ts'
import { saveOffice } from '@wangdi/domain/observation/notice/notice.api.ts'
import { usualOffice } from '@wangdi/domain/observation/notice/office.ts'
import { deliverRelease, recordCall, releaseObservations } from '@wangdi/domain/observation/release/release.api.ts'
import { recordArrival } from '@wangdi/domain/people/arrival/arrival.api.ts'
import {
  answerObjection,
  publishOrder,
  recordObjection,
  saveOrderDraft,
  shortenOrder,
} from '@wangdi/domain/regimes/orders/orders.api.ts'
import { confirmClass, confirmLevel, recordFacts, reviewResponse } from '@wangdi/domain/regimes/regimes.api.ts'
import { confirmReport, correctReport, explainLine, readDailyReport, sayLine } from '@wangdi/domain/reports/reports.api.ts'
import { v7 as newId } from 'uuid'
import { openResponseFor } from '../../../src/regimes/given.ts'
import { closureOf } from '../../given/orders.ts'
import type { House } from '../../house.ts'
import { county, type Household, type Staff, town } from './community.ts'

const day = '2026-11-16'

/** Opens the response, fills its registers, and reports one day, corrected on the next. */
export async function fillResponse(house: House, staff: Staff, made: readonly Household[]): Promise<void> {
  const { director, doctor, health, leader, desk } = staff
  const at = (moment: string) => house.clock.set(`${moment}+08:00`)
  at('2026-11-14T10:00:00')
  const { id: response, leader: opener } = await openResponseFor(house, county, { from: '2026-11-14', until: '2027-01-31' })
  await health.call(recordFacts, {
    ...{ place: county, day: '2026-11-14', source: '区疾控通报' },
    facts: [{ name: 'cases.total', value: 3 }],
  })
  const level = { from: '2026-11-14', reason: '按通报', source: '区疾控通报' }
  await health.call(confirmLevel, { id: newId(), ...level, fact: 'county.risk', place: county, value: 'medium' })
  await health.call(confirmClass, { id: newId(), ...level, place: town, value: 'cases' })
  const office = { ...usualOffice('金水区'), phone: '0371-00001200' }
  await health.call(saveOffice, { place: county, office })

  const person = made[3]?.people[0]?.id ?? ''
  const dwelling = made[3]?.door ?? ''
  const arrival = newId()
  await desk.call(recordArrival, { id: arrival, community: town, person, dwelling, origin: '青河市', arrived_on: '2026-11-14' })
  const entered = { id: newId(), name: '卢一鸣', phone: '19900008100' }
  await desk.call(recordArrival, { id: newId(), community: town, entered, origin: '云州市', arrived_on: day, state: 'expected' })
  const items = { own_room: true, own_toilet: true, handover_table: true, supplies: true, no_shared_air: true, waste: true }
  await doctor.call(assessHome, { id: newId(), person, items, with: '周敏' })
  const notice = {
    ...{ finding: '中风险地区返回', measure: '居家隔离医学观察，期满按时解除', contact: '韩志远 19900009904' },
    ...{ rights: office.rights.join('\n'), duties: office.duties.join('\n'), services: office.services.join('\n') },
  }
  const stay = newId()
  at('2026-11-14T11:00:00')
  await health.call(decideObservation, {
    ...{ id: stay, person, arrival, kind: 'returned-medium-risk', day_zero: '2026-11-14', known: {} },
    ...{ number: '金疾控隔〔2026〕1号', issuer: '区疾控中心', basis: '中风险地区返回' },
    notice,
  })
  await doctor.call(deliverNotice, { id: newId(), observation: stay, way: 'in-person', receipt: 'signed' })
  const read = async (moment: string, temperature: number) => {
    at(moment)
    const id = newId()
    const said = { temperature, symptoms: [], measured_by: 'visit' as const, not_measured: null }
    await doctor.call(recordReading, { id, observation: stay, ...said })
    return id
  }
  await read('2026-11-15T08:20:00', 36.5)
  await read('2026-11-15T18:20:00', 36.7)
  const high = await read('2026-11-16T08:20:00', 37.8)
  await doctor.call(answerAlert, { id: newId(), reading: high, outcome: 'transfer', note: '送发热门诊' })

  const building = (await house.owner.selectFrom('building').select('id').executeTakeFirstOrThrow()).id
  const draft = newId()
  const order = closureOf(building, { at: { scope: 'unit', building, unit: '1单元', estate: null, group: null } })
  await director.call(saveOrderDraft, {
    id: draft,
    place: town,
    version: 0,
    content: { ...order, from: day, until: '2026-11-20' },
  })
  await leader.call(publishOrder, { id: draft, version: 1 })
  await director.call(saveOrderDraft, { id: newId(), place: town, version: 0, content: { ...order, number: '' } })
  const published = (await house.owner.selectFrom('control_order').select('id').executeTakeFirstOrThrow()).id
  const objection = newId()
  await desk.call(recordObjection, {
    ...{ id: objection, order: published, said_by: '郭志强', door: '3号楼1单元201' },
    ...{ content: '要去透析，出不了门', said_on: day },
  })
  await leader.call(answerObjection, { id: objection, outcome: 'eased', answer: '专车接送' })
  await leader.call(shortenOrder, { id: published, number: '金政令〔2026〕2号', reason: '环境核查做完了', until: '2026-11-19' })
  await report(house, staff)
  at('2026-11-17T09:00:00')
  const late = { temperature: 36.9, symptoms: [], measured_by: 'self' as const, not_measured: null }
  await doctor.call(recordReading, {
    id: newId(),
    observation: stay,
    ...late,
    taken_at: '2026-11-16T10:30:00Z',
    note: '昨晚补记',
  })
  const other = newId()
  await health.call(decideObservation, {
    ...{ id: other, person: made[5]?.people[1]?.id ?? '', kind: 'close-contact', day_zero: '2026-11-15', known: {} },
    ...{ issuer: '区疾控中心', basis: '流调认定', notice: { ...notice, finding: '密接' } },
  })
  await health.call(endObservation, { id: newId(), observation: other, reason: 'ordered-in-error', note: '认定有误' })
  const review = { number: '金政〔2026〕8号', reason: '再研判', until: '2027-01-31', review_on: '2026-12-01' }
  await opener.call(reviewResponse, { id: response, ...review })
  await read('2026-11-17T08:10:00', 36.6)
  at('2026-11-17T10:00:00')
  await director.call(correctReport, { community: town, day, reason: '补记一人' })
}

/** Who was observed to the end is released, given the notice and called. */
export async function fillRelease(house: House, { health, doctor }: Staff): Promise<void> {
  house.clock.set('2026-11-23T09:00:00+08:00')
  const ended = house.owner.selectFrom('observation_end').select('observation')
  const stays = house.owner.selectFrom('observation').select('id').where('id', 'not in', ended)
  const { id: observation } = await stays.executeTakeFirstOrThrow()
  await health.call(releaseObservations, { place: county, items: [{ id: newId(), observation }], tests: '两次阴性，区疾控报' })
  const releases = house.owner.selectFrom('observation_release').select('number')
  const { number } = await releases.executeTakeFirstOrThrow()
  await doctor.call(deliverRelease, { id: newId(), observation, number, way: 'in-person', receipt: 'signed' })
  house.clock.set('2026-11-24T09:00:00+08:00')
  await doctor.call(recordCall, { id: newId(), observation, nth: 1, outcome: 'well' })
}

async function report(house: House, { director }: Staff): Promise<void> {
  house.clock.set(`${day}T17:30:00+08:00`)
  const read = () => director.call(readDailyReport, { community: town, day })
  for (const { line, why } of (await read()).points)
    if (why === 'say-zero') await director.call(sayLine, { id: newId(), community: town, day, line, zero: 'zero' })
    else await director.call(explainLine, { id: newId(), community: town, day, line, explanation: '晚上补' })
  await director.call(confirmReport, { community: town, day })
}
