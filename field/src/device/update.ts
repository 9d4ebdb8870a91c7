import { useSyncExternalStore } from 'react'

let waiting: ServiceWorker | undefined
const listeners = new Set<() => void>()

function found(worker: ServiceWorker | null): void {
  // The first one ever is no update: nothing older runs.
  if (!worker || !navigator.serviceWorker.controller) return
  waiting = worker
  for (const listener of listeners) listener()
}

/** Installs the service worker and watches for a newer one; it takes over only when somebody says so, never amid a record. */
export async function watchUpdates(): Promise<void> {
  const registration = await navigator.serviceWorker.register('/field/sw.js', { scope: '/field/' })
  found(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing
    worker?.addEventListener('statechange', () => worker.state === 'installed' && found(worker))
  })
}

/** Puts the new version in place and starts it. */
function takeOver(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting?.postMessage({ type: 'SKIP_WAITING' })
}

/** What changes to the new version; undefined while there is none. */
export function useUpdate(): (() => void) | undefined {
  const there = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => waiting !== undefined,
  )
  return there ? takeOver : undefined
}
