import { counted } from '../counted/units.ts'
import { restrictions } from '@wangdi/policy/vocabulary.ts'
import { choice, count, day, type Fields, longText, w } from '../kinds/fields.ts'
import type { RequestKind } from '../kinds/request/request.ts'
import type { Words } from '../problem.ts'

const judged = { right: w('属实', 'Well-founded'), partly: w('部分属实', 'Partly well-founded'), wrong: w('不属实', 'Unfounded') }
const granted = { done: w('已办', 'Done'), partly: w('办了一部分', 'Done in part'), refused: w('不能办', 'Refused') }
const reviewed = { kept: w('维持', 'Kept'), changed: w('改了', 'Changed') }

/** Days of handling; no law fixes them for these bodies [D]: a setting of this table. */
const days = { complaint: 15, overControl: 3, data: 15, incident: 3 } as const
/** Days until a review by the level above is due (as in the rules for petitions, 信访工作条例 §35). */
const review = { 'review-asked': { days: 30 } } as const

const matter = longText(w('说了什么、要什么', 'What was said, and what is wanted'), 2000, { must: true })
const common = { version: 1, unit: counted('件', 'request', 'requests'), area: 'rights', about: 'place', page: 'own' } as const
const twice = { resultsOf: { reviewed }, termsOf: review } as const

/**
 * A kind of request whose offices may stand above the county: declared as any, and judged by the same rules; it lies in tables of
 * its own (decision 135), where no term drops it.
 */
export type AskedKind = Omit<RequestKind, 'handling'>

/** A complaint is handled by the level above the place it is about, which is never asked to judge itself. */
const complaint = (name: string, words: Words, term: number, fields: Fields = {}): AskedKind => ({
  ...common,
  ...twice,
  mechanism: 'request',
  name: `requests.${name}`,
  words,
  flow: 'complaint',
  handler: 'above',
  terms: { soon: { days: term } },
  fields: { ...fields, matter },
  results: judged,
})
/** What a person may ask about the own data (个人信息保护法 §44–50), where it is kept. */
const ownData = (name: string, words: Words): AskedKind => ({
  ...common,
  ...twice,
  mechanism: 'request',
  name: `requests.${name}`,
  words,
  flow: 'own-data',
  terms: { soon: { days: days.data } },
  fields: { matter },
  results: granted,
})

const data = {
  identity: w('姓名、证件号', 'Names and document numbers'),
  phone: w('电话、住址', 'Phones and addresses'),
  health: w('健康、隔离', 'Health and observation'),
  movements: w('行踪', 'Movements'),
  other: w('其他', 'Other'),
}
const whose = {
  residents: w('居民', 'Residents'),
  'key-persons': w('重点人员', 'Key persons'),
  observed: w('隔离观察的人', 'People under observation'),
  staff: w('工作人员', 'Staff'),
}
const asked = { must: true, list: true } as const

/** Every kind of request whose offices may stand above the county, by the name under which it is kept. */
export const requestKinds = {
  'person-rights': complaint('person-rights', w('人身权利受侵害', 'Harm to personal rights'), days.complaint),
  'property-rights': complaint('property-rights', w('财产权利受侵害', 'Harm to property'), days.complaint),
  'over-control': complaint('over-control', w('过度防控', 'Over-control'), days.overControl, {
    control: choice(w('哪种管控', 'Which control'), restrictions, asked),
    since: day(w('哪天开始的', 'Since which day'), asked),
    order: choice(w('有没有出示命令', 'Was an order shown'), { no: w('没有', 'No'), yes: w('有', 'Yes') }, { list: true }),
  }),
  'wrong-record': complaint('wrong-record', w('登记、认定有错', 'A wrong record'), days.complaint),
  'data-see': ownData('data-see', w('查看本人信息', 'See own data')),
  'data-copy': ownData('data-copy', w('复制本人信息', 'Get a copy of own data')),
  'data-correct': ownData('data-correct', w('更正本人信息', 'Correct own data')),
  'data-delete': ownData('data-delete', w('删除本人信息', 'Delete own data')),
  'data-incident': {
    ...common,
    mechanism: 'request',
    name: 'requests.data-incident',
    words: w('个人信息泄露、丢失', 'Personal data leaked or lost'),
    flow: 'incident',
    handler: 'county',
    terms: { soon: { days: days.incident } },
    fields: {
      data: choice(w('什么信息', 'What data'), data, asked),
      whose: choice(w('谁的信息', 'Whose data'), whose, asked),
      people: count(w('大约多少人', 'How many people'), asked),
      happened: day(w('哪天发生', 'When it happened'), asked),
      matter,
    },
    results: { settled: w('处置完了', 'Settled') },
  },
} as const satisfies Readonly<Record<string, AskedKind>>
export type RequestKindName = keyof typeof requestKinds

/** A kind by its name. */
export const kindOf = (name: RequestKindName): AskedKind => requestKinds[name]

/** What is complained about, asked about own data, or lost: what a list of requests is narrowed by. */
export type RequestGroup = 'complaint' | 'data' | 'incident'

/** To which group a kind belongs: its flow says it. */
export function groupOf(name: RequestKindName): RequestGroup {
  const { flow } = kindOf(name)
  return flow === 'own-data' ? 'data' : flow === 'incident' ? 'incident' : 'complaint'
}

/** What a kind asks beside the words of the matter; none of it says who asks, so that it may travel upward. */
export const detailFieldsOf = (name: RequestKindName): Fields =>
  Object.fromEntries(Object.entries(kindOf(name).fields).filter(([field]) => field !== 'matter'))
