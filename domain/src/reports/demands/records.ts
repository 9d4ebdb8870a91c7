import type { Role } from '@wangdi/policy/vocabulary.ts'
import type { EmergencyFunction } from '../../endpoint.ts'
import type { Words } from '../../problem.ts'
import type { Sensitivity } from './sensitivity.ts'

/** Why, by which law, by whom, where and how long something about people is kept; without all of it nothing may be collected. */
export interface Handling {
  readonly words: Words
  /** The one role that answers for it, and the one place where it is collected. */
  readonly collector: Role
  readonly point: Words
  readonly purpose: Words
  readonly ground: string
  readonly keep: Words
  readonly sensitivity: readonly Sensitivity[]
}

/** A table of records about people. `ends` names the function whose response they serve: they are destroyed after it. */
export interface RecordKind extends Handling {
  readonly ends: EmergencyFunction | null
}

const epidemicLaw = '突发公共卫生事件应对法 §8、§39；传染病防治法 §13'
const serviceLaw = '居民委员会组织法、村民委员会组织法 §9；个人信息保护法 §13(三)'
const healthLaw = '传染病防治法 §26；基本医疗卫生与健康促进法 §36'
const afterResponse = { zh: '响应结束后销毁', en: 'destroyed after the response' }
const whileLiving = { zh: '住在这里期间；搬走后按年度清理', en: 'while the person lives here; cleared yearly after moving away' }

const served = (zh: string, en: string): Words => ({ zh, en })

