// All checks of the house; every fault is an error. `npm run check`, or `npm run check sizes names` for some.
import { deadCode, format, imports, lint, tables, typeChecks } from './check/programs.ts'
import { names, places, sizes } from './check/files.ts'
import { kinds } from './check/kinds.ts'
import type { Check, Finding } from './check/say.ts'

const all: readonly Check[] = [lint, ...typeChecks, imports, deadCode, tables, format, sizes, names, places, kinds]
const asked = process.argv.slice(2)
const chosen = asked.length > 0 ? all.filter(({ name }) => asked.some((word) => name.startsWith(word))) : all
// Two at a time: each of these programs takes a whole core.
const atOnce = 2
const shownFaults = 40

async function run({ name, run: look }: Check): Promise<boolean> {
  const begin = performance.now()
  const { faults, seen, notes = [] } = await look().catch((error: unknown): Finding => ({ faults: [String(error)], seen: '' }))
  const seconds = ((performance.now() - begin) / 1000).toFixed(1)
  const state = faults.length === 0 ? 'ok' : `failed: ${faults.length}`
  console.log(`${name.padEnd(18)} ${state}${seen ? `  (${seen})` : ''}  ${seconds} s`)
  for (const fault of faults.slice(0, shownFaults)) console.log(`    ${fault}`)
  if (faults.length > shownFaults) console.log(`    … and ${faults.length - shownFaults} more`)
  for (const note of notes) console.log(`    (${note})`)
  return faults.length === 0
}

const waiting = [...chosen]
const results: boolean[] = []
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await run(next))
  }),
)
const failed = results.filter((good) => !good).length
console.log(failed === 0 ? `all ${results.length} checks ok` : `${failed} of ${results.length} checks failed`)
process.exitCode = failed === 0 && results.length > 0 ? 0 : 1
