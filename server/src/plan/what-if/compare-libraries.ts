import { makeLane } from '../../platform/heavy/lane.ts'
import { openThreads } from '../../platform/heavy/threads.ts'
import type { Compared, ToCompare } from './compare-plans.ts'

/** Questions of what would change; a whole country is asked province by province. */
export const whatIfLane = makeLane({ atOnce: 2, perAccount: 2, waiting: 12, seconds: 30 })

const threads = openThreads<ToCompare, Compared>(new URL('./what-if-thread.ts', import.meta.url), { memoryMb: 512 })

/** Compares the plans of groups of communities under two libraries in a thread; the signal stops it. */
export const compareLibraries = (task: ToCompare, signal: AbortSignal): Promise<Compared> => threads.ask(task, signal)
