// npm run test:faults [-- PHASE …]: the real server with its own PostgreSQL, struck in the middle of its work. Says how each phase
// went in a sentence, ends with one line of JSON, and with code 1 when a phase does not hold.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cutOff } from './phases/cut-off.ts'
import { diskFull } from './phases/disk-full.ts'
import { killing } from './phases/kills.ts'
import { startKillable, type KillableServer } from './killable-server.ts'
import type { Phase, Verdict } from './phase.ts'
import { previews } from './phases/previews.ts'

const phases: Readonly<Record<string, Phase>> = { kills: killing, previews, 'disk-full': diskFull, 'cut-off': cutOff }

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(phases, name))
if (unknown.length > 0) {
  console.error(`no such phase: ${unknown.join(', ')}; there are ${Object.keys(phases).join(', ')}`)
  process.exit(2)
}

const began = performance.now()
const seconds = () => (performance.now() - began) / 1000
const say = (line: string) => console.log(`${seconds().toFixed(1).padStart(6)} s  ${line}`)

const verdicts: Record<string, Verdict> = {}
for (const [name, phase] of Object.entries(phases)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  say(`${name}: begins`)
  const verdict = await runAlone(name, phase)
  verdicts[name] = verdict
  say(`${name}: ${verdict.skipped ? 'SKIPPED' : verdict.holds ? 'holds' : 'DOES NOT HOLD'}. ${verdict.sentence}`)
}
const holds = Object.values(verdicts).every((verdict) => verdict.holds)
const told = Object.entries(verdicts).map(([name, { holds: held, skipped, figures }]) => [
  name,
  { holds: held, ...(skipped && { skipped }), ...figures },
])
console.log(JSON.stringify({ holds, seconds: Math.round(seconds()), ...Object.fromEntries(told) }))
process.exitCode = holds ? 0 : 1

/** A phase in a folder of its own, which stays for inspection when it does not hold. */
async function runAlone(name: string, phase: Phase): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), `wangdi-faults-${name}-`))
  const servers: KillableServer[] = []
  const start = async (data: string, settings = {}) => {
    say(`${name}: starting the server on ${data}`)
    const server = await startKillable(data, settings)
    servers.push(server)
    return server
  }
  let verdict: Verdict
  try {
    verdict = await phase({ folder, say: (line) => say(`${name}: ${line}`), start })
  } catch (error) {
    verdict = { holds: false, sentence: `It ended with a fault: ${String(error)}`, figures: { fault: String(error) } }
    if (error instanceof Error) console.error(error.stack)
  }
  for (const server of servers) {
    const code = await server.stop()
    if (code === 0) continue
    const sentence = `${verdict.sentence} The server ended with ${code}.`
    verdict = { ...verdict, holds: false, sentence, figures: { ...verdict.figures, 'exit code': code } }
  }
  if (verdict.holds) await rm(folder, { recursive: true, force: true })
  else say(`left for inspection: ${folder}`)
  return verdict
}
