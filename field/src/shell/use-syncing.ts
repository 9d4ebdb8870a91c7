import { useEffect, useRef } from 'react'
import type { Engine } from '../sync/engine.ts'

const everyMs = 60_000
/** A record that waits though there is a network is tried this often. */
const againMs = 8_000
/** Long enough for a call to a household; a phone left alone for longer is shut. */
const lockAfterMs = 15 * 60_000

/** Keeps the phone in step while it is open: at the start, each minute it is looked at, and when the network is back; locks it when left alone. */
export function useSyncing(engine: Engine, lock: () => void): void {
  const lockNow = useRef(lock)
  lockNow.current = lock
  useEffect(() => {
    void engine.sync()
    const now = () => void (document.visibilityState === 'visible' && engine.sync())
    const timer = setInterval(now, everyMs)
    const again = setInterval(() => {
      const waits = engine.entries().some(({ state }) => state === 'unsent')
      if (waits && navigator.onLine && engine.exchange().state === 'offline') now()
    }, againMs)
    let hiddenAt: number | undefined
    const seen = () => {
      if (document.visibilityState === 'hidden') hiddenAt = Date.now()
      else if (hiddenAt !== undefined && Date.now() - hiddenAt > lockAfterMs) lockNow.current()
      else now()
    }
    window.addEventListener('online', now)
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearInterval(timer)
      clearInterval(again)
      window.removeEventListener('online', now)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [engine])
}
