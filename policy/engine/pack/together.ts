import type { Finding } from '../answer.ts'
import { meet } from '../day.ts'
import { overlappingTerms, unknownYields, unusedTiers } from '../dead/together.ts'
import { restrictsMore } from '../layers/layering.ts'
import { unbrought } from '../own/together.ts'
import { subjectOf } from '../packs.ts'
import { idleSettings, unknownSettings } from '../settings/choosable.ts'
import { type LineOf, lineOfRule } from './located.ts'
import type { Pack } from './schema.ts'

interface Read {
  file: string
  pack: Pack
  lineOf?: LineOf | undefined
}

function repeated(packs: readonly Read[]): Finding[] {
  const seen = new Map<string, string>()
  return packs.flatMap((read) => {
    const { file, pack } = read
    return [pack, ...(pack.measures ?? []), ...(pack.limits ?? []), ...(pack.rights ?? [])].flatMap(({ id }): Finding[] => {
      const other = seen.get(id)
      seen.set(id, file)
      if (other === undefined) return []
      const text = { zh: `编号 ${id} 在 ${other} 里已经用过`, en: `the id ${id} is used in ${other}` }
      return [{ file, ...lineOfRule(read, id), rule: id, code: 'id.repeated', text }]
    })
  })
}

/** Two regimes of one place about the same on the same days: a plan could not tell which one leads. Versions of one pack follow each other. */
function twoRegimes(packs: readonly Read[]): Finding[] {
  const regimes = packs.filter(({ pack }) => pack.is === 'regime')
  return regimes.flatMap(({ file, pack, lineOf }, index) =>
    regimes.slice(0, index).flatMap(({ pack: other }): Finding[] => {
      const isApart = other.id === pack.id || other.place !== pack.place || subjectOf(other) !== subjectOf(pack)
      if (isApart || !meet(pack, other)) return []
      const line = lineOf?.(['from'])
      const text = {
        zh: `${other.id} 和 ${pack.id} 有几天同时当主方案`,
        en: `${other.id} and ${pack.id} are both the regime on some days`,
      }
      return [{ file, code: 'date.overlap', text, ...(line !== undefined && { line }) }]
    }),
  )
}

/** What is wrong between packs: ids used twice, two regimes on one day, and local packs that restrict more than wider ones allow (层层加码). `judged` are those asked about. */
export function checkTogether(packs: readonly Read[], judged: readonly Read[] = packs): Finding[] {
  const local = judged.filter(({ pack }) => pack.place !== '')
  return [
    ...repeated(packs),
    ...twoRegimes(packs),
    ...unknownSettings(packs),
    ...idleSettings(packs),
    ...judged.flatMap((each) => {
      const others = packs.filter((one) => one !== each).map(({ pack }) => pack)
      return [...overlappingTerms(each, others), ...unusedTiers(each, others), ...unknownYields(each, others)]
    }),
    ...unbrought(packs),
    ...local.flatMap((each) => {
      const wider = packs.filter(
        ({ pack }) => pack.place.length < each.pack.place.length && each.pack.place.startsWith(pack.place),
      )
      return restrictsMore(
        each,
        wider.map(({ pack }) => pack),
      )
    }),
  ]
}
