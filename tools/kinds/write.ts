// Writes what every declared kind says of names, types, values, readers and acts into its lock, and the page of kinds; refuses what
// would bend old records.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { access } from '@wangdi/domain/access/access.ts'
import { pageOfKinds } from '@wangdi/domain/kinds/declared/page.ts'
import { type Lock, lockOf, whyNotNext } from '@wangdi/domain/kinds/declared/lock.ts'
import { declared } from '@wangdi/domain/declared.ts'

const file = fileURLToPath(new URL('../../domain/src/kinds/declared/kinds.lock.json', import.meta.url))
const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Lock>) : {}
const all = declared
const bent = all.flatMap((kind) => {
  const lock = before[kind.name]
  return lock ? whyNotNext(lock, kind).map((why) => `${kind.name}: ${why}`) : []
})
const lost = Object.keys(before).filter((name) => !all.some((kind) => kind.name === name))
if (bent.length + lost.length > 0) {
  console.error(
    [...bent, ...lost.map((name) => `${name}: old records are of it; say needs or gone, do not take it out`)].join('\n'),
  )
  process.exit(1)
}
writeFileSync(file, `${JSON.stringify(Object.fromEntries(all.map((kind) => [kind.name, lockOf(kind)])), null, 2)}\n`)
writeFileSync(fileURLToPath(new URL('../../docs/kinds.md', import.meta.url)), pageOfKinds(all, access))
console.log(`${all.length} kinds locked`)
