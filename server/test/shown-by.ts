// By which road a test shows what it claims: its report says so, and coverage counts rows that a road shows.
import { TestRunner } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** By which road the test went into the house; none where it called functions alone. */
    shownBy?: 'http' | 'command line'
  }
}

/** Notes on the test that runs now that it asked over HTTP (a browser does too) or ran the command line. */
export function noteShownBy(road: 'http' | 'command line'): void {
  const test = TestRunner.getCurrentTest()
  if (test) test.meta.shownBy = road
}
