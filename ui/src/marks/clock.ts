import { useEffect, useState, useSyncExternalStore } from 'react'

let offsetMs = 0
const listeners = new Set<() => void>()

/** Sets the clock of this face by the server's: from now on `serverNow` runs with it, however wrong the machine's clock is. */
export function setServerNow(instant: string): void {
  offsetMs = Date.parse(instant) - Date.now()
  for (const listener of listeners) listener()
}

/** A moment of this machine's clock as the server's clock showed it, in ms since 1970 UTC. */
export const onServer = (ms: number): number => ms + offsetMs

/** The moment by the server's clock, in ms since 1970 UTC. */
export const serverNow = (): number => Date.now() + offsetMs

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The server's moment; the component renders again at each full minute of that clock and when the clock is set. */
export function useNow(): number {
  useSyncExternalStore(subscribe, () => offsetMs)
  const [, setBeat] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const next = () => {
      timer = setTimeout(
        () => {
          setBeat((beat) => beat + 1)
          next()
        },
        60_000 - (serverNow() % 60_000) + 20,
      )
    }
    next()
    return () => clearTimeout(timer)
  }, [])
  return serverNow()
}
