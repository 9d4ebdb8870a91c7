import Type, { type TProperties } from 'typebox'
import { command, type Endpoint, query } from '../../endpoint.ts'
import { Day, Id, Instant, Listing, Maybe, OneOf, Page, PlaceCode, Text } from '../../schema.ts'
import { AsCounted } from '../counted.ts'
import { verbOf } from '../kind.ts'
import { inputOf } from '../shapes.ts'
import { type RegisterAct, registerActs, type RegisterKind } from './register.ts'
import { thingFiltersOf } from './register.rules.ts'

const Said = Type.Record(Type.String(), Type.Unknown())

/** A thing of any register as lists show it. */
export const ThingRow = Type.Object({
  id: Id,
  kind: Type.String(),
  community: PlaceCode,
  /** The name of the place, in a list of several. */
  place_name: Maybe(Type.String()),
  title: Type.String(),
  state: Type.String(),
  /** Its own state with the day from which and the basis on which it holds. */
  own: Maybe(Type.String()),
  own_since: Maybe(Day),
  basis: Maybe(Type.String()),
  until: Maybe(Day),
  review_on: Maybe(Day),
  /** Who signed what it is now. */
  signed: Maybe(Type.Object({ by: Type.String(), on: Day })),
  /** Its term is over, or nobody looked at it in time. */
  overdue: Type.Boolean(),
  /** The fields that its lists show. */
  details: Said,
})

/** A thing with all that is said of it, what was done and what this office may do now. */
export const ThingWhole = Type.Object({
  row: ThingRow,
  fields: Said,
  /** What its pointers are called, by id, as far as the reader may know it. */
  names: Type.Record(Type.String(), Type.String()),
  acts: Type.Array(
    Type.Object({
      id: Id,
      act: Type.String(),
      at: Instant,
      by: Type.String(),
      state: Maybe(Type.String()),
      basis: Type.String(),
      day: Maybe(Day),
      until: Maybe(Day),
      signer: Maybe(Type.String()),
    }),
  ),
  may: Type.Array(Type.String()),
  /** When something was last done to it: who changes, signs or approves says which words were seen. */
  last_at: Instant,
})

/** What lists of a register show; `all` is what has not ended. */
export const thingShows = ['all', 'live', 'overdue', 'unready', 'ended'] as const

const inputs: Readonly<Record<Exclude<RegisterAct, 'add' | 'change'>, (kind: RegisterKind) => TProperties>> = {
  'set-state': ({ states = {} }) => ({ state: OneOf(...Object.keys(states)), basis: Text(200, 1), day: Day }),
  'still-right': () => ({ last_at: Instant }),
  sign: () => ({ signer: Text(40, 1), day: Day, last_at: Instant }),
  approve: () => ({ last_at: Instant }),
  renew: () => ({ until: Day }),
  end: () => ({ basis: Text(200, 1) }),
}

/** The verbs of a register: its list, one of it, and an act each. */
export interface RegisterVerbs {
  readonly see: Endpoint
  readonly get: Endpoint
  readonly add: Endpoint
  /** The acts after the first, by name. */
  readonly acts: Readonly<Partial<Record<RegisterAct, Endpoint>>>
}

/** The contracts that follow from the declaration of a register. */
export function registerVerbs(kind: RegisterKind): RegisterVerbs {
  const road = `/k/${kind.name.replace('.', '/')}` as const
  const labelled = (zh: string, en: string) => ({ zh: `${kind.words.zh}：${zh}`, en: `${kind.words.en}: ${en}` })
  const whole = { health: kind.health === true, ...(kind.needs && { needs: kind.needs }) }
  const choices = Object.fromEntries(
    thingFiltersOf(kind).map(([name, { values = {} }]) => [name, Type.Optional(OneOf(...Object.keys(values)))]),
  )
  const said = { v: Type.Integer({ minimum: 1, maximum: kind.version }), fields: inputOf(kind.fields) }
  const see = query({
    name: verbOf(kind, 'see'),
    at: `GET ${road}`,
    words: labelled('看清单', 'see the list'),
    ...whole,
    input: Type.Object({
      place: PlaceCode,
      show: OneOf(...thingShows),
      ...(kind.states && { own: Type.Optional(OneOf(...Object.keys(kind.states))) }),
      ...AsCounted,
      ...choices,
      ...Page.properties,
    }),
    /** Counts stop at 1,000: more than that is told as more. */
    reply: Type.Object({
      ...Listing(ThingRow).properties,
      live: Type.Integer(),
      overdue: Type.Integer(),
      unready: Type.Integer(),
      names: Type.Record(Type.String(), Type.String()),
      /** Of the choice of which every value has to have something: those with nothing at the place itself. */
      without: Type.Array(Type.String()),
    }),
  })
  const get = query({
    name: verbOf(kind, 'get'),
    at: `GET ${road}/one/:id`,
    words: labelled('看一个', 'see one'),
    ...whole,
    input: Type.Object({ id: Id }),
    reply: ThingWhole,
  })
  const add = command({
    name: verbOf(kind, 'add'),
    at: `POST ${road}`,
    words: labelled(registerActs.add.zh, registerActs.add.en),
    ...whole,
    input: Type.Object({ id: Id, place: PlaceCode, ...said, until: Type.Optional(Day) }),
    reply: Type.Object({ id: Id, state: Type.String() }),
  })
  const later = kind.acts.filter((act) => act !== 'add')
  const acts = later.map((act) => {
    const more = act === 'change' ? { ...said, last_at: Instant } : inputs[act](kind)
    const made = command({
      name: verbOf(kind, act),
      at: `POST ${road}/:id/${act}`,
      words: labelled(registerActs[act].zh, registerActs[act].en),
      ...whole,
      input: Type.Object({ id: Id, ...more }),
      reply: Type.Object({ id: Id, state: Type.String() }),
    })
    return [act, made as unknown as Endpoint] as const
  })
  const general = (one: unknown) => one as Endpoint
  return { see: general(see), get: general(get), add: general(add), acts: Object.fromEntries(acts) }
}
