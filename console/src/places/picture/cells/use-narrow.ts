import { useSyncExternalStore } from 'react'

const narrow = window.matchMedia('(max-width: 820px)')

const subscribe = (listener: () => void) => {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

/** Whether the window is so narrow that the menu became a drawer. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches)
