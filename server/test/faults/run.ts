// npm run test:faults [-- PHASE …]: the real server with its own PostgreSQL, struck in the middle of its work. Says how each phase
// went in a sentence, ends with one line of JSON, and with code 1 when a phase does not hold. It ends in any case: each phase has
// its minutes, and one that takes longer is left and told with the last thing it said.
import { cutOff } from './phases/cut-off.ts'
import { diskFull } from './phases/disk-full.ts'
import { killing } from './phases/kills.ts'
import { startKillable } from './killable-server.ts'
import type { Phase, Verdict } from './phase.ts'
import { previews } from './phases/previews.ts'
import { runAlone } from './run-alone.ts'

/** Each phase, and how many minutes it may take: several times what it needs on two busy cores. */
const phases: Readonly<Record<string, { phase: Phase; minutes: number }>> = {
  kills: { phase: killing, minutes: 10 },
  previews: { phase: previews, minutes: 15 },
  'disk-full': { phase: diskFull, minutes: 10 },
  'cut-off': { phase: cutOff, minutes: 10 },
}

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
for (const [name, { phase, minutes }] of Object.entries(phases)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  say(`${name}: begins; it may take ${minutes} minutes`)
  const verdict = await runAlone(name, phase, { minutes, say, startServer: startKillable })
  verdicts[name] = verdict
  say(`${name}: ${verdict.skipped ? 'SKIPPED' : verdict.holds ? 'holds' : 'DOES NOT HOLD'}. ${verdict.sentence}`)
}
const holds = Object.values(verdicts).every((verdict) => verdict.holds)
const told = Object.entries(verdicts).map(([name, { holds: held, skipped, figures }]) => [
  name,
  { holds: held, ...(skipped && { skipped }), ...figures },
])
console.log(JSON.stringify({ holds, seconds: Math.round(seconds()), ...Object.fromEntries(told) }))
// What a phase left undone may still wait for something.
process.exit(holds ? 0 : 1)
