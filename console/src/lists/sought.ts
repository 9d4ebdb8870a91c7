import { asksInitials, doorSought, type Initials, type SoughtDoor } from '@wangdi/domain/places/door-sought.ts'
import { useRef, useState } from 'react'

let loaded: Initials | undefined

/**
 * What a choice among doors, buildings or groups needs to be searched by the rule of `doorSought`: to be spread into a `Select`
 * whose options carry their `door`. The initials of names are loaded when letters are typed for the first time.
 */
export function useSought() {
  const [initials, setInitials] = useState<{ of: Initials } | undefined>(loaded && { of: loaded })
  const last = useRef<{ typed: string; fit: ReturnType<typeof doorSought> }>(undefined)
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
      if (last.current?.typed !== typed) last.current = { typed, fit: doorSought(typed, initials?.of) }
      const { fit } = last.current
      return fit === undefined || (option?.door !== undefined && fit(option.door) !== undefined)
    },
  }
}
