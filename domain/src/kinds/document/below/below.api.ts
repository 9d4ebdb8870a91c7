import Type, { type Static } from 'typebox'
import { command, type Endpoint, query } from '../../../endpoint.ts'
import { Day, Id, Maybe, PlaceCode } from '../../../schema.ts'
import { verbOf } from '../../kind.ts'
import type { DocumentKind } from '../document.ts'

const VersionNumber = Type.Integer({ minimum: 1, maximum: 9999 })

/** A document that a place above gave out, as those below read it: what it says, and on which day they received it. */
export const PaperFromAbove = Type.Object({
  id: Id,
  from: PlaceCode,
  from_name: Type.String(),
  title: Type.String(),
  version: VersionNumber,
  number: Maybe(Type.String()),
  in_force_from: Day,
  until: Maybe(Day),
  review_on: Maybe(Day),
  fields: Type.Record(Type.String(), Type.Unknown()),
  received_on: Maybe(Day),
})
export type PaperFromAbove = Static<typeof PaperFromAbove>

/** A community that a document was given out to: when it received the version that holds, and who there said so. */
export const PaperReceiver = Type.Object({
  place: PlaceCode,
  name: Type.String(),
  received_on: Maybe(Day),
  by: Maybe(Type.String()),
})
export type PaperReceiver = Static<typeof PaperReceiver>

/** The verbs of a document that is given out to the communities below. */
export interface BelowVerbs {
  /** What those above gave out. */
  readonly fromAbove: Endpoint
  /** A community says that it received it. */
  readonly acknowledge: Endpoint
  /** Who of those below received it. */
  readonly receivers: Endpoint
}

/** The contracts of what is given out to the communities below; undefined for a kind that is not. */
export function belowVerbs(kind: DocumentKind): BelowVerbs | undefined {
  if (!kind.below) return undefined
  const road = `/k/${kind.name.replace('.', '/')}` as const
  const labelled = (zh: string, en: string) => ({ zh: `${kind.words.zh}：${zh}`, en: `${kind.words.en}: ${en}` })
  const fromAbove = query({
    name: verbOf(kind, 'from-above'),
    at: `GET ${road}/from-above`,
    words: labelled('看上级发的', 'see what those above gave out'),
    input: Type.Object({ place: PlaceCode }),
    reply: Type.Object({ rows: Type.Array(PaperFromAbove) }),
  })
  const acknowledge = command({
    name: verbOf(kind, 'acknowledge'),
    at: `POST ${road}/:id/acknowledge`,
    words: labelled('签收上级发的', 'receive what those above gave out'),
    offline: kind.phone === true,
    input: Type.Object({ id: Id, place: PlaceCode, version: VersionNumber }),
    reply: Type.Object({ id: Id, version: VersionNumber, received_on: Day }),
  })
  const receivers = query({
    name: verbOf(kind, 'receivers'),
    at: `GET ${road}/one/:id/receivers`,
    words: labelled('看下面谁签收了', 'see who below received it'),
    input: Type.Object({ id: Id }),
    reply: Type.Object({ rows: Type.Array(PaperReceiver), received: Type.Integer(), left: Type.Integer() }),
  })
  const general = (one: unknown) => one as Endpoint
  return { fromAbove: general(fromAbove), acknowledge: general(acknowledge), receivers: general(receivers) }
}
