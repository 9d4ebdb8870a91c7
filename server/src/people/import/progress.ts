import type { Id } from '@wangdi/domain/schema.ts'

/** How far a run is. */
export interface Progress {
  readonly phase: 'reading' | 'matching' | 'saving' | 'done' | 'failed' | 'gone'
  readonly done: number
  readonly total: number | null
}

// Kept in memory: a run's transaction is not visible to others before it ends, and a server that stops ends its runs.
const runs = new Map<Id, { account: Id; progress: Progress }>()
const mostRuns = 200

/** Says how far a run is; one that is done stays so while a repeat of its command is read. The oldest runs are forgotten. */
export function setProgress(run: Id, account: Id, phase: Progress['phase'], done: number): void {
  if (runs.get(run)?.progress.phase === 'done') return
  runs.delete(run)
  runs.set(run, { account, progress: { phase, done, total: phase === 'done' || phase === 'saving' ? done : null } })
  for (const oldest of runs.keys()) {
    if (runs.size <= mostRuns) break
    runs.delete(oldest)
  }
}

/** How far a run of this account is; `gone` when nothing is known of it. */
export function progressOf(run: Id, account: Id): Progress {
  const known = runs.get(run)
  return known && known.account === account ? known.progress : { phase: 'gone', done: 0, total: null }
}
