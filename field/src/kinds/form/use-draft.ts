import { serverNow } from '@wangdi/ui/marks/clock.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { usePhone } from '../../shell/phone.ts'

/** What is typed in a form, kept on the phone with each change, so that a call or an empty battery takes nothing away. */
export function useDraft<T extends object>(
  name: string,
  empty: T,
): { draft: T; set: (more: Partial<T>) => void; savedAt: number | undefined; forget: () => Promise<void> } {
  const { engine } = usePhone()
  const [draft, setDraft] = useState<T>(empty)
  const [savedAt, setSavedAt] = useState<number>()
  const typed = useRef(false)
  useEffect(() => {
    let isHere = true
    engine.drafts.find<T>(name).then(
      (kept) => {
        // What was typed meanwhile is newer.
        if (isHere && kept && !typed.current) setDraft(kept)
      },
      () => {}, // a draft that cannot be read is none
    )
    return () => {
      isHere = false
    }
  }, [engine, name])
  const set = useCallback(
    (more: Partial<T>) => {
      typed.current = true
      setDraft((before) => {
        const now = { ...before, ...more }
        engine.drafts.keep(name, now).then(
          () => setSavedAt(serverNow()),
          () => setSavedAt(undefined), // the form goes on; saving says when the phone is full
        )
        return now
      })
    },
    [engine, name],
  )
  const forget = useCallback(() => engine.drafts.keep(name, undefined), [engine, name])
  return { draft, set, savedAt, forget }
}
