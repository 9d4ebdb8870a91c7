import Type, { type Static, type TSchema } from 'typebox'
import { facilityClasses, facilityStates } from '../../facilities.ts'
import {
  aspects,
  emergencyFunctions,
  evidences,
  kindProofs,
  overControls,
  personKinds,
  placeLevels,
  recorders,
  restrictions,
  roles,
  strengths,
  subjects,
  wheres,
} from '../../vocabulary.ts'

const closed = { additionalProperties: false }
const oneOf = <T extends Record<string, unknown>>(table: T) => Type.Enum(Object.keys(table) as (keyof T & string)[])
const list = <T extends TSchema>(of: T) => Type.Array(of, { minItems: 1, maxItems: 200 })
/** Rules of one kind: the longest notice so far has 90; the rules of a whole province kept as one pack may be thousands. Ours. */
export const mostRules = 6000
const rules = <T extends TSchema>(of: T) => Type.Array(of, { minItems: 1, maxItems: mostRules })
const optional = Type.Optional

export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Id = Type.String({ pattern: '^[a-z0-9][a-z0-9.-]{1,60}$' })
/** A name that the pack brings: its id, a slash and a word (`dengue-2026/fever`). */
export const OwnName = Type.Unsafe<`${string}/${string}`>(
  Type.String({ pattern: '^[a-z0-9][a-z0-9.-]{1,60}/[a-z0-9][a-z0-9.-]{0,60}$' }),
)
/** One of the house, or one that a pack brings. */
const oneOfOr = <T extends Record<string, unknown>>(table: T) => Type.Union([oneOf(table), OwnName])
export const Row = Type.String({ pattern: '^R-[0-9A-Z]+-\\d+$' })
export const Words = Type.Object({ zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, closed)
export type Words = Static<typeof Words>

/** Where a rule stands: the section, and the document when it is not the one of the pack. */
const SourceInPack = Type.Object({ document: optional(Type.String()), section: Type.String({ minLength: 1 }) }, closed)

/** A condition on facts: names with a value, a list of values or bounds, all of which must hold; `all`, `any`, `not` combine. */
export const When = Type.Record(Type.String(), Type.Unknown())
export type When = Static<typeof When>

const dated = { from: optional(Day), until: optional(Day) }
/** Where a rule holds within the place of its pack, as leading digits of place codes; absent: all of it. */
const placed = { place: optional(list(Type.String({ pattern: '^\\d{2,12}$' }))) }
/** `differs`: why the rule asks less than its clause, or holds at other places and times (clauses.test.ts asks for it). */
const ruled = {
  id: Id,
  when: optional(When),
  ...placed,
  ...dated,
  source: SourceInPack,
  rows: optional(list(Row)),
  differs: optional(Words),
}

/** A number that no clause gives: it is a setting of that name, proposed by us, and a county may choose another within its bounds. */
const FromSetting = Type.Object({ setting: Id }, closed)
const counted = (minimum: number, maximum: number) => Type.Union([Type.Integer({ minimum, maximum }), FromSetting])

/** How often a measure falls due; hours are counted from the moment that causes it. */
export const Rhythm = Type.Union([
  Type.Object({ kind: Type.Literal('per-day'), times: counted(1, 24) }, closed),
  Type.Object({ kind: Type.Literal('every-days'), days: counted(2, 366) }, closed),
  Type.Object({ kind: Type.Literal('on-change'), within_hours: optional(counted(1, 720)) }, closed),
  Type.Object({ kind: Type.Literal('once'), within_hours: optional(counted(1, 8760)) }, closed),
  Type.Object({ kind: Type.Literal('by-colour') }, closed),
])
/** A rhythm as a pack writes it: with numbers, or with the settings that hold them. */
export type Rhythm = Static<typeof Rhythm>
/** What a clause says of public facilities of these kinds: the state that it asks, and another that it leaves as well. */
const Facilities = Type.Object(
  { state: oneOf(facilityStates), or: optional(oneOf(facilityStates)), of: list(oneOf(facilityClasses)) },
  closed,
)
export type Facilities = Static<typeof Facilities>
export const MeasureRule = Type.Object(
  {
    ...ruled,
    aspect: oneOf(aspects),
    strength: oneOf(strengths),
    text: Words,
    who: list(oneOf(roles)),
    how_often: Rhythm,
    evidence: list(oneOfOr({ ...evidences, ...kindProofs })),
    allows: optional(list(oneOf(restrictions))),
    facilities: optional(Facilities),
    /** Measures by their ids: where one of them holds, this one does not (lifting a closure, where a zone is sealed). */
    yields_to: optional(list(Id)),
  },
  closed,
)
export type MeasureRule = Static<typeof MeasureRule>

/**
 * What a control that crosses a limit is reported as; `of` when only some kinds of control are meant, `persons` when only the
 * observation of some kinds of person, `days` where a control may last that long and no longer.
 */
const Grounds = Type.Object(
  {
    finding: oneOf(overControls),
    of: optional(list(oneOf(restrictions))),
    persons: optional(list(oneOfOr(personKinds))),
    /** Of an observation: only where its days go `over` a term, or only where the rules ask `none`. */
    term: optional(Type.Enum(['over', 'none'])),
    days: optional(Type.Integer({ minimum: 1, maximum: 366 })),
  },
  closed,
)
export type Grounds = Static<typeof Grounds>
export const LimitRule = Type.Object(
  {
    ...ruled,
    text: Words,
    forbids: optional(list(oneOf(restrictions))),
    grounds: optional(Grounds),
    /** The measures, by their ids, that may allow what this limit is against; no other measure silences it. */
    yields_to: optional(list(Id)),
  },
  closed,
)
export type LimitRule = Static<typeof LimitRule>

/** What residents may demand, and who answers them. */
export const RightRule = Type.Object({ ...ruled, text: Words, answers: list(oneOf(roles)) }, closed)
export type RightRule = Static<typeof RightRule>

export const Phase = Type.Object(
  { where: oneOf(wheres), days: Type.Integer({ minimum: 0, maximum: 60 }), test_days: Type.Array(Type.Integer({ minimum: 0 })) },
  closed,
)
export type Phase = Static<typeof Phase>

/** What starts the count of days; as which day it counts is the setting `counting.exposure-day`. */
export const CountFrom = Type.Enum(['last-contact', 'leaving-area', 'entry', 'arrival', 'discharge', 'finding', 'leaving-work'])
export type CountFrom = Static<typeof CountFrom>
export type TermAlternative = Static<typeof TermAlternative>
/** Phases that take the place of the first ones where `when` holds; without `when`, or where `free`, a lawful choice anyway. */
export const TermAlternative = Type.Object(
  {
    when: optional(When),
    free: optional(Type.Boolean()),
    ...dated,
    phases: Type.Array(Phase),
    certain: optional(Type.Boolean()),
    source: optional(SourceInPack),
    rows: optional(Type.Array(Type.String())),
    note: optional(Words),
  },
  closed,
)
export const TermRule = Type.Object(
  {
    id: Id,
    kinds: list(Type.Union([oneOf(personKinds), Type.Literal('everybody'), OwnName])),
    when: optional(When),
    ...placed,
    from: Day,
    until: optional(Day),
    count_from: optional(CountFrom),
    phases: Type.Array(Phase),
    alternatives: optional(list(TermAlternative)),
    release: optional(list(Words)),
    certain: Type.Boolean(),
    doubtful: optional(list(Type.Object({ from: Day, until: Day }, closed))),
    note: optional(Words),
    source: SourceInPack,
    /** The line of the table of terms (T-n), and the clause of the notice where one says it. */
    rows: optional(list(Type.String({ pattern: '^(T-\\d+b?|R-[0-9A-Z]+-\\d+)$' }))),
  },
  closed,
)
export type TermRule = Static<typeof TermRule>

const Bounds = Type.Object({ at_least: Type.Integer({ minimum: 1 }), at_most: Type.Integer({ minimum: 1 }) }, closed)
/**
 * A figure or list which the rules leave to a setting, by date; `name` may have several dated values. With `bounds` it is a
 * proposal of ours, and a county may choose another number within them; `note` says what it is for.
 */
export const SettingRule = Type.Object(
  {
    id: Id,
    name: Id,
    value: Type.Union([Type.Number(), Type.Array(Words)]),
    bounds: optional(Bounds),
    unit: optional(Words),
    ...dated,
    certain: Type.Boolean(),
    source: SourceInPack,
    note: optional(Words),
  },
  closed,
)
export type SettingRule = Static<typeof SettingRule>

const GradeRule = Type.Object({ ...ruled, value: Id, when: When, why: Words }, closed)
const Score = Type.Object(
  {
    points: list(Type.Object({ when: When, points: Type.Integer({ minimum: 0 }) }, closed)),
    values: list(Type.Object({ at_most: Type.Integer({ minimum: 0 }), value: Id }, closed)),
    source: SourceInPack,
  },
  closed,
)
/** Grades tested in order, the first that holds is proposed; `score` decides what no grade covers. */
export const Grading = Type.Object(
  { id: Id, name: Words, certain: Type.Boolean(), grades: list(GradeRule), score: optional(Score) },
  closed,
)
export type Grading = Static<typeof Grading>

const Axis = Type.Object({ facts: list(Type.String()), ...dated }, closed)
const AxisValue = Type.Union([Id, list(Id)])
const Value = Type.Object({ id: Id, words: Words }, closed)
const AtPlace = oneOf(placeLevels)
const who = optional(list(oneOf(recorders)))

/**
 * A level that a named person confirms for a place, and what records propose before: the first line that holds. `who`: county health
 * where nobody is named, of a city or province its own office.
 */
const OwnAxis = Type.Object(
  { id: OwnName, words: Words, values: list(Value), at: AtPlace, who, proposed: optional(list(GradeRule)), source: SourceInPack },
  closed,
)
export type OwnAxis = Static<typeof OwnAxis>
/** A tier, with the values of the axes that point to it; after `until` there is none where it stood. */
const Tier = Type.Object(
  {
    id: Id,
    name: Words,
    strategy: Words,
    /** The technical plan that the tier follows. */
    follows: optional(Words),
    /** Of the two axes of the house, or of those of the pack by their names. */
    level: optional(AxisValue),
    class: optional(AxisValue),
    on: optional(Type.Record(Type.String(), AxisValue)),
    ...dated,
    source: SourceInPack,
    rows: optional(list(Row)),
  },
  closed,
)
/** Tiers from the mildest to the strictest, and their axes: the level of the area and the class of the community, or axes of the pack. */
export const Tiers = Type.Object(
  { level: optional(list(Axis)), class: optional(list(Axis)), axes: optional(list(OwnAxis)), list: list(Tier) },
  closed,
)
export type Tiers = Static<typeof Tiers>
/** What becomes of work done under the regime before: it ends, it stays, or it leads from now on. */
export const Turn = Type.Object(
  { id: Id, to: Type.Enum(['ends', 'stays', 'leads']), text: Words, source: SourceInPack, rows: optional(list(Row)) },
  closed,
)
export type Turn = Static<typeof Turn>
const FunctionRule = Type.Object({ function: oneOf(emergencyFunctions), source: SourceInPack }, closed)

/**
 * A fact that the notice asks and the house does not know: recorded for a place by `who`, or asked of a person where a term is proposed.
 * `lasts`: days after which what was said says nothing any more.
 */
export const OwnFact = Type.Object(
  {
    id: OwnName,
    words: Words,
    type: Type.Enum(['number', 'yes-no', 'day', 'choice']),
    values: optional(list(Value)),
    unit: optional(Words),
    least: optional(Type.Integer({ minimum: 0 })),
    most: optional(Type.Integer({ minimum: 0 })),
    at: oneOf({ ...placeLevels, person: null }),
    who,
    lasts: optional(Type.Integer({ minimum: 1, maximum: 366 })),
    source: SourceInPack,
  },
  closed,
)
export type OwnFact = Static<typeof OwnFact>
/**
 * A kind of person that the notice names; how long they are observed is said by terms. `when`: of whom among those who arrive it is
 * proposed; without it nobody is, and a person names them.
 */
export const OwnKind = Type.Object({ id: OwnName, words: Words, when: optional(When), source: SourceInPack }, closed)
export type OwnKind = Static<typeof OwnKind>
/** What a line of the daily report counts: people of a kind, the records that prove something, or what a person says. */
const Counted = Type.Union([
  Type.Object({ kind: oneOfOr(personKinds) }, closed),
  Type.Object({ records: oneOf({ ...evidences, ...kindProofs }) }, closed),
  Type.Object({ told: Type.Literal(true) }, closed),
])
export const LineRule = Type.Object({ ...ruled, id: OwnName, words: Words, unit: optional(Words), counts: Counted }, closed)
export type LineRule = Static<typeof LineRule>

export const Pack = Type.Object(
  {
    id: Id,
    /** regime: the plan's main notice of its days · adds: beside a regime · law: binds on the asked day · terms · grading · settings */
    is: Type.Enum(['regime', 'adds', 'law', 'terms', 'grading', 'settings']),
    version: Type.Integer({ minimum: 1 }),
    /** What it is about; a law binds whatever it is. Absent: what all packs were about that were held first. */
    subject: optional(oneOf(subjects)),
    title: Words,
    /** How people in the field call it; shown beside a section. */
    short: Words,
    document: Type.String({ minLength: 1 }),
    authority: Words,
    /** Leading digits of the place codes where it holds; empty for the nation. */
    place: Type.String({ pattern: '^\\d{0,12}$' }),
    from: Day,
    until: optional(Day),
    /** The clauses of the document this pack answers for, by what their ids begin with; those without a rule stand in left-out.yaml. */
    carries: optional(Type.String({ pattern: '^R-[0-9A-Z]+$' })),
    /** Functions this notice opens, or says are closed. A pack of terms opens only when a response names it. */
    opens: optional(list(FunctionRule)),
    closes: optional(list(FunctionRule)),
    strategy: optional(Type.Object({ text: Words, source: SourceInPack, rows: optional(list(Row)) }, closed)),
    turns: optional(list(Turn)),
    tiers: optional(Tiers),
    facts: optional(list(OwnFact)),
    kinds: optional(list(OwnKind)),
    lines: optional(rules(LineRule)),
    measures: optional(rules(MeasureRule)),
    limits: optional(rules(LimitRule)),
    rights: optional(rules(RightRule)),
    terms: optional(rules(TermRule)),
    settings: optional(rules(SettingRule)),
    gradings: optional(list(Grading)),
  },
  closed,
)
/** One notice, dated, with the source of every rule; as read from pack.yaml. */
export type Pack = Static<typeof Pack>
