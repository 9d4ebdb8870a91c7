import { useSyncExternalStore } from 'react'

const base = '/field'
const listeners = new Set<() => void>()
const told = () => {
  for (const listener of listeners) listener()
}
window.addEventListener('popstate', told)

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
const here = () => location.pathname.slice(base.length) + location.search

/** Goes to a page of the app; `replace` leaves no way back to the one before. */
export function go(path: string, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) history.replaceState(history.state, '', base + path)
  else history.pushState({ depth: depth() + 1 }, '', base + path)
  told()
  window.scrollTo(0, 0)
}

const depth = (): number => (history.state as { depth?: number } | null)?.depth ?? 0

/** Goes back; from a page opened by itself, to 今日. */
export function back(): void {
  if (depth() > 0) history.back()
  else go('/', { replace: true })
}

/** The page that is open: its first word, its id, and what is asked behind the question mark. */
export function useRoute(): { page: string; id: string; asked: URLSearchParams } {
  const path = useSyncExternalStore(subscribe, here)
  const [before = '', question = ''] = path.split('?')
  const [page = '', id = ''] = before.split('/').filter(Boolean)
  return { page, id: decodeURIComponent(id), asked: new URLSearchParams(question) }
}
