import Type, { type TProperties } from 'typebox'
import { command, type Endpoint, query } from '../../endpoint.ts'
import { CommunityCode, Day, Id, Instant, Listing, Maybe, OneOf, Page, PlaceCode, Text } from '../../schema.ts'
import { AsCounted } from '../counted.ts'
import { verbOf } from '../kind.ts'
import { thingFiltersOf } from '../register/register.rules.ts'
import { inputOf } from '../shapes.ts'
import { paperShows } from './document.rules.ts'
import { type DocumentAct, documentActs, type DocumentKind } from './document.ts'

const Said = Type.Record(Type.String(), Type.Unknown())
const VersionNumber = Type.Integer({ minimum: 1, maximum: 9999 })

/** A document of any kind as lists show it: the version that holds, or where none does the newest. */
export const PaperRow = Type.Object({
  id: Id,
  kind: Type.String(),
  community: PlaceCode,
  /** The name of the place, in a list of several. */
  place_name: Maybe(Type.String()),
  title: Type.String(),
  version: VersionNumber,
  state: Type.String(),
  /** Under which number it was given out; null until it is. */
  number: Maybe(Type.String()),
  in_force_from: Maybe(Day),
  until: Maybe(Day),
  review_on: Maybe(Day),
  /** Its last day is over, or nobody looked at it in time. */
  overdue: Type.Boolean(),
  /** A newer version than the one that holds waits to be approved or given out. */
  newer: Type.Boolean(),
  /** How often it was received. */
  received: Type.Integer(),
  /** When it was tried and looked back on last, and what was found then and is not settled; null where its kind is not tried. */
  tried: Maybe(Type.Object({ last_drill: Maybe(Day), last_review: Maybe(Day), open: Type.Integer() })),
  /** The fields that its lists show: of what it says, and of its last receipt. */
  details: Said,
  receipt: Said,
})

/** A version with what it says, who wrote it and what it was issued under. */
export const PaperVersion = Type.Object({
  version: VersionNumber,
  state: Type.String(),
  by: Type.String(),
  at: Instant,
  fields: Said,
  issuer: Maybe(Type.String()),
  number: Maybe(Type.String()),
  /** The code by which anybody checks that it is genuine. */
  code: Maybe(Type.String()),
  in_force_from: Maybe(Day),
  until: Maybe(Day),
  received: Type.Array(Type.Object({ on: Day, fields: Said })),
})

/** Of the communities below a place, how many have one of each value of its choice, and how many of those in time and tried. */
export const PaperStanding = Type.Object({
  value: Type.String(),
  communities: Type.Integer(),
  have: Type.Integer(),
  overdue: Type.Integer(),
  untried: Type.Integer(),
})

/** The parts of the communities below that its figures count. */
export const standingParts = ['have', 'without', 'overdue', 'untried'] as const
export type StandingPart = (typeof standingParts)[number]

/** A document with its versions, newest first, what was done and what this office may do now. */
export const PaperWhole = Type.Object({
  row: PaperRow,
  versions: Type.Array(PaperVersion),
  /** What its pointers are called, by id, as far as the reader may know it. */
  names: Type.Record(Type.String(), Type.String()),
  acts: Type.Array(
    Type.Object({ id: Id, act: Type.String(), at: Instant, by: Type.String(), version: VersionNumber, ground: Type.String() }),
  ),
  may: Type.Array(Type.Object({ act: Type.String(), version: VersionNumber })),
})

const inputs: Readonly<Record<Exclude<DocumentAct, 'save'>, (kind: DocumentKind) => TProperties>> = {
  sign: () => ({}),
  approve: () => ({}),
  file: () => ({}),
  publish: () => ({}),
  receive: ({ receipt = {}, version }) => ({
    v: Type.Integer({ minimum: 1, maximum: version }),
    fields: inputOf(receipt),
  }),
  withdraw: () => ({ ground: Text(200, 1) }),
}

