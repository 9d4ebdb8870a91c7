import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Finding } from '../engine/answer.ts'
import { readCases } from '../engine/pack/cases/cases.ts'
import { checkPack } from '../engine/pack/check.ts'
import type { PackWithCases } from '../engine/pack/report.ts'
import { type Catalogue, checkLeftOut } from '../engine/pack/rows.ts'
import { checkTogether } from '../engine/pack/together.ts'
import { compilePacks, type Packs } from '../engine/packs.ts'

const folder = new URL('../packs/', import.meta.url)
const read = (path: string): unknown => parse(readFileSync(new URL(path, folder), 'utf8'))

/** The clauses of the notices and the functions that serve them. */
export const catalogue = JSON.parse(readFileSync(new URL('../../docs/functions.json', import.meta.url), 'utf8')) as Catalogue

/** The packs of the house with their cases, as tests ask them. */
export function housePacks(): { packs: Packs; files: PackWithCases[]; findings: Finding[] } {
  const names = readdirSync(folder).sort()
  const checked = names.map((name) => ({ name, ...checkPack({ file: `${name}/pack.yaml`, raw: read(`${name}/pack.yaml`) }) }))
  const files = checked.flatMap(({ name, pack }) => {
    if (!pack) return []
    const { cases, unreadable } = readCases(read(`${name}/cases.yaml`))
    if (unreadable.length > 0) throw new Error(`${name}/cases.yaml: cases ${unreadable.join(', ')} cannot be read`)
    const file = `${name}/left-out.yaml`
    const { leftOut, findings } = checkLeftOut(
      { file, raw: existsSync(new URL(file, folder)) ? read(file) : [] },
      pack,
      catalogue,
    )
    if (findings.length > 0) throw new Error(findings.map(({ text }) => `${file}: ${text.en}`).join('; '))
    return [{ file: `${name}/pack.yaml`, pack, cases, leftOut }]
  })
  const findings = [...checked.flatMap((each) => each.findings), ...checkTogether(files)]
  return { packs: compilePacks(files.map(({ pack }) => pack)), files, findings }
}
