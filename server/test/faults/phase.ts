// What the phases of the fault run share: where one runs, and what it says when it is through.
import type { KillableServer, Settings } from './killable-server.ts'

/** What became of a phase. */
export type Verdict = {
  /** Whether what the phase stands for was true; a skipped one does not hinder. */
  holds: boolean
  /** One sentence for people, with the figures that decided. */
  sentence: string
  figures: Record<string, unknown>
  skipped?: true
}

/** Where a phase runs: an empty folder of its own, and the server that it starts there. */
export type Site = {
  folder: string
  say(line: string): void
  /** Starts the phase's server on a data directory; the run ends it and counts an end that is not clean against the phase. */
  start(data: string, settings?: Settings): Promise<KillableServer>
  /** What is to be done after the phase however it ended, last said first; servers end in the same order. */
  later(end: () => Promise<void>): void
}

/** One fault, shown on a server of its own. */
export type Phase = (site: Site) => Promise<Verdict>

/** The work's answer; where it is not there after so many seconds, it is thrown what was waited for, and the work is left to itself. */
export async function within<T>(seconds: number, what: () => string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not within ${seconds} s: ${what()}`)), seconds * 1000)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Asks again and again until it is so; throws after so many seconds, saying what was waited for. */
export async function until<T>(what: string, seconds: number, look: () => Promise<T | undefined | false>): Promise<T> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; ) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`not within ${seconds} s: ${what}`)
}
