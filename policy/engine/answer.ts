import type {
  Aspect,
  EmergencyFunction,
  EvidenceName,
  FactName,
  FactValue,
  OwnName,
  PersonKind,
  Restriction,
  Role,
  Strength,
  Subject,
  Words,
} from '../vocabulary.ts'
import type { Contradiction } from './asks/figures.ts'
import type { CountFrom, Facilities, Grounds, LineRule, Phase } from './pack/schema.ts'

/** Why a condition holds, does not hold, or cannot be told; `parts` are the conditions it is made of. */
export interface Reason {
  holds: 'yes' | 'no' | 'unknown'
  text: Words
  fact?: FactName
  given?: FactValue
  parts?: readonly Reason[]
}

/** The document and the section of it where a rule stands. */
export interface Source {
  document: string
  section: string
}

/** A figure or list of the rules on a day, with its source; `certain` is false where no document fixes it. */
export interface Setting<Value> {
  rule: string
  name: string
  value: Value
  /** What stands in the rules; another than `value` where a county chose its own. */
  proposed: Value
  /** Within which numbers a county may choose; null where it may not. */
  bounds: { at_least: number; at_most: number } | null
  unit: Words | null
  certain: boolean
  source: Source
  note: Words | null
}

/** A rhythm with its numbers: those of the rule, or those of the settings it names. */
export type PlainRhythm =
  | { kind: 'per-day'; times: number }
  | { kind: 'every-days'; days: number }
  | { kind: 'on-change'; within_hours?: number }
  | { kind: 'once'; within_hours?: number }
  | { kind: 'by-colour' }

/** A tier by its id in the notice that has it. */
export type Tier = string

/** Where the same is asked as well, in rules about something else. */
export interface Also {
  id: string
  pack: string
  subject: Subject | null
  source: Source
}

/** Something the rules of the day ask, with who does it, how often, and the records that prove it. */
export interface Measure {
  id: string
  pack: string
  /** What the rule is about; null for a law. */
  subject: Subject | null
  also: readonly Also[]
  aspect: Aspect
  strength: Strength
  text: Words
  who: readonly Role[]
  how_often: PlainRhythm
  /** The setting that the number of its rhythm is taken from, where no clause gives one: ours, or chosen by the county. */
  figure: Setting<number> | null
  evidence: readonly EvidenceName[]
  source: Source
  rows: readonly string[]
  allows: readonly Restriction[]
  /** The state that it asks of public facilities; null where it says nothing of any. */
  facilities: Facilities | null
  /** Measures in whose place it would stand: it holds only where none of them does. */
  yields_to: readonly string[]
  why: Reason
}

/** A line that the rules of the day ask for in the daily report of a community. */
export interface Line {
  name: OwnName
  pack: string
  subject: Subject | null
  words: Words
  unit: Words | null
  counts: LineRule['counts']
  source: Source
  why: Reason
}

/** Something the rules of the day forbid. */
export interface Limit {
  id: string
  pack: string
  /** What the rule is about; null for a law. */
  subject: Subject | null
  also: readonly Also[]
  text: Words
  source: Source
  rows: readonly string[]
  forbids: readonly Restriction[]
  /** The finding it gives where a control crosses it; null for a limit that people judge. */
  grounds: Grounds | null
  /** The measures that may allow what it is against, by id. */
  yields_to: readonly string[]
  why: Reason
}

/** What residents of the place may demand under the rules of the day, and who answers them. */
export interface Right {
  id: string
  pack: string
  /** What the rule is about; null for a law. */
  subject: Subject | null
  also: readonly Also[]
  text: Words
  answers: readonly Role[]
  source: Source
  rows: readonly string[]
  why: Reason
}

