import { ApiProblem } from '@wangdi/ui/call/send.ts'
import { useSyncExternalStore } from 'react'

let expired = false
const listeners = new Set<() => void>()

/** Says that the session ended or began again; the frame then asks to sign in above the page, which keeps what was typed. */
export function setExpired(now: boolean): void {
  if (expired === now) return
  expired = now
  for (const listener of listeners) listener()
}

/** Whether a problem means that the session is over. */
export const isSignedOut = (problem: unknown): boolean => problem instanceof ApiProblem && problem.code === 'session.signed-out'

/** Whether the session ended while a page was open. */
export const useExpired = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => expired,
  )
