import { emergencyFunctions } from '@wangdi/policy/vocabulary.ts'
import type { EmergencyFunction } from '../../endpoint.ts'
import type { Words } from '../../problem.ts'
import { records } from '../../reports/demands/records.ts'

/** A kind of personal data that a response made and that dies with it. */
export interface DestructionKind {
  readonly words: Words
  readonly purpose: Words
  readonly ground: string
  readonly needs: EmergencyFunction
  /** Kinds that a row of this one names: while it is kept, they are, too. */
  readonly names: readonly string[]
  /** Shown only where some are due: no record of the kind need ever be made. */
  readonly quiet?: true
}

const of = (record: string, names: readonly string[], words?: Words): DestructionKind => {
  const kept = records[record]
  if (!kept?.ends) throw new Error(`${record} does not end with a response`)
  return { words: words ?? kept.words, purpose: kept.purpose, ground: kept.ground, needs: kept.ends, names }
}
const withArrivals = (zh: string, en: string, names: readonly string[] = []) => of('arrival', names, { zh, en })

// Records of declared kinds that are kept with a response, by its function; what was said and done goes along.
const kept = [
  ['request', '办的事', 'requests', '响应期间要办的事有人办', 'what was asked in the response is done'],
  ['check', '看过的记录', 'looks of rounds', '响应期间该看的有人看', 'what had to be looked at in the response was'],
  [
    'thing-check',
    '随对象走的看过的记录',
    'looks that go with their thing',
    '响应期间该看的有人看',
    'what had to be looked at in the response was',
  ],
  ['thing', '登记的对象', 'things on registers', '响应期间知道有哪些', 'to know what there is in the response'],
  [
    'document',
    '发出的文书',
    'papers given out',
    '响应期间发了什么，查得到',
    'what was given out in the response can be looked up',
  ],
] as const
const ofKinds = Object.fromEntries(
  (Object.entries(emergencyFunctions) as [EmergencyFunction, Words][]).flatMap(([needs, { zh, en }]) =>
    kept.map(([name, one, each, why, reason]): [string, DestructionKind] => [
      `${name}.${needs}`,
      {
        words: { zh: `${zh}：${one}`, en: `${en}: ${each}` },
        purpose: { zh: why, en: reason },
        ground: '传染病防治法；个人信息保护法 §13(四)、§47',
        ...{ needs, names: name === 'thing-check' ? [`thing.${needs}`] : [], quiet: true },
      },
    ]),
  ),
)

/**
 * What is destroyed after a response, by kind (突发公共卫生事件应对法 §8: personal data handled for the event is deleted in
 * time after it). The database keeps the same list with the rows each kind means; a test compares the two.
 */
export const destructionKinds: Readonly<Record<string, DestructionKind>> = {
  arrival: of('arrival', ['arrival-person']),
  'arrival-person': withArrivals('只因来返登记的人', 'people entered only because they arrived'),
  'arrival-doubt': withArrivals('来返名册的待核对', 'doubts from rosters of arrivals', ['arrival-person']),
  'arrival-reject': withArrivals('来返名册没收下的行', 'rejected rows of rosters of arrivals'),
  'arrival-trace': withArrivals('来返名册导入的明细', 'what rosters of arrivals made, kept for undoing them'),
  observation: of('observation', ['arrival', 'arrival-person']),
  observation_end: of('observation_end', ['observation']),
  observation_handover: of('observation_handover', ['observation']),
  observation_release: of('observation_release', ['observation']),
  release_delivery: of('release_delivery', ['observation_release']),
  release_call: of('release_call', ['observation']),
  arrival_decision: of('arrival_decision', ['arrival', 'observation']),
  reading: of('reading', ['observation']),
  alert_answer: of('alert_answer', ['reading']),
  notice_delivery: of('notice_delivery', ['observation']),
  home_assessment: of('home_assessment', ['arrival-person']),
  errand_decision: of('errand_decision', ['observation']),
  'errand-cause': of('observation', ['observation'], { zh: '代办的缘由', en: 'why an errand was asked' }),
  ...ofKinds,
}

/** What stays after a response, and by which ground; none of it names anybody, but for the service records that go on. */
export const staying: readonly { readonly words: Words; readonly ground: Words }[] = [
  {
    words: { zh: '冻结的日报、上报汇总', en: 'frozen reports and sums' },
    ground: { zh: '只有数字，没有名字；复盘和统计用', en: 'figures without names, for review and statistics' },
  },
  {
    words: { zh: '应急命令、管控令、等级认定', en: 'orders and confirmed levels' },
    ground: { zh: '政府公文，突发公共卫生事件应对法 §40、§50', en: 'public documents, public health emergency law §40, §50' },
  },
  {
    words: { zh: '操作留痕', en: 'audit lines' },
    ground: {
      zh: '只有编号，没有内容；个人信息保护法 §54，网络安全法 §23',
      en: 'ids without content; personal information protection law §54, cybersecurity law §23',
    },
  },
  {
    words: { zh: '影响评估、销毁证明', en: 'impact assessments and certificates' },
    ground: { zh: '个人信息保护法 §56，至少留 3 年', en: 'personal information protection law §56, three years at least' },
  },
  ...Object.values(records)
    .filter(({ ends }) => ends === null)
    .map(({ words, ground, keep }) => ({ words, ground: { zh: `${ground}；${keep.zh}`, en: `${ground}; ${keep.en}` } })),
]

/** Kinds with all that they name, since a row cannot stay without what it names. */
export function keptWith(kinds: Iterable<string>): Set<string> {
  const all = new Set<string>()
  const add = (kind: string) => {
    if (all.has(kind)) return
    all.add(kind)
    for (const name of destructionKinds[kind]?.names ?? []) add(name)
  }
  for (const kind of kinds) add(kind)
  return all
}