/** The verbs of a document: its list, one of it, the next version, and an act each. */
export interface DocumentVerbs {
  readonly see: Endpoint
  readonly get: Endpoint
  readonly save: Endpoint
  /** Which communities have one, of kinds of which each has to. */
  readonly standing: Endpoint | undefined
  /** The acts on a version, by name. */
  readonly acts: Readonly<Partial<Record<DocumentAct, Endpoint>>>
}

/** The contracts that follow from the declaration of a document. */
export function documentVerbs(kind: DocumentKind): DocumentVerbs {
  const road = `/k/${kind.name.replace('.', '/')}` as const
  const labelled = (zh: string, en: string) => ({ zh: `${kind.words.zh}：${zh}`, en: `${kind.words.en}: ${en}` })
  const whole = { health: kind.health === true, ...(kind.needs && { needs: kind.needs }) }
  const choices = Object.fromEntries(
    thingFiltersOf(kind).map(([name, { values = {} }]) => [name, Type.Optional(OneOf(...Object.keys(values)))]),
  )
  const reply = Type.Object({ id: Id, version: VersionNumber, state: Type.String(), number: Maybe(Type.String()) })
  const see = query({
    name: verbOf(kind, 'see'),
    at: `GET ${road}`,
    words: labelled('看清单', 'see the list'),
    ...whole,
    input: Type.Object({ place: PlaceCode, show: OneOf(...paperShows), ...choices, ...AsCounted, ...Page.properties }),
    /** Counts stop at 1,000: more than that is told as more. */
    reply: Type.Object({
      ...Listing(PaperRow).properties,
      all: Type.Integer(),
      in_force: Type.Integer(),
      overdue: Type.Integer(),
      unready: Type.Integer(),
      due: Type.Integer(),
      names: Type.Record(Type.String(), Type.String()),
    }),
  })
  const standing =
    kind.each === undefined
      ? undefined
      : query({
          name: verbOf(kind, 'standing'),
          at: `GET ${road}/standing`,
          words: labelled('看哪些社区有', 'see which communities have one'),
          ...whole,
          /** Which of the figures is opened: of what value, and which part of the communities; then those are told and no figure. */
          input: Type.Object({
            place: PlaceCode,
            value: Type.Optional(OneOf(...Object.keys(kind.fields[kind.each]?.values ?? {}))),
            part: Type.Optional(OneOf(...standingParts)),
            ...Page.properties,
          }),
          reply: Type.Object({
            values: Type.Array(PaperStanding),
            ...Listing(Type.Object({ community: CommunityCode, place_name: Type.String() })).properties,
          }),
        })
  const get = query({
    name: verbOf(kind, 'get'),
    at: `GET ${road}/one/:id`,
    words: labelled('看一份', 'see one'),
    ...whole,
    input: Type.Object({ id: Id }),
    reply: PaperWhole,
  })
  const save = command({
    name: verbOf(kind, 'save'),
    at: `POST ${road}`,
    words: labelled(documentActs.save.zh, documentActs.save.en),
    ...whole,
    input: Type.Object({
      id: Id,
      place: PlaceCode,
      version: VersionNumber,
      v: Type.Integer({ minimum: 1, maximum: kind.version }),
      fields: inputOf(kind.fields),
    }),
    reply,
  })
  const acts = kind.acts.flatMap((act) => {
    if (act === 'save') return []
    const made = command({
      name: verbOf(kind, act),
      at: `POST ${road}/:id/${act}`,
      words: labelled(documentActs[act].zh, documentActs[act].en),
      ...whole,
      offline: kind.phone === true && act === 'receive',
      input: Type.Object({ id: Id, version: VersionNumber, ...inputs[act](kind) }),
      reply,
    })
    return [[act, made as unknown as Endpoint] as const]
  })
  const general = (one: unknown) => one as Endpoint
  return {
    ...{ see: general(see), get: general(get), save: general(save), acts: Object.fromEntries(acts) },
    standing: standing && general(standing),
  }
}
