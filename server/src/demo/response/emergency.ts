import { addDays, shanghaiInstant } from '@wangdi/domain/day.ts'
import { saveOffice } from '@wangdi/domain/observation/notice/notice.api.ts'
import { usualOffice } from '@wangdi/domain/observation/notice/office.ts'
import { decideObservation, deliverNotice, recordReading } from '@wangdi/domain/observation/observation.api.ts'
import { tellControl, warnControl } from '@wangdi/domain/plan/over-control/over-control.api.ts'
import type { OrderContent } from '@wangdi/domain/regimes/orders/control-order.ts'
import { publishOrder, saveOrderDraft } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { confirmClass, confirmLevel, openResponse, recordFacts } from '@wangdi/domain/regimes/regimes.api.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { decideErrand } from '@wangdi/domain/requests/proposed/proposed.api.ts'
import { takeRequest } from '@wangdi/domain/requests/requests.api.ts'
import type { Day } from '@wangdi/domain/schema.ts'
import type { Static, TObject, TSchema } from 'typebox'
import { observation } from '../../observation/index.ts'
import { plan } from '../../plan/index.ts'
import { regimes } from '../../regimes/index.ts'
import { requests } from '../../requests/index.ts'
import { type DemoLogin, town } from '../accounts.ts'
import { makeSpeaker, type SpeakerParts } from '../kinds/speaker.ts'

/** What the emergency of the demo stands on. */
export interface EmergencyParts extends SpeakerParts {
  /** Who is placed under observation, the arrival of whoever came back, and how many days ago contact or arrival were. */
  readonly contacts: readonly {
    person: string
    arrival?: string
    daysAgo: number
    kind: 'secondary-contact' | 'returned-medium-risk'
  }[]
}

const rules = 'precision-2020@2020-05-01,terms@2022-07-15'
const county = '410105'
const office = { ...usualOffice('金水区'), phone: '0371-55550100' }

/**
 * The town county in an emergency, told by its people through the same verbs as on the pages: the order, the level, the
 * class of the community, those under observation with their readings up to yesterday. The village county has none.
 */
export async function makeEmergency(parts: EmergencyParts): Promise<void> {
  const { chance, today, contacts } = parts
  const speak = await makeSpeaker(parts, [...regimes, ...observation, ...plan, ...requests])
  const say: Say = (login, day, time, endpoint, input) => speak(login, shanghaiInstant(day, time), endpoint, input)
  const from = addDays(today, -5)
  const year = today.slice(0, 4)
  await say('quzhang', from, '08:00', openResponse, {
    id: chance.id(),
    place: county,
    issuer: '区人民政府',
    number: `金政〔${year}〕3号`,
    level: 'Ⅲ级',
    scope: [county],
    from,
    until: addDays(today, 11),
    review_on: null,
    rules,
    content: '启动社区疫情防控，按精准化精细化指导方案分档落实',
    ground: '传染病防治法 第六十三条',
  })
  const source = '区疾控通报（演示）'
  const counted = { 'cases.total': 12, 'cases.new-14-days': 12, 'cases.largest-cluster-14-days': 6 }
  const inTown = { 'community.cases': 1, 'community.unknown-source-14-days': 0, 'community.outbreaks-continuing': 'no' }
  await say('jikong', from, '08:20', recordFacts, { place: county, day: from, source, facts: factsOf(counted) })
  await say('jikong', from, '08:25', recordFacts, { place: town, day: from, source, facts: factsOf(inTown) })
  const level = { id: chance.id(), from, reason: '按通报病例数确认', source }
  await say('jikong', from, '08:30', confirmLevel, { ...level, fact: 'county.risk', place: county, value: 'medium' })
  await say('jikong', from, '08:40', confirmClass, { ...level, id: chance.id(), place: town, value: 'cases' })
  await say('jikong', from, '08:50', saveOffice, { place: county, office })
  const stays: string[] = []
  for (const [at, contact] of contacts.entries()) stays.push(await observe(parts, say, contact, at + 1))
  await decideErrands(parts, say, stays)
  await closeUnit(parts, say)
  await goTooFar(parts, say)
}

// A gate that lets nobody in who comes from elsewhere, told of and warned of; and somebody who wants a thing back.
async function goTooFar({ chance, today }: EmergencyParts, say: Say): Promise<void> {
  const [since, yesterday] = [addDays(today, -3), addDays(today, -1)]
  const told = chance.id()
  await say('maxiaoyan', addDays(today, -2), '16:20', tellControl, {
    id: told,
    place: town,
    control: { kind: 'newcomer-refusal', person: null, certificate: null, scope: 'community' },
    told_as: 'resident',
    since,
    until: null,
    spot: '翠苑小区北门',
    order_number: '',
    exceptions: null,
    services: null,
    reason: '',
    authority: '',
  })
  await say('minzheng', yesterday, '09:10', warnControl, {
    key: `control:${told}`,
    place: town,
    period_from: since,
    period_until: yesterday,
    correction: '外来人员测温、登记后放行，不得一律拦在门外',
    due_on: addDays(today, 1),
  })
  await say('sunli', yesterday, '15:40', takeRequest, {
    id: chance.id(),
    kind: 'property-rights',
    against: town,
    way: 'desk',
    matter: '消毒那天楼道里的电动车被推走，至今没还，也没有收条',
    details: {},
    who: null,
  })
}