/** Every table that holds records about people; the database is compared with this list, so none is left out. */
export const records: Readonly<Record<string, RecordKind>> = {
  person: {
    words: served('居民', 'residents'),
    collector: 'community-worker',
    point: served('居民名册、导入名册', 'register of residents, rosters'),
    purpose: served('知道谁住在哪里，服务找得到人', 'to know who lives where, so that services find them'),
    ground: serviceLaw,
    keep: whileLiving,
    sensitivity: ['person', 'identity-number', 'under-14'],
    ends: null,
  },
  person_gram: {
    words: served('姓名检索', 'search rows of names'),
    collector: 'community-worker',
    point: served('由居民名册算出', 'computed from the register'),
    purpose: served('按姓名找人', 'to find somebody by name'),
    ground: serviceLaw,
    keep: served('和居民一起删', 'goes with the resident'),
    sensitivity: ['person'],
    ends: null,
  },
  person_mark: {
    words: served('重点人群标记', 'key-group marks'),
    collector: 'community-worker',
    point: served('重点人群名单', 'key-group list'),
    purpose: served('知道谁需要关照', 'to know who needs care'),
    ground: `${serviceLaw}；民发〔2021〕11号`,
    keep: served('标记结束后一年', 'one year after the mark ended'),
    sensitivity: ['person', 'health', 'under-14'],
    ends: null,
  },
  person_link: {
    words: served('同一人核对', 'links of look-alikes'),
    collector: 'community-worker',
    point: served('待核对', 'what waits to be checked'),
    purpose: served('不把两个人并成一个', 'so that two people do not become one'),
    ground: serviceLaw,
    keep: served('和居民一起删', 'goes with the resident'),
    sensitivity: ['person'],
    ends: null,
  },
  person_move: {
    words: served('住址变动', 'changes of door'),
    collector: 'community-worker',
    point: served('更正登记、待核对', 'corrections, what waits to be checked'),
    purpose: served('知道人搬到了哪里，改错了能改回来', 'to know where somebody moved, and to take a wrong change back'),
    ground: serviceLaw,
    keep: served('和居民一起删', 'goes with the resident'),
    sensitivity: ['person'],
    ends: null,
  },
  person_pile: {
    words: served('待核对的名册行', 'roster rows to be checked'),
    collector: 'community-worker',
    point: served('待核对', 'what waits to be checked'),
    purpose: served('导入时定不了的由人定', 'what an import cannot decide is decided by a person'),
    ground: serviceLaw,
    keep: served('核对后一年', 'one year after it was settled'),
    sensitivity: ['person'],
    ends: null,
  },
  person_advice: {
    words: served('健康提示', 'health advice given'),
    collector: 'community-worker',
    point: served('居民页', 'page of a resident'),
    purpose: served('谁收到过哪类提示', 'who was told what'),
    ground: healthLaw,
    keep: served('一年', 'one year'),
    sensitivity: ['person'],
    ends: null,
  },
  import_run: {
    words: served('导入记录', 'imports'),
    collector: 'community-worker',
    point: served('导入名册', 'rosters'),
    purpose: served('退回没收的行', 'to hand back rows that were not taken'),
    ground: serviceLaw,
    keep: served('没收的行 30 天，数字长期', 'rejected rows 30 days, figures for good'),
    sensitivity: ['person', 'identity-number'],
    ends: null,
  },
  grid_duty: {
    words: served('包片包户', 'duties'),
    collector: 'community-director',
    point: served('网格', 'grids'),
    purpose: served('每户都有人负责', 'somebody answers for every door'),
    ground: serviceLaw,
    keep: served('两年', 'two years'),
    sensitivity: ['person'],
    ends: null,
  },
  round: {
    words: served('摸排轮次', 'rounds'),
    collector: 'community-worker',
    point: served('摸排', 'rounds'),
    purpose: served('知道哪些户还没到', 'to know which doors were not reached'),
    ground: serviceLaw,
    keep: served('两年', 'two years'),
    sensitivity: ['figure'],
    ends: null,
  },
  visit: {
    words: served('走访', 'visits'),
    collector: 'grid-worker',
    point: served('上门时登记', 'at the door'),
    purpose: served('这户到过没有，要什么帮助', 'whether the door was reached and what help it needs'),
    ground: serviceLaw,
    keep: served('两年', 'two years'),
    sensitivity: ['person', 'place'],
    ends: null,
  },
  health_fact: {
    words: served('健康情况', 'what is known of health'),
    collector: 'community-doctor',
    point: served('分级台账', 'graded ledger'),
    purpose: served('给重点人员分级服务', 'to grade the care of key persons'),
    ground: `${healthLaw}；联防联控机制综发〔2022〕509号`,
    keep: whileLiving,
    sensitivity: ['health'],
    ends: null,
  },
  colour_decision: {
    words: served('颜色认定', 'confirmed colours'),
    collector: 'community-doctor',
    point: served('分级台账', 'graded ledger'),
    purpose: served('颜色由医生认定', 'a doctor confirms the colour'),
    ground: `${healthLaw}；联防联控机制综发〔2022〕509号`,
    keep: whileLiving,
    sensitivity: ['health'],
    ends: null,
  },
  arrival: {
    words: served('来返人员登记', 'arrivals register'),
    collector: 'community-worker',
    point: served('来返登记', 'arrivals register'),
    purpose: served('知道谁从风险地区来', 'to know who came from a risk area'),
    ground: epidemicLaw,
    keep: afterResponse,
    sensitivity: ['person', 'whereabouts'],
    ends: 'arrivals',
  },
  observation: {
    words: served('观察单', 'observation orders'),
    collector: 'county-health',
    point: served('居家观察', 'observation'),
    purpose: served('按期限观察和解除', 'to observe and release by the term'),
    ground: `${epidemicLaw}、§58`,
    keep: afterResponse,
    sensitivity: ['person', 'health', 'whereabouts'],
    ends: 'observation',
  },
  reading: {
    words: served('测温和症状', 'temperature and symptoms'),
    collector: 'grid-worker',
    point: served('上门测温', 'readings at the door'),
    purpose: served('早发现发热', 'to find a fever early'),
    ground: epidemicLaw,
    keep: afterResponse,
    sensitivity: ['health'],
    ends: 'observation',
  },
  alert_answer: {
    words: served('异常处置', 'answers to alerts'),
    collector: 'community-doctor',
    point: served('异常待处置', 'alerts'),
    purpose: served('发热有人管', 'somebody sees to a fever'),
    ground: epidemicLaw,
    keep: afterResponse,
    sensitivity: ['health'],
    ends: 'observation',
  },
  notice_delivery: {
    words: served('文书送达', 'delivered notices'),
    collector: 'community-worker',
    point: served('居家观察', 'observation'),
    purpose: served('本人收到告知书', 'the person got the notice'),
    ground: `${epidemicLaw}、§58`,
    keep: afterResponse,
    sensitivity: ['person', 'health'],
    ends: 'observation',
  },
  home_assessment: {
    words: served('居家条件评估', 'assessments of homes'),
    collector: 'community-worker',
    point: served('居家观察', 'observation'),
    purpose: served('住处能不能居家观察', 'whether the home is fit for a stay'),
    ground: epidemicLaw,
    keep: afterResponse,
    sensitivity: ['person', 'health'],
    ends: 'observation',
  },
  observation_end: {
    words: served('提前结束', 'early ends'),
    collector: 'county-health',
    point: served('居家观察', 'observation'),
    purpose: served('观察提前结束的理由', 'why a stay ended early'),
    ground: epidemicLaw,
    keep: afterResponse,
    sensitivity: ['person', 'health'],
    ends: 'observation',
  },
  observation_handover: {
    words: served('响应结束时的交代', 'settlements at the end of a response'),
    collector: 'county-health',
    point: served('结束清单', 'the list of what ends'),
    purpose: served('响应结束时还在观察的人，一个不落', 'that nobody under observation is forgotten when a response ends'),
    ground: epidemicLaw,
    keep: afterResponse,
    sensitivity: ['person', 'health'],
    ends: 'observation',
  },
  observation_release: {
    words: served('解除通知', 'releases'),
    collector: 'county-health',
    point: served('居家观察', 'observation'),
    purpose: served('观察期满、能正常出入的凭据', 'proof that an observation is over'),
    ground: epidemicLaw,
    keep: afterResponse,
    sensitivity: ['person', 'health'],
    ends: 'observation',
  },
  arrival_decision: {
    words: served('来返人员的决定', 'decisions about arrivals'),
    collector: 'county-health',
    point: served('来返人员待决定', 'arrivals that wait for a decision'),
    purpose: served('知道谁定的、为什么', 'to know who decided, and why'),
    ground: `${epidemicLaw}、§58`,
    keep: afterResponse,
    sensitivity: ['person', 'health'],
    ends: 'observation',
  },
  order_objection: {
    words: served('对管控令的异议', 'objections to control orders'),
    collector: 'community-worker',
    point: served('管控令', 'control orders'),
    purpose: served('有异议的人得到答复', 'whoever objects gets an answer'),
    ground: '个人信息保护法 §24；行政复议法',
    keep: served('三年，留作复议、诉讼的证据', 'three years, as evidence for review and suit'),
    sensitivity: ['person'],
    ends: null,
  },
  order_objection_answer: {
    words: served('对异议的答复', 'answers to objections'),
    collector: 'county-leader',
    point: served('管控令', 'control orders'),
    purpose: served('答复有据可查', 'the answer can be looked up'),
    ground: '个人信息保护法 §24；行政复议法',
    keep: served('三年，留作复议、诉讼的证据', 'three years, as evidence for review and suit'),
    sensitivity: ['person'],
    ends: null,
  },
  unit: {
    words: served('单位和联系人', 'units and whom to call there'),
    collector: 'community-worker',
    point: served('单位名册', 'register of units'),
    purpose: served('单位里有事找得到人', 'to reach somebody when something happens in a unit'),
    ground: serviceLaw,
    keep: served('单位还在期间；撤走后一年', 'while the unit is here; one year after it left'),
    sensitivity: ['person'],
    ends: null,
  },
  residence_proof: {
    words: served('开出的居住证明', 'issued proofs of residence'),
    collector: 'community-worker',
    point: served('开证明', 'certificates'),
    purpose: served('开过的证明查得到、对得上', 'an issued proof can be looked up and compared'),
    ground: `${serviceLaw}；民发〔2020〕20号`,
    keep: served('三年', 'three years'),
    sensitivity: ['person'],
    ends: null,
  },
}
