import { kindProofs } from './kind-proofs.ts'
import { provinces } from './provinces.ts'
import type { Role } from './vocabulary.records.ts'
import { type Words, w } from './words.ts'

export type { Words } from './words.ts'

/** A name that a pack brings itself: its id, a slash and a word, so that no two packs can mean different things by one name. */
export type OwnName = `${string}/${string}`
/** Whether a name is one that a pack brings itself: no name of the house has a slash but those of its kinds of record. */
export const isOwnName = (name: string): name is OwnName => name.includes('/') && !Object.hasOwn(kindProofs, name)

/** What a pack may ask, about whom or what, with the values it may take; `number` is a whole number from 0, `day` a day of the calendar. */
export interface FactWords {
  about: 'place' | 'person' | 'cases' | 'area' | 'derived'
  values: readonly string[] | 'number' | 'rules' | 'settings' | 'day'
  words: Words
  /** Of a value that is not in the list of the house. */
  value_words?: Readonly<Record<string, Words>>
  least?: number
  most?: number
}
const yesNo = ['no', 'yes'] as const
const levels = ['none', 'low', 'medium', 'high'] as const
const place = (values: FactWords['values'], zh: string, en: string): FactWords => ({ about: 'place', values, words: w(zh, en) })
const person = (values: FactWords['values'], zh: string, en: string): FactWords => ({ about: 'person', values, words: w(zh, en) })
const area = (values: FactWords['values'], zh: string, en: string): FactWords => ({ about: 'area', values, words: w(zh, en) })
const cases = (values: FactWords['values'], zh: string, en: string): FactWords => ({ about: 'cases', values, words: w(zh, en) })

export const personKinds = {
  'close-contact': w('密切接触者', 'close contact'),
  'secondary-contact': w('密接的密接', 'contact of a close contact'),
  inbound: w('入境人员', 'person entering the country'),
  'from-outbreak-area': w('疫情发生地来人', 'person from an outbreak area'),
  'returned-high-risk': w('高风险地区返回人员', 'person back from a high-risk area'),
  'returned-medium-risk': w('中风险地区返回人员', 'person back from a medium-risk area'),
  'returned-other': w('其他地区返回人员', 'person back from elsewhere'),
  'returned-to-village': w('返乡人员', 'person back in the village'),
  recovered: w('治愈出院人员', 'person discharged after recovery'),
  'asymptomatic-released': w('解除集中观察的无症状感染者', 'asymptomatic person after release'),
  'mild-case': w('轻型、无症状感染者', 'mild or asymptomatic case'),
  'closed-loop-worker': w('闭环作业结束人员', 'worker leaving a closed loop'),
  'sealed-zone-resident': w('封控区居民', 'resident of a sealed zone'),
} as const
/** Kinds that the house knows without any pack. */
export type HouseKind = keyof typeof personKinds
/** A kind of person: of the house, or brought by a pack. */
export type PersonKind = HouseKind | OwnName

