import Type from 'typebox'
import { command, query } from '../../endpoint.ts'
import { Day, Id, Instant, Listing, Maybe, OneOf, Page, PlaceCode, Text } from '../../schema.ts'
import { Demand, DemandState, Judgement, Wanted } from './demand.ts'

const Made = Type.Object({ id: Id })
const on = Type.Optional(Day)

/** What the desk would say of a demand, before it is filed: what is held, who asks the same, what is missing. */
export const weighDemand = query({
  name: 'reports.weigh-demand',
  at: 'POST /reports/demands/weigh',
  words: { zh: '先看要不要报', en: 'Weigh a demand' },
  input: Type.Object({ place: PlaceCode, wanted: Wanted }),
  reply: Judgement,
})

/** Files what an authority or department wants from communities; a baseless or expired one is sent back with its grounds. */
export const fileDemand = command({
  name: 'reports.file-demand',
  at: 'POST /reports/demands',
  words: { zh: '登记要数要表', en: 'File a demand' },
  input: Type.Object({ id: Id, place: PlaceCode, wanted: Wanted }),
  reply: Type.Object({ id: Id, outcome: OneOf('refused', 'answered', 'waiting') }),
})

/** A community says that somebody asks it for something past the desk. */
export const tellDemand = command({
  name: 'reports.tell-demand',
  at: 'POST /reports/demands/told',
  words: { zh: '反映另要的表', en: 'Tell of an unregistered form' },
  input: Type.Object({
    id: Id,
    place: PlaceCode,
    kind: OneOf('figures', 'form', 'task'),
    title: Text(80, 1),
    asker: Text(60, 1),
    /** Null, and the day left out, where nobody said: nothing is made up in its place. */
    minutes: Maybe(Type.Integer({ minimum: 0, maximum: 10_000 })),
    rhythm: Maybe(OneOf('once', 'daily', 'weekly', 'monthly')),
    until: Type.Optional(Day),
  }),
  reply: Made,
})

/** County civil affairs accepts, refuses or merges a demand for its communities; a new form is nothing without it. */
export const decideDemand = command({
  name: 'reports.decide-demand',
  at: 'POST /reports/demands/:id/decide',
  words: { zh: '审要数要表', en: 'Decide on a demand' },
  input: Type.Object({
    id: Id,
    place: PlaceCode,
    decision: OneOf('accepted', 'refused', 'merged'),
    reason: Text(300),
    into: Type.Optional(Id),
  }),
  reply: Made,
})

/** Keeps a demand to a later day; without it the demand lapses by itself. */
export const renewDemand = command({
  name: 'reports.renew-demand',
  at: 'POST /reports/demands/:id/renew',
  words: { zh: '延期', en: 'Renew a demand' },
  input: Type.Object({ id: Id, place: PlaceCode, until: Day, reason: Text(300, 1) }),
  reply: Made,
})

/** The asker needs it no longer. */
export const endDemand = command({
  name: 'reports.end-demand',
  at: 'POST /reports/demands/:id/end',
  words: { zh: '撤回', en: 'Withdraw a demand' },
  input: Type.Object({ id: Id, place: PlaceCode, reason: Text(300, 1) }),
  reply: Made,
})

const undecided = Type.Optional(Type.Boolean({ description: 'those of which nobody decided yet whether they are taken on' }))

/** Every demand on communities of a place, refused and merged ones too, newest first. */
export const listDemands = query({
  name: 'reports.demands',
  at: 'GET /reports/demands',
  words: { zh: '看要数要表', en: 'See demands on communities' },
  input: Type.Object({ place: PlaceCode, on, state: Type.Optional(DemandState), undecided, ...Page.properties }),
  reply: Type.Object({
    ...Listing(Demand).properties,
    /** How many stand in each state. */
    counts: Type.Record(Type.String(), Type.Integer()),
  }),
})

const Figure = Type.Object({
  item: Type.String(),
  /** Null where no figure is held for this place; never a zero for it. */
  figure: Maybe(Type.Integer()),
  /** Day of the figure. */
  day: Maybe(Day),
  /**
   * Why there is none: it is held as names, which stay where they are, or nobody has reported it; above the county also because
   * it is of fewer people than the least count (`few`), or such a figure would follow from it (`withheld`).
   */
  why: OneOf('figure', 'names-stay', 'not-reported', 'few', 'withheld'),
  /** When the registers were counted, where that was before; null where they are counted as they stand. */
  counted_at: Maybe(Instant),
})

/**
 * One demand with what the desk says of it and the figures that answer it, at the level of the place asked for. A demand that is
 * refused, waits or is over is answered nothing, nor is one that a county within the place refused.
 */
export const readDemand = query({
  name: 'reports.demand',
  at: 'GET /reports/demands/:id',
  words: { zh: '看一条要数要表', en: 'See a demand' },
  input: Type.Object({ id: Id, place: PlaceCode, on }),
  reply: Type.Object({ demand: Demand, judgement: Judgement, figures: Type.Array(Figure), least: Type.Integer() }),
})

const BurdenFigures = Type.Object({
  tasks: Type.Integer(),
  forms: Type.Integer(),
  /** Tasks and forms whose time nobody estimated; they are in none of the minutes. */
  untimed: Type.Integer(),
  /** Minutes. */
  week: Type.Integer(),
  month: Type.Integer(),
  saved_week: Type.Integer(),
  saved_month: Type.Integer(),
})

/** Tasks, forms and minutes that fall on communities in the week and month of a day, level by level; figures only. */
export const readBurden = query({
  name: 'reports.burden',
  at: 'GET /reports/burden',
  words: { zh: '看社区负担', en: 'See the burden on communities' },
  input: Type.Object({ place: PlaceCode, on }),
  reply: Type.Object({
    place: PlaceCode,
    day: Day,
    week: Type.Object({ from: Day, to: Day }),
    month: Type.Object({ from: Day, to: Day }),
    communities: Type.Integer(),
    sum: BurdenFigures,
    /** What each demand in force costs here, the dearest first. */
    demands: Type.Array(
      Type.Object({
        id: Id,
        title: Type.String(),
        asker: Type.String(),
        kind: OneOf('figures', 'form', 'task'),
        communities: Type.Integer(),
        /** Whether it is a task or form of the day; what was due earlier in the month costs time and is none any more. */
        asked: Type.Boolean(),
        /** Minutes; all three null where nobody said how long or how often it takes. */
        week: Maybe(Type.Integer()),
        month: Maybe(Type.Integer()),
        saved_month: Maybe(Type.Integer()),
        /** The last day; null where nobody gave one. */
        until: Maybe(Day),
      }),
    ),
    below: Type.Array(
      Type.Object({ place: PlaceCode, name: Type.String(), communities: Type.Integer(), ...BurdenFigures.properties }),
    ),
  }),
})
