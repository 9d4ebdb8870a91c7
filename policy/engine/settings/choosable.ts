import type { Finding } from '../answer.ts'
import type { Fault } from '../pack/faults.ts'
import { type LineOf, lineOfRule } from '../pack/located.ts'
import { ourProposal } from '../clauses/origin.ts'
import type { Pack } from '../pack/schema.ts'

/** Settings with bounds that do not hold together: none is a number, lies outside its bounds, or stands in a document. */
export function boundFaults(pack: Pack): Fault[] {
  return (pack.settings ?? []).flatMap(({ value, bounds, source }, index): Fault[] => {
    if (!bounds) return []
    const { at_least, at_most } = bounds
    const path = ['settings', index, 'bounds']
    if (typeof value !== 'number' || value < at_least || value > at_most) {
      const text = { zh: `value 要在 ${at_least} 到 ${at_most} 之间`, en: `value lies between ${at_least} and ${at_most}` }
      return [{ path, code: 'setting.bounds', text }]
    }
    if ((source.document ?? pack.document) === ourProposal) return []
    const text = {
      zh: `文件写定的数不能由县里改：要么不写 bounds，要么依据写“${ourProposal}”`,
      en: `a number that a document gives is no choice: leave bounds out, or name ${ourProposal} as the source`,
    }
    return [{ path, code: 'setting.fixed', text }]
  })
}

const namedBy = (rule: NonNullable<Pack['measures']>[number]): string[] =>
  [
    rule.how_often.kind === 'every-days' ? rule.how_often.days : undefined,
    rule.how_often.kind === 'on-change' || rule.how_often.kind === 'once' ? rule.how_often.within_hours : undefined,
  ].flatMap((number) => (typeof number === 'object' ? [number.setting] : []))

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
