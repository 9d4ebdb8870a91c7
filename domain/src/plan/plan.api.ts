import Type from 'typebox'
import { command, query } from '../endpoint.ts'
import { CommunityCode, Day, Id, Instant, Maybe, OneOf, PlaceCode, Text } from '../schema.ts'
import { OwnMeasure } from './details/details.ts'
import { LineStanding } from './lines/lines.ts'
import { EvidenceList, PlanItem, SaidWords, Source, StatedState, SubjectName, ToDoList } from './plan.ts'

/** The plan of a place on a day: what must be done, how far it is, what must not be done, and what changed. */
export const readPlan = query({
  name: 'plan.read',
  at: 'GET /plan',
  words: { zh: '今日计划', en: "The day's plan" },
  health: true,
  input: Type.Object({ place: PlaceCode, on: Type.Optional(Day), against: Type.Optional(Day) }),
  reply: Type.Object({
    place: PlaceCode,
    day: Day,
    /** When the figures were taken. */
    at: Instant,
    regime: SaidWords,
    /** The packs in use; `short` is how people call the document, as the sources of its rules name it. */
    rules: Type.Array(
      Type.Object({
        ...{ pack: Type.String(), at: Day, title: SaidWords, short: SaidWords, document: Type.String() },
        /** What it is about; null for a law. */
        subject: Maybe(SubjectName),
      }),
    ),
    /** What the rules are about, with the regime and tier of each, and whether a response about it is open. */
    subjects: Type.Array(
      Type.Object({
        ...{ subject: SubjectName, open: Type.Boolean() },
        ...{ regime_name: Maybe(SaidWords), tier_name: Maybe(SaidWords) },
        /** The how manieth tier it is, from the mildest, of how many. */
        tier_nth: Maybe(Type.Object({ nth: Type.Integer(), of: Type.Integer() })),
        strategy: Maybe(SaidWords),
        /** What its tier follows from: each axis with its value, null until somebody confirmed it; and whether a person has to choose. */
        axes: Type.Array(Type.Object({ fact: Type.String(), words: SaidWords, value: Maybe(SaidWords) })),
        choice_needed: Type.Boolean(),
      }),
    ),
    strategy: Maybe(SaidWords),
    /** The technical plan that the tier follows. */
    follows: Maybe(SaidWords),
    tier: Maybe(Type.String()),
    tier_name: Maybe(SaidWords),
    /** Both axes where the rules have tiers; values are null until somebody confirmed them. */
    risk: Maybe(Type.String()),
    class: Maybe(Type.String()),
    choice_needed: Type.Boolean(),
    /** Where the axes differ and nobody chose: the packages side by side, with what only the one asks. */
    packages: Type.Array(
      Type.Object({
        tier: Type.String(),
        name: SaidWords,
        strategy: SaidWords,
        both: Type.Integer(),
        only: Type.Array(Type.Object({ id: Type.String(), text: SaidWords, source: Source })),
      }),
    ),
    response: Maybe(
      Type.Object({
        id: Id,
        issuer: Type.String(),
        number: Type.String(),
        from: Day,
        until: Maybe(Day),
        review_on: Maybe(Day),
        rules: Type.String(),
      }),
    ),
    functions: Type.Array(
      Type.Object({
        function: OneOf('arrivals', 'observation', 'daily-report', 'orders', 'gates'),
        open: Type.Boolean(),
        why: SaidWords,
      }),
    ),
    /** Facts that nobody has recorded and that would change the plan. */
    missing: Type.Array(Type.Object({ fact: Type.String(), words: SaidWords })),
    /** Why these rules and this tier, as sentences from the outside in. */
    why: Type.Array(SaidWords),
    /** False above the county: figures only, so nothing is said of how far a measure is. */
    with_evidence: Type.Boolean(),
    items: Type.Array(PlanItem),
    /** The lines of work that the rules of the day name; empty where nothing is said of how far measures are. */
    lines: Type.Array(LineStanding),
    /** Measures of the community's own beyond the package, with who asked and who decided. */
    own: Type.Array(OwnMeasure),
    limits: Type.Array(Type.Object({ id: Type.String(), text: SaidWords, source: Source })),
    /** What residents may demand under the rules of the day. */
    rights: Type.Array(Type.Object({ id: Type.String(), text: SaidWords, source: Source })),
    /** Of the regime: what ended with the one before, what stays, what leads now. */
    turns: Type.Array(Type.Object({ id: Type.String(), to: OneOf('ends', 'stays', 'leads'), text: SaidWords, source: Source })),
    /** At most four, by deadline: what to do first. */
    first: Type.Array(
      Type.Object({ list: EvidenceList, text: SaidWords, left: Type.Integer(), until: Maybe(Instant), round: Maybe(Id) }),
    ),
    changes: Type.Object({ against: Day, ...ToDoList.properties }),
    /** Open work by the person who answers for the grid; names of staff, never of residents. */
    people: Type.Array(
      Type.Object({ account: Id, name: Type.String(), role: Type.String(), grid: Type.String(), left: Type.Integer() }),
    ),
    warnings: Type.Array(
      Type.Object({
        kind: OneOf(
          'order-ending',
          'order-review',
          'choice-needed',
          'stricter-chosen',
          'fact-missing',
          'grid-vacant',
          'over-control',
          'destruction-due',
        ),
        text: SaidWords,
        until: Maybe(Day),
      }),
    ),
  }),
})

/**
 * A named person says how far a measure is that no record proves, or that there is none here of what an empty register would hold; kept
 * with name and time, renewed by its rhythm.
 */
export const stateMeasure = command({
  name: 'plan.state-measure',
  at: 'POST /plan/statements',
  words: { zh: '说明完成情况', en: 'Say how far a measure is' },
  input: Type.Object({
    id: Id,
    place: CommunityCode,
    measure: Text(80, 1),
    state: StatedState,
    note: Text(300),
  }),
  reply: Type.Object({ id: Id }),
})
