import { useSyncExternalStore } from 'react'
import { useSession } from './session.ts'

let chosen: { account: string; place: string } | undefined
const listeners = new Set<() => void>()

/** Chooses the place that the pages show; one within the actor's own. It is forgotten with the page load. */
export function lookAt(account: string, place: string): void {
  chosen = { account, place }
  for (const listener of listeners) listener()
}

/** The code of the place that the pages show: the one chosen in the head, else the actor's own. */
export function useLookedAt(): string {
  const { account } = useSession()
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => chosen,
  )
  return now?.account === account.id && now.place.startsWith(account.place) ? now.place : account.place
}
