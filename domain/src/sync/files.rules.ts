import type { Fields, Values } from '../kinds/fields.ts'
import { filesIn } from '../kinds/file/file.ts'
import type { Id } from '../schema.ts'
import { isFirst } from './asked.rules.ts'
import { kindAct, roundOfVerb } from './phone-kinds.ts'
import type { Said } from './said.ts'

/** The photos that a command names, with the kind and the act that they are put for. */
export interface PhotosOf {
  readonly kind: string
  readonly act: string
  readonly ids: readonly Id[]
}

function askedBy(verb: string): { kind: string; act: string; fields: Fields } | undefined {
  const act = verb.slice(verb.lastIndexOf('.') + 1)
  const round = roundOfVerb(verb)
  if (round) return { kind: round.name, act, fields: round.fields }
  const of = kindAct(verb)
  return of && { kind: of.kind.name, act, fields: isFirst(of) ? of.kind.fields : (of.kind.asks?.[act] ?? {}) }
}

/** The photos of a command, which go to the server before it; of a command that names none, none. */
export function photosOf({ verb, input }: Pick<Said, 'verb' | 'input'>): PhotosOf {
  const { kind = '', act = '', fields = {} } = askedBy(verb) ?? {}
  const said = (input as { readonly fields?: Values }).fields ?? {}
  return { kind, act, ids: filesIn(fields, said).map(({ id }) => id) }
}