export const facts = {
  response: place(['none', 'open'], '应急响应', 'emergency response'),
  'response.rules': place('rules', '响应采用的规则', 'rules the response names'),
  settings: place('settings', '县里选定的天数、次数、时限', 'days, times a day and hours that the county chose'),
  'county.risk': place(levels, '县域风险等级', 'county risk level'),
  'area.risk': place(levels, '街道或更小范围的风险等级', 'risk level of the street or a smaller area'),
  'area.zone': place(
    ['none', 'sealed', 'controlled', 'precaution'],
    '封控区、管控区、防范区',
    'sealed, controlled or precaution zone',
  ),
  'community.class': place(['none', 'no-case', 'cases', 'transmission'], '社区疫情划分', 'epidemic class of the community'),
  'tier.choice': place(
    ['low', 'medium', 'high'],
    '两项不一致时由人选定的档次',
    'package a person chose where the two axes differ',
  ),
  'community.kind': place(['urban', 'village'], '社区还是村', 'urban community or village'),
  'elder-care.site': place(yesNo, '辖区有开放的养老机构', 'an open elder-care site in the community'),
  'place.rural': place(yesNo, '农村地区', 'rural area'),
  'place.airport-area': place(yesNo, '机场周边', 'beside an airport'),
  'place.fringe': place(yesNo, '城乡结合部', 'fringe of a town'),
  'place.migrant-workers': place(yesNo, '外出务工人员多', 'many migrant workers'),
  'place.border': place(yesNo, '抵边村', 'border village'),
  'election.under-way': place(yesNo, '正在换届选举', 'an election is under way'),
  level: { about: 'derived', values: levels, words: w('风险等级', 'risk level') },
  tier: { about: 'derived', values: ['low', 'medium', 'high'], words: w('防控档次', 'tier') },
  season: { about: 'derived', values: ['spring', 'summer', 'autumn', 'winter'], words: w('季节', 'season') },
  festival: { about: 'derived', values: yesNo, words: w('春节前后', 'around the Spring Festival') },
  'area.cases-live': area(yesNo, '感染者住在这里或常来', 'infected people live or are often here'),
  'area.cases-passed': area(yesNo, '感染者来过、可能传开', 'infected people were here and it may spread'),
  'area.contained': area(yesNo, '风险人员已管住、没有社区传播风险', 'those at risk are under control, nothing spreads'),
  'area.days-without-case': area('number', '连续没有新增感染的天数', 'days in a row without a new infection'),
  'area.last-round-negative': area(yesNo, '规定的全员核酸都是阴性', 'the tests asked for were all negative'),
  'area.contacts-clear': area(yesNo, '最后一名密接已满期且阴性', 'the last contact has served the term and is negative'),
  'area.zones-around': area(yesNo, '本县还有没解除的管控区域', 'zones of the county are still in force'),
  'person.kind': person(Object.keys(personKinds), '人员类别', 'person kind'),
  'holds-health-proof': person(yesNo, '持有健康证明', 'holds a health proof'),
  'came-point-to-point': person(yesNo, '乘“点对点”交通工具到达', 'came by point-to-point transport'),
  'home-fit': person(yesNo, '住处符合居家条件', 'home is fit for a stay'),
  'split-voluntary': person(yesNo, '自愿选择分段隔离', 'chose the split stay'),
  'split-conditions': person(yesNo, '分段隔离条件具备', 'conditions of the split stay are met'),
  'inbound.pilot-city': place(yesNo, '入境分段试点城市', 'pilot city for inbound stays'),
  'outbreak.large-city': place(yesNo, '特大城市较大规模疫情', 'sizeable outbreak in a very large city'),
  'person.age': person('number', '年龄（周岁）', 'age in full years'),
  'person.disease': person(['none', 'stable', 'unstable'], '基础疾病', 'underlying disease'),
  'person.vaccination': person(['full', 'partial', 'none'], '疫苗接种', 'vaccination'),
  'person.infected': person(yesNo, '目前感染', 'infected now'),
  'arrival.origin': person(['abroad', 'high', 'medium', 'low'], '从哪类地区来（当时）', 'kind of area come from, at the time'),
  'arrival.province': {
    ...person(Object.keys(provinces), '从哪个省来', 'province come from'),
    value_words: provinces as Readonly<Record<string, Words>>,
  },
  'cases.total': cases('number', '全县累计确诊（例）', 'confirmed cases in the county since the start'),
  'cases.new-14-days': cases('number', '全县近14天新增确诊（例）', 'new confirmed cases in the county in 14 days'),
  'cases.largest-cluster-14-days': cases('number', '近14天最大聚集性疫情（例）', 'largest cluster in 14 days, in cases'),
  'community.cases': cases('number', '本社区居民确诊（例）', 'confirmed cases among residents'),
  'community.unknown-source-14-days': cases(
    'number',
    '近14天来源不清楚的散发病例（例）',
    'sporadic cases of unknown source in 14 days',
  ),
  'community.outbreaks-continuing': cases(
    yesNo,
    '暴发较多、规模较大且持续传播（疾控判断）',
    'many large outbreaks that go on, as judged by the CDC',
  ),
} as const satisfies Record<string, FactWords>
/** Facts that the house knows without any pack. */
export type HouseFact = keyof typeof facts
/** A fact: of the house, or brought by a pack. */
export type FactName = HouseFact | OwnName
export type FactValue = string | number
/** Facts that are being put together. */
export type ToldFacts = Partial<Record<HouseFact, FactValue>> & Record<OwnName, FactValue>
/** What is known. A fact that is left out is unknown: it is asked for, never guessed. */
export type Facts = Readonly<ToldFacts>

export const valueWords: Readonly<Record<string, Words>> = {
  none: w('无', 'none'),
  abroad: w('境外', 'abroad'),
  open: w('已启动', 'open'),
  low: w('低风险', 'low'),
  medium: w('中风险', 'medium'),
  high: w('高风险', 'high'),
  sealed: w('封控区', 'sealed zone'),
  controlled: w('管控区', 'controlled zone'),
  precaution: w('防范区', 'precaution zone'),
  'no-case': w('未发现病例', 'no case'),
  cases: w('出现病例或暴发', 'cases or an outbreak'),
  transmission: w('传播疫情', 'transmission'),
  urban: w('城市社区', 'urban community'),
  village: w('村', 'village'),
  yes: w('是', 'yes'),
  no: w('否', 'no'),
  stable: w('有，稳定', 'stable'),
  unstable: w('有，不稳定', 'unstable'),
  full: w('全程', 'full'),
  partial: w('未全程', 'partial'),
  green: w('绿', 'green'),
  yellow: w('黄', 'yellow'),
  red: w('红', 'red'),
  spring: w('春', 'spring'),
  summer: w('夏', 'summer'),
  autumn: w('秋', 'autumn'),
  winter: w('冬', 'winter'),
}

