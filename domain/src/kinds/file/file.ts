import type { Id } from '../../schema.ts'
import type { Kind } from '../declared/kind-faults.ts'
import type { Audience, Field, Fields, Values } from '../fields.ts'
import { firstActOf } from '../request/request.rules.ts'

/** Whether a field holds photos: all of its value, or the sheet of a signature. */
export const holdsFiles = ({ type }: Pick<Field, 'type'>): boolean => type === 'file' || type === 'signature'

/** A file that a record names, and who reads it there. */
export interface NamedFile {
  readonly id: Id
  readonly to: Audience
}

/** The photos that the value of a field names; none where it holds none. */
export const photosIn = ({ type }: Pick<Field, 'type'>, value: unknown): readonly Id[] => {
  if (type === 'file') return Array.isArray(value) ? (value as readonly Id[]) : []
  const sheet = type === 'signature' ? (value as { readonly file?: Id } | undefined)?.file : undefined
  return sheet === undefined ? [] : [sheet]
}

/** The files that a record of these fields names, in their order. */
export const filesIn = (fields: Fields, values: Values): NamedFile[] =>
  Object.entries(fields).flatMap(([name, field]) => photosIn(field, values[name]).map((id) => ({ id, to: field.to ?? 'office' })))

const asksForFiles = (fields: Fields | undefined): boolean => Object.values(fields ?? {}).some(holdsFiles)

/** The acts of a kind that bring photos or signed sheets with them; none where it asks for none. */
export function actsWithFiles(kind: Kind): readonly string[] {
  const bringing = (acts: readonly string[], fields: Fields | undefined) => (asksForFiles(fields) ? acts : [])
  const among = (...acts: string[]) => acts.filter((act) => (kind as { readonly acts?: readonly string[] }).acts?.includes(act))
  switch (kind.mechanism) {
    case 'request': {
      const later = Object.entries(kind.asks ?? {}).flatMap(([act, asked]) => bringing([act], asked))
      return [...bringing([firstActOf(kind)], kind.fields), ...later]
    }
    case 'register':
      return bringing(among('add', 'change'), kind.fields)
    case 'round':
      return bringing(among('record', 'replace'), kind.fields)
    case 'document':
      return [...bringing(among('save'), kind.fields), ...bringing(among('receive'), kind.receipt)]
  }
}

/** The road on which a photo of a kind comes up, with the act that it is for as `act`, and goes down. */
export const fileRoadOf = (kind: string, file: string): `/${string}` => `/api/k/${kind.replace('.', '/')}/files/${file}`
