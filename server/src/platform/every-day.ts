import type { Log } from './log.ts'

const dayMs = 86_400_000

/** Drops what is old now and once a day; what fails is logged and tried again the next day. Gives what ends it. */
export function dropEveryDay(log: Log, what: string, drop: () => Promise<number>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  const run = () => {
    running = drop().then(
      (dropped) => void (dropped > 0 && log.info({ dropped }, `old ${what} dropped`)),
      (error: { code?: string }) => log.warn({ code: error.code }, `old ${what} not dropped`),
    )
  }
  run()
  const timer = setInterval(run, dayMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
