// npm run bench <name>: runs bench/<name>.ts and prints one JSON line with its figures and the ratio that decides.
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// What benches stand on.
const beside = ['run.ts', 'bench-database.ts', 'make-packs.ts', 'make-roster.ts', 'median.ts', 'take-indexes.ts']
const here = fileURLToPath(new URL('.', import.meta.url))
const names = readdirSync(here)
  .filter((file) => file.endsWith('.ts') && !beside.includes(file))
  .map((file) => file.replace('.ts', ''))
const [name = ''] = process.argv.slice(2)

if (!names.includes(name) || !existsSync(`${here}${name}.ts`)) {
  console.error(`npm run bench ${names.join('|')}`)
  process.exitCode = 2
} else {
  const { bench } = (await import(`./${name}.ts`)) as { bench(): Promise<Record<string, unknown>> }
  const figures = await bench()
  console.log(JSON.stringify({ bench: name, ...figures }))
  if (figures['holds'] === false) process.exitCode = 1
}
