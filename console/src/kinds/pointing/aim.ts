import type { Named } from '@wangdi/domain/kinds/pointing/pointers.ts'
import { createContext, useContext } from 'react'
import { useLookedAt } from '../../shell/looked-at.ts'

/** What a form is about, for fields that are chosen by it: its place, and the door above it. */
export interface Aim {
  readonly place?: string | undefined
  readonly dwelling?: string | undefined
}

/** Says to the fields of a form what it is about. */
export const AimOfForm = createContext<Aim>({})

/** What the form around a field is about; its place is the one that is looked at, unless it says another. */
export function useAim(): Aim & { readonly place: string } {
  const aim = useContext(AimOfForm)
  const looked = useLookedAt()
  return { ...aim, place: aim.place ?? looked }
}

/** Says to all that shows records what their pointers are called, as the server told this reader. */
export const NamesOfRecords = createContext<Named>({})

/** What the pointers of the records around are called, by id. */
export const useNames = (): Named => useContext(NamesOfRecords)
