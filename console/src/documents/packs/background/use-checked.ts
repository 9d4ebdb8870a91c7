import { useEffect, useState, useSyncExternalStore } from 'react'
import { type Answered, type Asked, Checking, isSameAsked } from './checking.ts'
import type { CheckAnswer } from './questions.ts'
import { startWork } from './work.ts'

/** What is wrong with a draft and what it changes, as last answered, and whether that is about what is written now. */
export function useChecked(asked: Asked): Answered & { readonly isNewest: boolean } {
  const [checking] = useState(() => new Checking())
  useEffect(() => checking.asks(asked))
  useEffect(() => {
    checking.start(startWork<CheckAnswer>(checking.hear, () => checking.fail()))
    return () => checking.end()
  }, [checking])
  const answered = useSyncExternalStore(checking.subscribe, checking.now)
  return { ...answered, isNewest: answered.of !== undefined && isSameAsked(answered.of, asked) }
}
