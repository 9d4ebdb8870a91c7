import Type, { type TObject, type TProperties } from 'typebox'
import { command, type Endpoint, query } from '../../endpoint.ts'
import { DoorText } from '../../places/door-plate.ts'
import { Id, Instant, Listing, Maybe, OneOf, Page, PlaceCode, Text } from '../../schema.ts'
import { AsCounted } from '../counted.ts'
import { fieldsFor, touchesHealth, verbOf } from '../kind.ts'
import { inputOf, shapeOf } from '../shapes.ts'
import { urgencies, type Urgency } from '../terms/term.rules.ts'
import type { Step, Whom } from './flow.ts'
import { flowOf } from './flows.ts'
import { filtersOf, firstActOf } from './request.rules.ts'
import type { RequestKind } from './request.ts'

/** How it came in; a person without a phone comes to the desk, calls or writes. */
export const Way = OneOf('desk', 'paper', 'phone', 'online')

const Said = Type.Record(Type.String(), Type.Unknown())
const Words = Type.Object({ zh: Type.String(), en: Type.String() })

/** A request of any kind as lists show it: what it is about, where it stands, whose turn it is. Nothing of why, and no name. */
export const AskedRow = Type.Object({
  id: Id,
  kind: Type.String(),
  number: Type.String(),
  at: Instant,
  /** The community it lies in, or the street or county; the place and the door that it is about. */
  community: PlaceCode,
  about: PlaceCode,
  door: Maybe(DoorText),
  desk: PlaceCode,
  office: Maybe(PlaceCode),
  state: Type.String(),
  waits_on: Maybe(Type.String()),
  turn: Maybe(PlaceCode),
  due_at: Maybe(Instant),
  late: Type.Boolean(),
  urgency: Type.String(),
  /** Whom it was given to, by name. */
  doer: Maybe(Type.String()),
  result: Maybe(Type.String()),
  /** The fields that its lists show. */
  details: Said,
})

/** What was done with a request, when and by whom; how the term that it started was counted. */
const DoneActRow = Type.Object({
  id: Id,
  act: Type.String(),
  at: Instant,
  by: Type.String(),
  place: PlaceCode,
  result: Maybe(Type.String()),
  ground: Type.String(),
  fields: Said,
  due: Maybe(Words),
})

/** One request with what was said, what was done, what this office may do now, and whom or which place it may be given to. */
export const AskedWhole = Type.Object({
  row: AskedRow,
  way: Way,
  person: Maybe(Id),
  dwelling: Maybe(Id),
  fields: Said,
  /** What its pointers are called, by id, as far as the reader may know it. */
  names: Type.Record(Type.String(), Type.String()),
  acts: Type.Array(DoneActRow),
  may: Type.Array(Type.String()),
  doers: Type.Array(Type.Object({ id: Id, name: Type.String(), role: Type.String() })),
  /** The places that it may be handed to, where somebody can take it over. */
  takers: Type.Array(Type.Object({ code: PlaceCode, name: Type.String() })),
})

// What the house sets by itself is read by nobody through these verbs, unless the kind is health data as a whole.
const isHealth = (kind: RequestKind) =>
  touchesHealth(kind, Object.fromEntries(Object.entries(kind.fields).filter(([, { from }]) => from !== 'house')))
const roadOf = ({ name }: RequestKind) => `/k/${name.replace('.', '/')}` as const
const labelled = ({ words }: RequestKind, zh: string, en: string) => ({ zh: `${words.zh}：${zh}`, en: `${words.en}: ${en}` })

const aims: Readonly<Record<RequestKind['about'], TProperties>> = {
  dwelling: { dwelling: Id },
  person: { person: Id },
  place: { place: PlaceCode },
}
const whoms: Readonly<Record<keyof Whom, TProperties>> = {
  office: { office: PlaceCode },
  about: {},
  doer: { doer: Id },
  other: { other: PlaceCode },
  chain: {},
  addressees: { addressees: Type.Array(PlaceCode, { minItems: 1, maxItems: 40, uniqueItems: true }) },
}
const named = ({ sets = [] }: Step, ...apart: (keyof Whom)[]): TProperties =>
  Object.assign({}, ...sets.filter((name) => !apart.includes(name)).map((name) => whoms[name]))