export const aspects = {
  control: w('社区防控', 'control'),
  service: w('社区服务', 'service'),
  participation: w('群众参与', 'participation'),
  digital: w('信息化应用', 'digital'),
  organisation: w('组织保障', 'organisation'),
} as const
export type Aspect = keyof typeof aspects

export const strengths = { must: w('必须', 'must'), should: w('应当', 'should'), may: w('可以', 'may') } as const
export type Strength = keyof typeof strengths

/** Where a phase of observation is spent; monitoring is health monitoring at home and not isolation. */
export const wheres = {
  central: w('集中隔离', 'at a central site'),
  home: w('居家隔离', 'at home'),
  monitoring: w('居家健康监测', 'health monitoring at home'),
} as const

/** The functions that stay closed until a response opens them (传染病防治法 §58, §65; 突发公共卫生事件应对法 §39, §40). */
export const emergencyFunctions = {
  arrivals: w('来返人员登记', 'arrivals register'),
  observation: w('隔离观察', 'observation'),
  'daily-report': w('日报告、零报告', 'daily and zero report'),
  orders: w('管控令', 'control orders'),
  gates: w('卡点出入管理', 'gates'),
} as const
export type EmergencyFunction = keyof typeof emergencyFunctions

/** Kinds of restriction that a measure may allow and a limit may forbid. */
export const restrictions = {
  'community-closure': w('社区封闭', 'closure of the community'),
  'building-closure': w('楼栋封闭', 'closure of a building'),
  'person-stay': w('要求个人不外出', 'stay of a person'),
  'go-out-ban': w('禁止居民出行', 'ban on going out'),
  'newcomer-refusal': w('不让外来人员进入', 'refusal of newcomers'),
  checkpoint: w('设卡点', 'checkpoint'),
  'facility-closure': w('关停设施场所', 'closure of facilities'),
  'gathering-ban': w('限制聚集', 'ban on gatherings'),
  observation: w('隔离观察', 'observation'),
  certificate: w('要求开证明', 'certificate asked for'),
  form: w('另要表格', 'extra form'),
} as const
export type Restriction = keyof typeof restrictions

/** What a control in force can be found to be. */
export const overControls = {
  'beyond-tier': w('超出本档', 'beyond the tier'),
  'beyond-term': w('超出期限', 'beyond the term'),
  'no-order': w('没有命令', 'without an order'),
  blanket: w('一刀切', 'blanket'),
  'forbidden-certificate': w('不该要的证明', 'forbidden certificate'),
  'extra-form': w('多余的表格', 'extra form'),
} as const
export type OverControl = keyof typeof overControls

/** The only two certificates an epidemic may ask of a community (2020P, 保障二). */
export const certificates = {
  'residence-proof': w('居住证明', 'proof of residence'),
  'release-notice': w('解除隔离医学观察通知书', 'notice of release from observation'),
} as const

/** Levels of place at which a fact of a pack can be recorded, by the digits of their codes. */
export const placeLevels = {
  province: { digits: 2, ...w('省（自治区、直辖市）', 'province') },
  city: { digits: 4, ...w('市（州、盟）', 'city') },
  county: { digits: 6, ...w('县（区）', 'county') },
  street: { digits: 9, ...w('街道（乡镇）', 'street or town') },
  community: { digits: 12, ...w('社区（村）', 'community') },
} as const
export type PlaceLevel = keyof typeof placeLevels

/** Who can record a fact of a pack for a place, or confirm a level of it, by the level at which they work: for it and what lies below. */
export const recorders = {
  'community-director': 'community',
  'community-doctor': 'community',
  'street-officer': 'street',
  'county-health': 'county',
  'county-leader': 'county',
  city: 'city',
  province: 'province',
} as const satisfies Partial<Record<Role, PlaceLevel>>
export type Recorder = keyof typeof recorders

export { type KindProof, kindProofs } from './kind-proofs.ts'
export { evidences, type EvidenceName, type HouseEvidence, type Role, roles } from './vocabulary.records.ts'
export { firstSubject, type Subject, subjects } from './subjects.ts'
