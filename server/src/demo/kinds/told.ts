import type { Field, Fields, Values } from '@wangdi/domain/kinds/fields.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'

/** What was told of the demo so far, by kind, community and what it is called; doors by their plates, with the eldest behind each, colleagues by their names to sign in. */
export interface ToldSoFar {
  readonly told: Map<string, Id>
  readonly doors: ReadonlyMap<string, Id>
  readonly people: ReadonlyMap<string, Id>
  readonly accounts: Readonly<Record<string, Id>>
}

const keyOf = (kind: string, community: PlaceCode, called: unknown) => `${kind} ${community} ${String(called)}`

/** Remembers a record by what it is called, its own name in the sample, its title or its first line of text, for records that are told after it. */
export function remember(
  { told }: Pick<ToldSoFar, 'told'>,
  { name, fields, title }: { readonly name: string; readonly fields: Fields; readonly title?: string },
  community: PlaceCode,
  said: Values,
  id: Id,
  own?: string,
): void {
  const called = title ?? Object.keys(fields).find((one) => fields[one]?.type === 'text')
  if (own !== undefined) told.set(keyOf(name, community, own), id)
  else if (called !== undefined) told.set(keyOf(name, community, said[called]), id)
}

function idOf({ told, doors, people, accounts }: ToldSoFar, { type, of = '' }: Field, community: PlaceCode, called: string) {
  if (type === 'dwelling') return doors.get(called)
  if (type === 'person') return people.get(called)
  return type === 'staff' ? accounts[called] : told.get(keyOf(of, community, called))
}

/** A record of a sample with ids where its fields point: samples say what something is called. Throws where nothing is. */
export const pointed = (so: ToldSoFar, fields: Fields, said: Values, community: PlaceCode): Values =>
  Object.fromEntries(
    Object.entries(said).map(([name, value]) => {
      const field = fields[name]
      if (!field || typeof value !== 'string' || !['dwelling', 'person', 'staff', 'thing', 'link'].includes(field.type))
        return [name, value]
      const id = idOf(so, field, community, value)
      if (id === undefined) throw new Error(`nothing of the demo is called ${value} (${name})`)
      return [name, id]
    }),
  )
