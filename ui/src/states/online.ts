import { useSyncExternalStore } from 'react'

const subscribe = (listener: () => void) => {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Whether the machine says it has a network; a server that is away in spite of it shows as the problem of the call. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine)
