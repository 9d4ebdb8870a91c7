import { comparableName } from '@wangdi/domain/people/name.ts'
import { asksInitials, doorsSought, type Initials } from '@wangdi/domain/places/door-sought.ts'
import type { Held } from '@wangdi/domain/sync/held.rules.ts'
import { useEffect, useState } from 'react'
import type { Household } from './door.ts'

/**
 * Doors that fit what was typed by the rule of `doorSought`, whole fits first, then those whose people bear the name. The estate
 * is sought as the phone holds it, also where the community has only one and no plate names it.
 */
export function searchDoors(
  households: readonly Household[],
  text: string,
  held: Pick<Held, 'dwelling'>,
  initials?: Initials,
): Household[] {
  if (text.trim() === '') return []
  const doors = doorsSought(households, text, ({ door }) => held.dwelling.get(door.id) ?? door, initials)
  const found = new Set(doors)
  const people = households.filter(
    (household) => !found.has(household) && household.people.some(({ name }) => bearsName(name, text, initials)),
  )
  return [...doors, ...people]
}

// A long name with or without its dots, whichever the keyboard wrote, or the initials of one in each of its readings.
function bearsName(name: string, text: string, initials: Initials | undefined): boolean {
  const sought = comparableName(text)
  if (sought !== '' && comparableName(name).includes(sought)) return true
  return /^[a-z]{2,}$/.test(sought) && (initials?.(name).some((one) => one.startsWith(sought)) ?? false)
}

let loaded: Initials | undefined

/** The pinyin initials of names, loaded when letters are typed for the first time; undefined until then. */
export function useInitials(text: string): Initials | undefined {
  const [initials, setInitials] = useState<{ of: Initials } | undefined>(loaded && { of: loaded })
  const asks = asksInitials(text)
  useEffect(() => {
    if (!asks || loaded) return
    void import('@wangdi/domain/text/initials.ts').then(({ initialsOf }) => {
      loaded = initialsOf
      setInitials({ of: initialsOf })
    })
  }, [asks])
  return initials?.of
}
