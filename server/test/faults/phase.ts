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