/** How long a kind of person is observed, under the one rule that covers the day; no phase where it asks none. */
export interface Term {
  kind: PersonKind
  /** What its rules are about. */
  subject: Subject
  /** The day whose rules were used: the asked day, or the day an open response names. */
  rules_of: string
  /** The rule that answers; null where no national rule was found: a local order decides. */
  rule: string | null
  phases: readonly Phase[]
  /** Other lawful choices, each a sequence of phases. */
  alternatives: readonly (readonly Phase[])[]
  /** Those of the alternatives that are open to anyone, whatever is not yet known. */
  free_choices: readonly (readonly Phase[])[]
  count_from: CountFrom | null
  /** What must be true before release, beside the end of the days. */
  release: readonly Words[]
  source: Source | null
  /** False where the source is weak, the date doubtful, or no rule was found. */
  certain: boolean
  note: Words | null
  rows: readonly string[]
  /** Facts that are not known and could change the answer. */
  missing: readonly FactName[]
  why: Reason
}

/** One axis of a tier: the fact that speaks, its value, and the tier it points to. */
export interface Axis {
  id: string
  fact: FactName
  value: FactValue | null
  tier: Tier | null
}

/** The axes, what they give, and whether a person must choose (they differ) or has chosen; `level` and `class` are the first two. */
export interface TierAnswer {
  tier: Tier | null
  axes: readonly Axis[]
  level: Axis
  class: Axis
  agree: boolean
  choice: 'not-needed' | 'needed' | 'made'
  missing: readonly FactName[]
  why: Reason
}

/** A function that only a response opens. */
export interface FunctionState {
  open: boolean
  why: Words
  source: Source | null
}

/** What must, should and may be done at a place on a day, and what must not. */
export interface Plan {
  place: string
  day: string
  /** The pack of the regime, for example `class-b-2023`; null on days before any pack. */
  regime: string | null
  regime_name: Words
  /** What the rules used are about, each with its own regime and tier, and whether a response about it is open. */
  subjects: readonly {
    subject: Subject
    open: boolean
    regime: string | null
    regime_name: Words | null
    tier: Tier | null
    tier_name: Words | null
    /** The how manieth tier it is, from the mildest, of how many; null without one. */
    tier_nth: { nth: number; of: number } | null
    strategy: Words | null
    axes: TierAnswer | null
  }[]
  /** The packs whose rules were used, each with the day at which it was read. */
  rules: readonly { pack: string; at: string; title: Words; short: Words; subject: Subject | null }[]
  tier: Tier | null
  tier_name: Words | null
  /** Both axes; null where the regime has no tiers. */
  axes: TierAnswer | null
  /** Where the axes differ and nobody chose: the packages to choose from. `measures` then holds what both ask. */
  choice: {
    needed: boolean
    packages: readonly { tier: Tier; name: Words; strategy: Words; measures: readonly Measure[] }[]
  } | null
  strategy: Words | null
  /** The technical plan that the tier follows, where the notice names one. */
  follows: Words | null
  /** Of the regime: what of the work before it ended, what stays, what leads; empty where it says nothing of that. */
  turns: readonly { id: string; to: 'ends' | 'stays' | 'leads'; text: Words; source: Source; rows: readonly string[] }[]
  measures: readonly Measure[]
  limits: readonly Limit[]
  rights: readonly Right[]
  /** What the daily report asks beside the lines of the house. */
  lines: readonly Line[]
  terms: readonly Term[]
  functions: Readonly<Record<EmergencyFunction, FunctionState>>
  missing: readonly FactName[]
  why: readonly Reason[]
}

/** What a machine proposes from recorded facts; a named person decides. */
export interface Proposal {
  /** The line of the table that decided; null where none did. */
  rule: string | null
  /** Null where a fact that decides is missing, or nothing covers the case. */
  value: string | null
  source: Source | null
  certain: boolean
  /** From which part of the rules: a line of the table, or the score that fills its gaps. */
  by: 'table' | 'score' | null
  text: Words
  missing: readonly FactName[]
  why: readonly Reason[]
  /** Where figures contradict each other: then nothing is proposed until they are checked. */
  problem?: Contradiction
}

/** A fault of a pack in words a policy officer understands. */
export interface Finding {
  file: string
  line?: number
  rule?: string
  code: string
  text: Words
}
