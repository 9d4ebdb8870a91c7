import { serverNow } from '@wangdi/ui/marks/clock.ts'
import { useEffect, useRef, useState } from 'react'
import { useSession } from '../../shell/session.ts'
import { dropDraft, findDraft, keepDraft } from './draft-store.ts'

/** What a form holds while it is filled in, kept on the device so that nothing typed is lost. */
export interface Drafted<T> {
  readonly value: T
  readonly set: (value: T) => void
  /** When what is shown was typed, where it was kept from before. */
  readonly from: number | undefined
  /** Begins anew. */
  readonly drop: () => void
}

/**
 * What a form of that name holds for this account; nobody else who signs in on the device is shown it. What is health data is kept
 * as long as the form is open, and no longer.
 */
export function useDraft<T>(form: string, empty: T, isKept: boolean): Drafted<T> {
  const { account } = useSession()
  const name = `${account.id} ${form}`
  const [value, setValue] = useState(empty)
  const [from, setFrom] = useState<number>()
  const isTouched = useRef(false)
  useEffect(() => {
    if (!isKept) return
    let isGone = false
    void findDraft(name, serverNow()).then((draft) => {
      if (!draft || isGone || isTouched.current) return
      setValue(draft.value as T)
      setFrom(draft.at)
    })
    return () => {
      isGone = true
    }
  }, [name, isKept])
  return {
    value,
    from,
    set: (next) => {
      isTouched.current = true
      setValue(next)
      if (isKept) void keepDraft(name, next, serverNow())
    },
    drop: () => {
      isTouched.current = true
      setValue(empty)
      setFrom(undefined)
      void dropDraft(name)
    },
  }
}