function beginOf(kind: RequestKind): Endpoint {
  const act = firstActOf(kind)
  const step = flowOf(kind.flow).acts[act] as Step
  return command({
    name: verbOf(kind, act),
    at: `POST ${roadOf(kind)}`,
    words: labelled(kind, step.words.zh, step.words.en),
    health: isHealth(kind),
    offline: kind.phone === true,
    ...(kind.needs && { needs: kind.needs }),
    input: Type.Object({
      id: Id,
      /** The version of the kind that the client knows. */
      v: Type.Integer({ minimum: 1, maximum: kind.version }),
      ...aims[kind.about],
      way: Way,
      urgency: OneOf(...(Object.keys(urgencies) as Urgency[]).filter((name) => kind.terms[name])),
      fields: inputOf(kind.fields),
      // the office follows from what it is about
      ...named(step, 'office'),
    }),
    reply: Type.Object({ id: Id, number: Type.String(), office: Maybe(PlaceCode), due_at: Maybe(Instant), due: Maybe(Words) }),
  }) as unknown as Endpoint
}

function actOf(kind: RequestKind, act: string, step: Step): Endpoint {
  const asked = kind.asks?.[act]
  const ground = Text(2000, step.needs === 'ground' ? 1 : 0)
  return command({
    name: verbOf(kind, act),
    at: `POST ${roadOf(kind)}/:id/${act}`,
    words: labelled(kind, step.words.zh, step.words.en),
    health: kind.health === true,
    offline: kind.phone === true,
    ...(kind.needs && { needs: kind.needs }),
    input: Type.Object({
      id: Id,
      ...(step.needs === 'result' && { result: Text(40, 1) }),
      ground: step.needs === 'ground' ? ground : Type.Optional(ground),
      ...(asked && { fields: Type.Optional(inputOf(asked)) }),
      ...named(step),
    }),
    reply: Type.Object({ id: Id, state: Type.String(), due_at: Maybe(Instant) }),
  }) as unknown as Endpoint
}

/** The verbs of a kind of request: its list, one of it, those given to oneself where helpers are blind, and an act each. */
export interface RequestVerbs {
  readonly see: Endpoint
  readonly get: Endpoint
  readonly mine: Endpoint | undefined
  readonly begin: Endpoint
  /** The acts after the first, by name. */
  readonly acts: Readonly<Record<string, Endpoint>>
}

/** The contracts that follow from the declaration of a kind of request. */
export function requestVerbs(kind: RequestKind): RequestVerbs {
  const road = roadOf(kind)
  const whole = { health: isHealth(kind), ...(kind.needs && { needs: kind.needs }) }
  const choices = Object.fromEntries(
    filtersOf(kind).map(([name, { values = {} }]) => [name, Type.Optional(OneOf(...Object.keys(values)))]),
  )
  const see = query({
    name: verbOf(kind, 'see'),
    at: `GET ${road}`,
    words: labelled(kind, '看清单', 'see the list'),
    ...whole,
    input: Type.Object({
      place: PlaceCode,
      show: OneOf('open', 'late', 'done', 'all'),
      ...choices,
      ...AsCounted,
      ...Page.properties,
    }),
    /** Counts stop at 1,000: more than that is told as more. */
    reply: Type.Object({ ...Listing(AskedRow).properties, open: Type.Integer(), late: Type.Integer() }),
  })
  const get = query({
    name: verbOf(kind, 'get'),
    at: `GET ${road}/one/:id`,
    words: labelled(kind, '看一件', 'see one'),
    ...whole,
    input: Type.Object({ id: Id }),
    reply: AskedWhole,
  })
  const helper = fieldsFor(kind.fields, 'helper')
  const mine = query({
    name: verbOf(kind, 'mine'),
    at: `GET ${road}/mine`,
    words: labelled(kind, '看派给我的', 'see those given to me'),
    health: touchesHealth(kind, helper),
    input: Type.Object({}),
    reply: Type.Object({ rows: Type.Array(givenOf(kind)) }),
  })
  const steps = Object.entries(flowOf(kind.flow).acts).filter(([act]) => act !== firstActOf(kind))
  return {
    see: see as unknown as Endpoint,
    get: get as unknown as Endpoint,
    mine: kind.blind ? (mine as unknown as Endpoint) : undefined,
    begin: beginOf(kind),
    acts: Object.fromEntries(steps.map(([act, step]) => [act, actOf(kind, act, step)])),
  }
}

/** What somebody who was given a request sees of it: door, hour and the fields meant for helpers; never why. */
const givenOf = (kind: RequestKind): TObject =>
  Type.Object({
    id: Id,
    number: Type.String(),
    urgency: Type.String(),
    state: Type.String(),
    due_at: Maybe(Instant),
    late: Type.Boolean(),
    door: Type.String(),
    fields: shapeOf(fieldsFor(kind.fields, 'helper')),
    may: Type.Array(Type.String()),
  })
