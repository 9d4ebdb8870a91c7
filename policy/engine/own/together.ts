import { firstSubject } from '../../vocabulary.ts'
import type { Finding } from '../answer.ts'
import { type LineOf, rulesOf } from '../pack/located.ts'
import type { Pack, When } from '../pack/schema.ts'
import { leavesOf } from '../when.ts'
import { subjectOf } from './sources.ts'
import { type Named, namesAsked, namesBrought, nobodyBrings } from './faults.ts'

interface Read {
  file: string
  pack: Pack
  lineOf?: LineOf | undefined
}

const tiersAsked = (when: When, path: (string | number)[]) =>
  leavesOf(when, path).flatMap((leaf) =>
    leaf.name === 'tier' ? [leaf.wanted].flat().map((tier) => ({ path: [...leaf.path], tier })) : [],
  )

// A pack about something that began later has no tiers but those that a notice about the same brings.
function lostTiers(pack: Pack, all: readonly Pack[]) {
  if (pack.tiers || pack.is === 'law' || subjectOf(pack) === firstSubject) return []
  const known = all.filter((other) => subjectOf(other) === subjectOf(pack)).flatMap(({ tiers }) => tiers?.list ?? [])
  const asked = rulesOf(pack).flatMap(({ path, rule }) => (rule.when ? tiersAsked(rule.when, [...path, 'when']) : []))
  return asked
    .filter(({ tier }) => !known.some(({ id }) => id === tier))
    .map(({ path, tier }) => ({
      path,
      code: 'name.unknown',
      text: { zh: `没有规则包有“${String(tier)}”这一档`, en: `no pack about this has the tier ${String(tier)}` },
    }))
}

/** Names that a pack asks and no pack at hand brings: facts, kinds of person, lines and tiers of other packs. */
export function unbrought(packs: readonly Read[]): Finding[] {
  const all = packs.map(({ pack }) => pack)
  const brought = all.map(namesBrought)
  const isBrought = ({ name, of }: Named) => brought.some((names) => names[of].includes(name))
  return packs.flatMap(({ file, pack, lineOf }) => {
    const names = namesAsked(pack).filter(
      (named) => ![pack.id, 'kinds'].some((id) => named.name.startsWith(`${id}/`)) && !isBrought(named),
    )
    return [...names.map(nobodyBrings), ...lostTiers(pack, all)].map(({ path, code, text }): Finding => {
      const line = lineOf?.(path)
      return { file, code, text, ...(line !== undefined && { line }) }
    })
  })
}
