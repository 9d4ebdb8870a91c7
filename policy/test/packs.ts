import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Finding } from '../engine/answer.ts'
import { type Case, readCases } from '../engine/pack/cases.ts'
import { checkPack } from '../engine/pack/check.ts'
import type { Pack } from '../engine/pack/schema.ts'
import { checkTogether } from '../engine/pack/together.ts'
import { compilePacks, type Packs } from '../engine/packs.ts'

const folder = new URL('../packs/', import.meta.url)
const read = (path: string): unknown => parse(readFileSync(new URL(path, folder), 'utf8'))

/** The packs of the house with their cases, as tests ask them. */
export function housePacks(): { packs: Packs; files: { file: string; pack: Pack; cases: Case[] }[]; findings: Finding[] } {
  const names = readdirSync(folder).sort()
  const checked = names.map((name) => ({ name, ...checkPack({ file: `${name}/pack.yaml`, raw: read(`${name}/pack.yaml`) }) }))
  const files = checked.flatMap(({ name, pack }) => {
    if (!pack) return []
    const { cases, unreadable } = readCases(read(`${name}/cases.yaml`))
    if (unreadable.length > 0) throw new Error(`${name}/cases.yaml: cases ${unreadable.join(', ')} cannot be read`)
    return [{ file: `${name}/pack.yaml`, pack, cases }]
  })
  const findings = [...checked.flatMap((each) => each.findings), ...checkTogether(files)]
  return { packs: compilePacks(files.map(({ pack }) => pack)), files, findings }
}
