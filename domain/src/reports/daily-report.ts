import type { OwnName } from '@wangdi/policy/vocabulary.ts'
import Type, { type Static } from 'typebox'
import type { Words } from '../problem.ts'
import { Day, Instant, Maybe, OneOf } from '../schema.ts'

/**
 * The lines of a community's daily report; each is a query over records, none is typed. No national form was found: the lines
 * are our proposal after the notices' subjects (紧急通知 2020-01-29 任务三; 民发〔2021〕11号 一、二), so the form has a version.
 * `people` lines say new, total, held and ended; `work` lines say due, done and left.
 */
export const reportLines = {
  'home-isolation': { kind: 'people', zh: '居家隔离医学观察', en: 'Isolation at home' },
  'home-monitoring': { kind: 'people', zh: '居家健康监测', en: 'Health monitoring at home' },
  'central-isolation': { kind: 'people', zh: '集中隔离（本社区居民）', en: 'Central isolation (own residents)' },
  'close-contacts': { kind: 'people', zh: '密切接触者', en: 'Close contacts' },
  'from-high-risk': { kind: 'people', zh: '高风险地区返回人员', en: 'Back from high-risk areas' },
  'from-medium-risk': { kind: 'people', zh: '中风险地区返回人员', en: 'Back from medium-risk areas' },
  'from-abroad': { kind: 'people', zh: '入境人员', en: 'Entered from abroad' },
  'from-elsewhere': { kind: 'people', zh: '其他地区返回人员', en: 'Back from elsewhere' },
  'confirmed-cases': { kind: 'people', zh: '确诊（区县疾控告知）', en: 'Confirmed cases (as told by the CDC)' },
  'fever-or-symptoms': { kind: 'people', zh: '发热或有症状', en: 'Fever or symptoms' },
  survey: { kind: 'work', zh: '入户摸排（户）', en: 'Household survey (doors)' },
  'morning-readings': { kind: 'work', zh: '早测体温（人）', en: 'Morning readings (persons)' },
  'evening-readings': { kind: 'work', zh: '晚测体温（人）', en: 'Evening readings (persons)' },
  'key-persons': { kind: 'work', zh: '重点人群联系（户）', en: 'Contact with key persons (doors)' },
  gates: { kind: 'work', zh: '卡点出入登记（人次）', en: 'Passes at gates' },
} as const satisfies Record<string, Words & { kind: 'people' | 'work' }>
export const LineName = OneOf(...(Object.keys(reportLines) as (keyof typeof reportLines)[]))
export type LineName = Static<typeof LineName> & keyof typeof reportLines

/** A line of the house, or one that a notice brings by its own name. */
export type AnyLine = LineName | OwnName
export const AnyLine = Type.Unsafe<AnyLine>(
  Type.Union([LineName, Type.String({ pattern: '^[a-z0-9.-]{2,61}/[a-z0-9.-]{1,61}$', maxLength: 123 })]),
)

const SaidWords = Type.Object({ zh: Type.String(), en: Type.String() })
/**
 * What a notice, or a kind of record, says of its line, kept with a frozen report: its words stand there when the notice is gone. `asked` are
 * requests of a day; `pack` is empty where a kind of the house brings the line.
 */
export const OwnLine = Type.Object({
  of: OneOf('people', 'work', 'asked', 'told'),
  words: SaidWords,
  unit: Maybe(SaidWords),
  pack: Type.String(),
  source: Type.Object({ document: Type.String(), section: Type.String() }),
})
export type OwnLine = Static<typeof OwnLine>

/** Whether a name is that of a line of the house. */
export const isHouseLine = (name: string): name is LineName => Object.hasOwn(reportLines, name)

/** Lines that somebody outside tells as a number: nobody stands behind their figures, no list opens. */
export const toldLines: readonly LineName[] = ['confirmed-cases']

/** The version of the form: a change of lines is a new one, so that old reports stay readable. */
export const formVersion = 1

/**
 * The four figures of a line; null is no figure, which is never zero. People: new, total, held, ended. Work: due, done, left, none. Asked:
 * new, finished, open, late. Told: the count.
 */
export const Figures = Type.Unsafe<[number | null, number | null, number | null, number | null]>(
  Type.Array(Maybe(Type.Integer()), { minItems: 4, maxItems: 4 }),
)
export type Figures = Static<typeof Figures>

/** The columns of a section in the order of the figures of its lines, and last how they changed against the day before. */
export const reportColumns = {
  people: ['new', 'total', 'held', 'ended', 'held_change'],
  work: ['due', 'done', 'left', 'rate', 'done_change'],
  asked: ['new', 'finished', 'open', 'late', 'open_change'],
  told: ['count'],
} as const

/**
 * `counted` records say so · `zero` a named person said zero · `open` no record today and nobody has said whether that is zero ·
 * `not-reported` said not to be finished: left out of sums · `not-applicable` the rules in force do not ask it.
 */
export const LineState = OneOf('counted', 'zero', 'open', 'not-reported', 'not-applicable')
export type LineState = Static<typeof LineState>

export const ReportLine = Type.Object({
  name: AnyLine,
  /** Of a line that a notice brings. */
  own: Type.Optional(OwnLine),
  figures: Figures,
  state: LineState,
  /** Against the day before: held (people) or done (work); null when the day before had none. */
  change: Maybe(Type.Integer()),
  explanation: Type.String(),
  /** Who said zero, not finished, or the explanation, and when. */
  said_by: Type.String(),
  said_at: Maybe(Instant),
})
export type ReportLine = Static<typeof ReportLine>

/** What keeps a report from being confirmed. */
export const OpenPoint = Type.Object({ line: AnyLine, why: OneOf('say-zero', 'explain') })
export type OpenPoint = Static<typeof OpenPoint>

/**
 * How a line and a register contradict each other: `origin-differs` the order puts somebody here, the arrival says another line ·
 * `ordered-today` an order of the day is of this line, which has nobody new · `origin-unchecked` somebody came today and stands
 * here only until their origin is confirmed · `case-today` somebody's stay ended today as a case, or the CDC was told of their reading,
 * while no new case is said.
 */
export const ContradictionKind = OneOf('origin-differs', 'ordered-today', 'origin-unchecked', 'case-today')
export type ContradictionKind = Static<typeof ContradictionKind>

/** By when each level reports (Asia/Shanghai), earlier below; deadlines are local: a setting of ours, no national hour was found. */
export const usualDeadlines = { community: '18:00', street: '19:00', county: '20:00', city: '21:00', province: '22:00' } as const

/** A frozen report: what was confirmed, by whom, how late. */
export const FrozenReport = Type.Object({
  version: Type.Integer(),
  day: Day,
  lines: Type.Array(ReportLine),
  confirmed_by: Type.String(),
  confirmed_at: Instant,
  /** Minutes after the deadline; 0 in time. */
  late_minutes: Type.Integer(),
  /** Why a later version was made; empty for the first. */
  reason: Type.String(),
})
export type FrozenReport = Static<typeof FrozenReport>

/** What the figures of a line are: people, work, requests, or a count that a person says. */
export const figuresAre = ({ name, own }: Pick<ReportLine, 'name' | 'own'>): OwnLine['of'] =>
  own?.of ?? (isHouseLine(name) ? reportLines[name].kind : 'told')

/** What a line is called: as the house calls it, or as the notice that brings it did. */
export const wordsOfLine = ({ name, own }: Pick<ReportLine, 'name' | 'own'>): Words =>
  own?.words ?? (isHouseLine(name) ? { zh: reportLines[name].zh, en: reportLines[name].en } : { zh: name, en: name })
