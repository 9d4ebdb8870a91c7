// A phase on its own: in a folder of its own, with its minutes, and cleared away after it however it ended.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KillableServer, Settings } from './killable-server.ts'
import type { Phase, Verdict } from './phase.ts'
import { within } from './within.ts'

/** How a phase is run: how many minutes it may take, where its lines go, and what starts its servers. */
export type Terms = {
  minutes: number
  say(line: string): void
  startServer(data: string, settings: Settings): Promise<KillableServer>
}

/** Runs a phase and gives its verdict: one that takes longer than its minutes, throws, or whose server does not end cleanly does not hold. Its folder stays then. */
export async function runAlone(name: string, phase: Phase, { minutes, say, startServer }: Terms): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), `wangdi-faults-${name}-`))
  const ends: (() => Promise<string | undefined>)[] = []
  let [last, isOver] = ['nothing', false]
  const tell = (line: string) => {
    if (isOver) return
    last = line
    say(`${name}: ${line}`)
  }
  const site = {
    folder,
    say: tell,
    later(end: () => Promise<void>) {
      ends.push(async () => {
        await end()
        return undefined
      })
    },
    async start(data: string, settings: Settings = {}) {
      if (isOver) throw new Error('the phase is over')
      tell(`starting the server on ${data}`)
      const server = await startServer(data, settings)
      ends.push(async () => {
        const ending = await server.stop()
        return ending === 0 ? undefined : `the server ended with ${ending}`
      })
      return server
    },
  }
  let verdict: Verdict
  try {
    verdict = await within(minutes * 60, () => `the end of the phase; the last it said: ${last}`, phase(site))
  } catch (error) {
    verdict = { holds: false, sentence: `It ended with a fault: ${String(error)}.`, figures: { fault: String(error) } }
    if (error instanceof Error && error.stack) say(error.stack)
  }
  isOver = true
  for (const end of ends.reverse()) {
    const fault = await end().catch(String)
    if (fault === undefined) continue
    const sentence = `${verdict.sentence} Afterwards ${fault}.`
    verdict = { ...verdict, holds: false, sentence, figures: { ...verdict.figures, afterwards: fault } }
  }
  if (verdict.holds) await rm(folder, { recursive: true, force: true })
  else say(`left for inspection: ${folder}`)
  return verdict
}
