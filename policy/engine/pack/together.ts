import type { Finding } from '../answer.ts'
import { subjectOf } from '../packs.ts'
import { unknownSettings } from '../settings/choosable.ts'
import { type LineOf, lineOfRule } from './located.ts'
import type { MeasureRule, Pack, Phase, TermRule } from './schema.ts'

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

const length = (phases: readonly Phase[]) =>
  phases.reduce((days, { where, days: more }) => (where === 'monitoring' ? days : days + more), 0)
const meet = (a: { from?: string; until?: string }, b: { from?: string; until?: string }) =>
  (a.from ?? '') <= (b.until ?? '9999') && (b.from ?? '') <= (a.until ?? '9999')

const allowed = (packs: readonly Pack[]) =>
  packs.flatMap((pack) =>
    (pack.measures ?? []).map((rule) => ({ rule, from: rule.from ?? pack.from, until: rule.until ?? pack.until })),
  )

function restrictsMore(local: Read, wider: readonly Pack[]): Finding[] {
  const permitted = allowed(wider.filter((pack) => meet(pack, local.pack)))
  const forbidden = wider.filter((pack) => meet(pack, local.pack)).flatMap((pack) => pack.limits ?? [])
  const beyond = (rule: MeasureRule) =>
    (rule.allows ?? []).filter(
      (kind) =>
        !permitted.some(
          ({ rule: wide, from, until }) => wide.allows?.includes(kind) && meet({ from, until }, { ...local.pack, ...rule }),
        ) || forbidden.some((limit) => limit.forbids?.includes(kind) && limit.when === undefined),
    )
  const measures = (local.pack.measures ?? []).flatMap((rule) =>
    beyond(rule).map(
      (kind): Finding => ({
        file: local.file,
        ...lineOfRule(local, rule.id),
        rule: rule.id,
        code: 'local.restricts-more',
        text: {
          zh: `${rule.id} 比上级多限制：${kind}，上级方案没有这一条`,
          en: `${rule.id} restricts more than the wider rules: ${kind}`,
        },
      }),
    ),
  )
  const longer = (rule: TermRule) =>
    wider
      .flatMap((pack) => pack.terms ?? [])
      .find(
        (wide) =>
          meet(wide, rule) && wide.kinds.some((kind) => rule.kinds.includes(kind)) && length(rule.phases) > length(wide.phases),
      )
  const terms = (local.pack.terms ?? []).flatMap((rule): Finding[] => {
    const wide = longer(rule)
    if (!wide) return []
    const text = {
      zh: `${rule.id} 的隔离天数比上级 ${wide.id} 长`,
      en: `${rule.id} isolates longer than ${wide.id} of the wider rules`,
    }
    return [{ file: local.file, ...lineOfRule(local, rule.id), rule: rule.id, code: 'local.restricts-more', text }]
  })
  return [...measures, ...terms]
}

/** What is wrong between packs: ids used twice, two regimes on one day, and local packs that restrict more than wider ones allow (层层加码). */
export function checkTogether(packs: readonly Read[]): Finding[] {
  const local = packs.filter(({ pack }) => pack.place !== '')
  return [
    ...repeated(packs),
    ...twoRegimes(packs),
    ...unknownSettings(packs),
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
