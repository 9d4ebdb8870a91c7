import type { Finding } from '../answer.ts'
import type { Fault } from '../pack/faults.ts'
import { type LineOf, lineOfRule } from '../pack/located.ts'
import { ourProposal } from '../clauses/origin.ts'
import { numberOf } from '../pack/rhythm.ts'
import type { Pack } from '../pack/schema.ts'

/**
 * Settings with bounds that do not hold together: it is no number, lies outside its bounds, or stands in a document of which nobody
 * says that it leaves a choice (`note`).
 */
export function boundFaults(pack: Pack): Fault[] {
  return (pack.settings ?? []).flatMap(({ value, bounds, source, note }, index): Fault[] => {
    if (!bounds) return []
    const { at_least, at_most } = bounds
    const path = ['settings', index, 'bounds']
    if (typeof value !== 'number' || value < at_least || value > at_most) {
      const text = { zh: `value 要在 ${at_least} 到 ${at_most} 之间`, en: `value lies between ${at_least} and ${at_most}` }
      return [{ path, code: 'setting.bounds', text }]
    }
    if ((source.document ?? pack.document) === ourProposal || note) return []
    const text = {
      zh: `文件写定的数不能由县里改：不要写 bounds；文件给了范围由地方定的，在 note 里写明是怎么给的；是本系统提的，依据写“${ourProposal}”`,
      en: `a number that a document gives is no choice: leave bounds out; where the document gives a range to choose from, say so in a note; where the number is ours, name ${ourProposal} as the source`,
    }
    return [{ path, code: 'setting.fixed', text }]
  })
}

function namedBy({ how_often }: NonNullable<Pack['measures']>[number]): string[] {
  const number = numberOf(how_often)
  return typeof number === 'object' ? [number.setting] : []
}

interface Read {
  file: string
  pack: Pack
  lineOf?: LineOf | undefined
}

/** Rhythms that name a setting which none of these packs holds: nobody could say how often. */
export function unknownSettings(packs: readonly Read[]): Finding[] {
  const known = new Set(packs.flatMap(({ pack }) => (pack.settings ?? []).map(({ name }) => name)))
  return packs.flatMap((read) =>
    (read.pack.measures ?? []).flatMap((rule) =>
      namedBy(rule)
        .filter((name) => !known.has(name))
        .map((name): Finding => {
          const text = { zh: `没有叫 ${name} 的设置`, en: `no setting is called ${name}` }
          return { file: read.file, ...lineOfRule(read, rule.id), rule: rule.id, code: 'setting.unknown', text }
        }),
    ),
  )
}

/** Numbers that a county could choose and no rhythm of these packs names: whatever is chosen, nothing changes. */
export function idleSettings(packs: readonly Read[]): Finding[] {
  const named = new Set(packs.flatMap(({ pack }) => (pack.measures ?? []).flatMap(namedBy)))
  return packs.flatMap((read) =>
    (read.pack.settings ?? [])
      .filter(({ bounds, name }) => bounds && !named.has(name))
      .map(({ id, name }): Finding => {
        const text = {
          zh: `${name} 让县里选，却没有一条措施按它办：在措施的 how_often 里写 setting: ${name}，或者去掉 bounds`,
          en: `${name} is left to the county, but no measure goes by it: name it in a how_often, or leave bounds out`,
        }
        return { file: read.file, ...lineOfRule(read, id), rule: id, code: 'setting.idle', text }
      }),
  )
}
