import { restrictions } from '@wangdi/policy/vocabulary.ts'
import type { Words } from '../problem.ts'

/** What a kind asks beside the words of the matter; none of it says who asks, so that counts may travel upward. */
export interface Field {
  readonly name: string
  readonly words: Words
  readonly type: 'choice' | 'day' | 'count'
  readonly must: boolean
  readonly values?: Readonly<Record<string, Words>>
}

/** A kind of request as data: form, check, handler, term and results follow from it. */
export interface RequestKind {
  readonly words: Words
  readonly group: 'complaint' | 'data' | 'incident'
  /** Who handles it: the level above the place it is about, that place itself, or its county. */
  readonly handler: 'above' | 'itself' | 'county'
  /** Days until the answer is due, the day of receipt not counted. */
  readonly days: number
  readonly fields: readonly Field[]
  /** How it may be answered. */
  readonly results: Readonly<Record<string, Words>>
}

const w = (zh: string, en: string): Words => ({ zh, en })
const choice = (name: string, words: Words, values: Field['values'] & object, must = true): Field => ({
  name,
  words,
  type: 'choice',
  must,
  values,
})

const judged = { right: w('属实', 'Well-founded'), partly: w('部分属实', 'Partly well-founded'), wrong: w('不属实', 'Unfounded') }
const granted = { done: w('已办', 'Done'), partly: w('办了一部分', 'Done in part'), refused: w('不能办', 'Refused') }

/** Days of handling; no law fixes them for these bodies [D]: a setting of this table. */
const days = { complaint: 15, overControl: 3, data: 15, incident: 3, review: 30 } as const

/** Days until a review by the level above is due (as in the rules for petitions, 信访工作条例 §35). */
export const reviewDays = days.review

const rights = (words: Words): RequestKind => ({
  words,
  group: 'complaint',
  handler: 'above',
  days: days.complaint,
  fields: [],
  results: judged,
})
/** What a person may ask about the own data (个人信息保护法 §44–50). */
const ownData = (words: Words): RequestKind => ({
  words,
  group: 'data',
  handler: 'itself',
  days: days.data,
  fields: [],
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

/** Every kind of request, by its name. */
export const requestKinds = {
  'person-rights': rights(w('人身权利受侵害', 'Harm to personal rights')),
  'property-rights': rights(w('财产权利受侵害', 'Harm to property')),
  'over-control': {
    words: w('过度防控', 'Over-control'),
    group: 'complaint',
    handler: 'above',
    days: days.overControl,
    fields: [
      choice('control', w('哪种管控', 'Which control'), restrictions),
      { name: 'since', words: w('哪天开始的', 'Since which day'), type: 'day', must: true },
      choice('order', w('有没有出示命令', 'Was an order shown'), { no: w('没有', 'No'), yes: w('有', 'Yes') }, false),
    ],
    results: judged,
  },
  'wrong-record': rights(w('登记、认定有错', 'A wrong record')),
  'data-see': ownData(w('查看本人信息', 'See own data')),
  'data-copy': ownData(w('复制本人信息', 'Get a copy of own data')),
  'data-correct': ownData(w('更正本人信息', 'Correct own data')),
  'data-delete': ownData(w('删除本人信息', 'Delete own data')),
  'data-incident': {
    words: w('个人信息泄露、丢失', 'Personal data leaked or lost'),
    group: 'incident',
    handler: 'county',
    days: days.incident,
    fields: [
      choice('data', w('什么信息', 'What data'), data),
      choice('whose', w('谁的信息', 'Whose data'), whose),
      { name: 'people', words: w('大约多少人', 'How many people'), type: 'count', must: true },
      { name: 'happened', words: w('哪天发生', 'When it happened'), type: 'day', must: true },
    ],
    results: { settled: w('处置完了', 'Settled') },
  },
} as const satisfies Record<string, RequestKind>
export type RequestKindName = keyof typeof requestKinds

/** A kind by its name. */
export const kindOf = (name: RequestKindName): RequestKind => requestKinds[name]
