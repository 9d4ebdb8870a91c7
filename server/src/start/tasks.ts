/** Ends of what was opened, kept so that they run once, last opened first. */
export interface Tasks {
  later(end: () => Promise<unknown>): void
  /** Runs all; one that fails does not hold the others, and is thrown at the end. A second call waits for the same end. */
  run(): Promise<void>
}

/** An empty list of ends. */
export function makeTasks(): Tasks {
  const ends: (() => Promise<unknown>)[] = []
  let running: Promise<void> | undefined
  const runAll = async () => {
    const failures: unknown[] = []
    for (const end of ends.reverse()) await end().catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }
  return {
    later: (end) => void ends.push(end),
    run: () => (running ??= runAll()),
  }
}