// The unit in which a close contact lives is closed since yesterday, with all that people in it need.
async function closeUnit({ owner, chance, today }: EmergencyParts, say: Say): Promise<void> {
  const building = await owner
    .selectFrom('building')
    .innerJoin('estate', (join) => join.onRef('estate.county', '=', 'building.county').onRef('estate.id', '=', 'building.estate'))
    .select('building.id')
    .where('building.community', '=', town)
    .where('estate.name', '=', '翠苑小区')
    .where('building.name', '=', '3号楼')
    .executeTakeFirstOrThrow()
  const id = chance.id()
  const from = addDays(today, -1)
  const content: OrderContent = {
    kind: 'building-closure',
    at: { scope: 'unit', building: building.id, unit: '4单元', estate: null, group: null },
    spot: '',
    issuer: '区人民政府',
    number: `金政令〔${today.slice(0, 4)}〕1号`,
    ground: '传染病防治法 第六十五条',
    content: '4 单元暂时封闭，居民在家，不串门；生活和就医由社区安排。',
    reason: '单元内有次密接，环境核查还没做完',
    wider_reason: '',
    gates: '4 单元北门，24 小时有人',
    exceptions: ['外出就医', '产检、透析、放化疗'],
    from,
    until: addDays(today, 5),
    review_on: null,
    service_plan: {
      supply: '每天 9:00 和 16:00 送到楼下，刘洋 19900009903',
      medical: '韩志远 24 小时接电话，急病直接打 120',
      minors: '大人去隔离的，孩子由亲属照看，没有亲属的由社区照看',
      elders: '独居老人每天上门看一次',
      disabled: '代买代办，孙丽 19900009902',
      mothers: '产检专车接送，提前一天说',
      psychology: '心理热线 8:00 到 22:00',
      phone: '0371-55550100',
    },
    approval: { reason: '', authority: '', number: '' },
  }
  await say('zhoumin', from, '14:20', saveOrderDraft, { id, place: town, version: 0, content })
  await say('quzhang', from, '15:00', publishOrder, { id, version: 1 })
}

const factsOf = (facts: Readonly<Record<string, string | number>>) =>
  Object.entries(facts).map(([name, value]) => ({ name, value }))

async function observe(
  { chance, today }: EmergencyParts,
  say: Say,
  contact: EmergencyParts['contacts'][number],
  number: number,
): Promise<string> {
  const id = chance.id()
  const zero = addDays(today, -contact.daysAgo)
  const ordered = contact.daysAgo > 1 ? addDays(zero, 1) : zero
  const stay = contact.kind === 'secondary-contact' ? '次密接' : '中风险地区返回'
  await say('jikong', ordered, '09:30', decideObservation, {
    id,
    person: contact.person,
    ...(contact.arrival !== undefined && { arrival: contact.arrival }),
    kind: contact.kind,
    day_zero: zero,
    known: {},
    number: `金疾控隔〔${today.slice(0, 4)}〕${number}号`,
    issuer: '区疾控中心',
    basis: `流调认定：${stay}`,
    notice: {
      finding: stay,
      measure: '居家隔离医学观察，期满按时解除',
      rights: office.rights.join('\n'),
      contact: '韩志远 19900009904',
      duties: office.duties.join('\n'),
      services: office.services.join('\n'),
    },
  })
  const delivered = { id: chance.id(), observation: id, way: 'in-person', receipt: 'signed', note: '本人已签' } as const
  await say('hanzhiyuan', ordered, '10:30', deliverNotice, delivered)
  for (let day = ordered; day < today; day = addDays(day, 1))
    for (const time of day === ordered ? ['11:20', '18:10'] : ['08:12', '18:10']) {
      const temperature = Math.round((36.2 + chance.next() * 0.6) * 10) / 10
      const reading = { id: chance.id(), observation: id, temperature, symptoms: [], not_measured: null }
      await say('hanzhiyuan', day, time, recordReading, { ...reading, measured_by: 'visit' })
    }
  return id
}

// Of what the orders propose, the first household wants its rubbish taken and has its medicine; all else waits to be decided.
async function decideErrands({ chance, today }: EmergencyParts, say: Say, [observation = '']: readonly string[]): Promise<void> {
  const yesterday = addDays(today, -1)
  const rubbish = { what: 'rubbish', outcome: 'taken', way: 'phone', urgency: 'today', fields: { put: 'door' } } as const
  await say('sunli', yesterday, '17:10', decideErrand, { id: chance.id(), observation, ...rubbish })
  const medicine = { what: 'medicine', outcome: 'not-needed', note: '家里的药够吃两周' } as const
  await say('sunli', yesterday, '17:12', decideErrand, { id: chance.id(), observation, ...medicine })
}

/** Performs a verb as somebody of the demo, as if it were that moment. */
type Say = <I extends TObject, R extends TSchema>(
  login: DemoLogin,
  day: Day,
  time: string,
  endpoint: Endpoint<I, R>,
  input: Static<I>,
) => Promise<unknown>
