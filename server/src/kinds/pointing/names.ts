import { reachOf } from '@wangdi/domain/access/access.ts'
import type { Fields, Values } from '@wangdi/domain/kinds/fields.ts'
import { type Named, type Pointer, pointersIn } from '@wangdi/domain/kinds/pointing/pointers.ts'
import type { Request } from '../../platform/serve.ts'
import { findPointed } from './judge.ts'
import type { Pointed } from './pointed.queries.ts'

// Who is called by name is for those who read residents; a door for those who look doors up; anything else for those who see its list.
const verbThatReads = ({ type, of }: Pointer): string | undefined => {
  if (type === 'person') return 'people.get'
  if (type === 'dwelling') return 'places.find-doors'
  return type === 'thing' || type === 'link' ? `${of}.see` : undefined
}

/**
 * What the pointers of these records are called, as far as the reader may know it: names are read anew each time and kept nowhere. Whoever
 * is named by it was seen.
 */
export async function namesOf(
  { db, actor, saw, whyNotReach }: Pick<Request<never>, 'db' | 'actor' | 'saw' | 'whyNotReach'>,
  said: readonly (readonly [Fields, Values])[],
): Promise<Named> {
  const open = said
    .flatMap(([fields, values]) => pointersIn(fields, values))
    .filter((one) => {
      const verb = verbThatReads(one)
      return verb === undefined || reachOf(verb, actor.role) !== undefined
    })
  if (open.length === 0) return {}
  const found = await findPointed(db, open)
  // Whoever reaches doors of the own grids alone is told of nobody behind another.
  const mayKnow = async ({ dwelling, place }: Pointed) => dwelling === undefined || !(await whyNotReach({ place, dwelling }))
  const named: [string, string][] = []
  for (const one of found.values()) if (await mayKnow(one)) named.push([one.id, one.words])
  saw([...found.values()].filter(({ id }) => named.some(([known]) => known === id)).map(({ about }) => about))
  return Object.fromEntries(named)
}
