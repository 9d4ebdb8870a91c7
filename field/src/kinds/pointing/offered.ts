import type { Field } from '@wangdi/domain/kinds/fields.ts'
import type { Named } from '@wangdi/domain/kinds/pointing/pointers.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import type { Held } from '@wangdi/domain/sync/held.rules.ts'

/** What a phone offers for a field that points, by id with its words: members of the door, things that it holds; nothing else. */
export function offeredOnPhone(held: Held, { type, of }: Pick<Field, 'type' | 'of'>, door: Id | undefined): [Id, string][] {
  if (type === 'person')
    return [...held.person.values()]
      .filter(({ dwelling }) => door !== undefined && dwelling === door)
      .map(({ id, name }) => [id, name])
  if (type !== 'thing') return []
  const things = [...held.thing.values()].filter(({ kind }) => kind === of).map(({ id, title }): [Id, string] => [id, title])
  return things.sort(([, a], [, b]) => a.localeCompare(b, 'zh'))
}

/** What a value that points is called, as far as the phone holds it. */
export function namesOnPhone(held: Held, value: unknown): Named {
  const id = String(value)
  const words = held.person.get(id)?.name ?? held.thing.get(id)?.title
  return words === undefined ? {} : { [id]: words }
}
