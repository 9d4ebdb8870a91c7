import Type from 'typebox'
import { command, type Endpoint, query } from '../../endpoint.ts'
import { Day, Id, Instant, Listing, Maybe, OneOf, Page, PlaceCode } from '../../schema.ts'
import { AsCounted } from '../counted.ts'
import { verbOf } from '../kind.ts'
import { inputOf } from '../shapes.ts'
import { roundActs, type RoundKind, roundStandings } from './round.ts'

const Said = Type.Record(Type.String(), Type.Unknown())
const Words = Type.Object({ zh: Type.String(), en: Type.String() })

/** One of those to be gone to, how it stands in the turn of the day, and when somebody was last there. */
export const TargetRow = Type.Object({
  id: Id,
  title: Type.String(),
  community: PlaceCode,
  standing: Type.String(),
  last_on: Maybe(Day),
})

/** How far a turn has come: `due` is the denominator; done, exceptions and not reached add up to it. */
export const TurnCoverage = Type.Object({
  from: Day,
  to: Day,
  due: Type.Integer(),
  done: Type.Integer(),
  notReached: Type.Integer(),
  exceptions: Type.Record(Type.String(), Type.Integer()),
})

/** What was recorded of one of them, newest first; what was corrected says so. */
export const TargetWhole = Type.Object({
  id: Id,
  title: Type.String(),
  standing: Type.String(),
  /** What its pointers are called, by id, as far as the reader may know it. */
  names: Type.Record(Type.String(), Type.String()),
  checks: Type.Array(
    Type.Object({ id: Id, at: Instant, by: Type.String(), fields: Said, replaced: Type.Boolean(), findings: Type.Array(Words) }),
  ),
  may: Type.Array(Type.String()),
})

/** The standings that a list of a round shows: those of every round, and the exceptions of this one. */
export const standingsOfKind = ({ fields, result }: RoundKind): string[] => [
  ...Object.keys(roundStandings).filter((name) => name !== 'outside'),
  ...Object.keys(fields[result.field]?.values ?? {}).filter((value) => !result.done.includes(value)),
]

/** The verbs of a round: how far it has come, one of those to be gone to, recording and correcting. */
export interface RoundVerbs {
  readonly see: Endpoint
  readonly get: Endpoint
  readonly record: Endpoint
  readonly replace: Endpoint | undefined
}

/** The contracts that follow from the declaration of a round. */
export function roundVerbs(kind: RoundKind): RoundVerbs {
  const road = `/k/${kind.name.replace('.', '/')}` as const
  const labelled = (zh: string, en: string) => ({ zh: `${kind.words.zh}：${zh}`, en: `${kind.words.en}: ${en}` })
  const whole = { health: kind.health === true, ...(kind.needs && { needs: kind.needs }) }
  const said = { v: Type.Integer({ minimum: 1, maximum: kind.version }), fields: inputOf(kind.fields) }
  const general = (one: unknown) => one as Endpoint
  const see = query({
    name: verbOf(kind, 'see'),
    at: `GET ${road}`,
    words: labelled('看走到哪里', 'see how far it has come'),
    ...whole,
    input: Type.Object({ place: PlaceCode, show: OneOf('all', ...standingsOfKind(kind)), ...AsCounted, ...Page.properties }),
    reply: Type.Object({ ...Listing(TargetRow).properties, turn: TurnCoverage }),
  })
  const get = query({
    name: verbOf(kind, 'get'),
    at: `GET ${road}/one/:id`,
    words: labelled('看一处', 'see one'),
    ...whole,
    input: Type.Object({ id: Id }),
    reply: TargetWhole,
  })
  const record = command({
    name: verbOf(kind, 'record'),
    at: `POST ${road}`,
    words: labelled(roundActs.record.zh, roundActs.record.en),
    ...whole,
    offline: kind.phone === true,
    input: Type.Object({ id: Id, thing: Id, ...said }),
    reply: Type.Object({ id: Id, standing: Type.String(), findings: Type.Integer() }),
  })
  const replace = command({
    name: verbOf(kind, 'replace'),
    at: `POST ${road}/:replaces/replace`,
    words: labelled(roundActs.replace.zh, roundActs.replace.en),
    ...whole,
    offline: kind.phone === true,
    input: Type.Object({ id: Id, replaces: Id, ...said }),
    reply: Type.Object({ id: Id, standing: Type.String(), findings: Type.Integer() }),
  })
  return {
    see: general(see),
    get: general(get),
    record: general(record),
    replace: kind.acts.includes('replace') ? general(replace) : undefined,
  }
}
