import type { Db } from '../platform/db.ts'
import type { Log } from '../platform/log.ts'
import { trimChanges } from './feed-state.queries.ts'

const dayMs = 86_400_000

/** Trims now and once a day; what fails is logged and tried again the next day. Gives what ends it. */
export function keepChangesTrimmed(db: Db, log: Log): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  const trim = () => {
    running = trimChanges(db).then(
      (dropped) => void (dropped > 0 && log.info({ dropped }, 'old changes dropped')),
      (error: { code?: string }) => log.warn({ code: error.code }, 'old changes not dropped'),
    )
  }
  trim()
  const timer = setInterval(trim, dayMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
