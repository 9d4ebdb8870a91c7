import { asksInitials, doorSought, type Initials, type SoughtDoor } from '@wangdi/domain/places/door-sought.ts'
import { useRef, useState } from 'react'

let loaded: Initials | undefined

/**
 * What a choice among doors, buildings or groups needs to be searched by the rule of `doorSought`: to be spread into a `Select`
 * whose options carry their `door`. The initials of names are loaded when letters are typed for the first time.
 */
export function useSought() {
  const [initials, setInitials] = useState<{ of: Initials } | undefined>(loaded && { of: loaded })
  const last = useRef<{ typed: string; by: Initials | undefined; fit: ReturnType<typeof doorSought> }>(undefined)
  return {
    showSearch: true,
    onSearch: (typed: string) => {
      if (!asksInitials(typed) || loaded) return
      void import('@wangdi/domain/text/initials.ts').then(({ initialsOf }) => {
        loaded = initialsOf
        setInitials({ of: initialsOf })
      })
    },
    filterOption: (typed: string, option?: { door?: SoughtDoor; label?: unknown }): boolean => {
      const by = initials?.of
      // What was typed before the initials came is sought by them once they are there.
      if (last.current?.typed !== typed || last.current.by !== by) last.current = { typed, by, fit: doorSought(typed, by) }
      const { fit } = last.current
      return fit === undefined || (option?.door !== undefined && fit(option.door) !== undefined)
    },
  }
}
