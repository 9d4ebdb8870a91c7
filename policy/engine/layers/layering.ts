import { type Facts, firstSubject, type PersonKind, personKinds } from '../../vocabulary.ts'
import type { Finding, Measure, Plan } from '../answer.ts'
import type { Day } from '../day.ts'
import { gradeFor } from '../grade.ts'
import { type LineOf, lineOfRule } from '../pack/located.ts'
import type { Pack } from '../pack/schema.ts'
import { type Values, valuesIn, waysOf } from '../pack/values.ts'
import { compilePacks, type Packs, subjectOf } from '../packs.ts'
import { planFor } from '../plan.ts'
import { ruleSetFor } from '../rule-set.ts'
import { termUnder } from '../term.ts'
import { type Both, controlsMore, limitsMore, type More, restrictionsMore, sayFacts, termMore } from './compare.ts'
import { settingsOtherwise } from './numbers.ts'
import { daysOf, situationsOf } from './situations.ts'
import { w } from '../../words.ts'

interface Read {
  readonly file: string
  readonly pack: Pack
  readonly lineOf?: LineOf | undefined
}

/** How many pairs of plans are compared for one pack; what is left over after so many is said, not passed over. */
const mostPlans = 1200

interface Found extends More {
  readonly facts: Facts
  readonly day: Day
  times: number
}

/** Whether an item of the plan comes from a pack, be it in the words of another rule. */
const isOf = (pack: Pack) => (item: Pick<Measure, 'pack' | 'also'>) =>
  item.pack === pack.id || item.also.some((one) => one.pack === pack.id)

function planMore(local: Pack, both: Both, graver: readonly Measure[]): More[] {
  const had = new Set(both.plan.measures.map(({ id }) => id))
  const brought = both.withIt.measures.filter((measure) => isOf(local)(measure) || !had.has(measure.id))
  const opened = (local.opens ?? []).filter(
    ({ function: name }) => both.withIt.functions[name].open && !both.plan.functions[name].open,
  )
  return [
    ...brought.flatMap((measure) => [...restrictionsMore(both, measure), ...controlsMore(both, measure, graver)]),
    ...both.withIt.limits.filter(isOf(local)).flatMap((limit) => limitsMore(both, limit)),
    ...opened.map(({ function: name }) => ({
      rule: local.id,
      key: `opens ${name}`,
      text: w(`开放上级没有开放的功能：${name}`, `opens a function that the wider rules keep closed: ${name}`),
    })),
    ...(['limits', 'rights'] as const).flatMap((of) => lostOf(local, both.plan[of], both.withIt[of])),
  ]
}

function lostOf(local: Pack, wide: Plan['limits'] | Plan['rights'], own: Plan['limits'] | Plan['rights']): More[] {
  const kept = new Set([...own].flatMap(({ id, also }) => [id, ...also.map((one) => one.id)]))
  return [...wide]
    .filter(({ id }) => !kept.has(id))
    .map(({ id, text }) => ({
      rule: local.id,
      key: `lost ${id}`,
      text: w(`上级的 ${id} 不见了：${text.zh}`, `${id} of the wider rules is lost: ${text.en}`),
    }))
}

function termsMore(local: Pack, both: Both, place: string, day: Day, withIt: Packs): More[] {
  const about = subjectOf(local) ?? firstSubject
  const sets = [both.without, withIt].map((packs) => [packs, ruleSetFor(packs, both.facts, place, day, about)] as const)
  const kinds = [...(Object.keys(personKinds) as PersonKind[]), ...withIt.kinds.keys()]
  return kinds.flatMap((kind) => {
    const [wide, own] = sets.map(([packs, set]) => termUnder(packs, set, { kind, place, facts: both.facts }))
    return wide && own ? termMore(both, kind, wide, own) : []
  })
}

const mostGraded = 20_000
const grades = ['none', 'green', 'low', 'no-case', 'yellow', 'medium', 'cases', 'red', 'high', 'transmission']

/** Gradings of the narrower pack that propose a graver value than the wider ones for the same facts. */
function gradesMore(local: Pack, without: Packs, withIt: Packs, day: Day): Found[] {
  return (local.gradings ?? []).flatMap((grading) => {
    const wide = without.all.flatMap(({ pack }) => pack.gradings ?? []).filter(({ id }) => id === grading.id)
    if (wide.length === 0) return []
    const lines = [grading, ...wide].flatMap((one) => one.grades)
    const values = lines.reduce<Values>((known, { when }) => valuesIn(when, known), new Map())
    for (const facts of waysOf(values, mostGraded)) {
      const [before, after] = [without, withIt].map((packs) => gradeFor(packs, grading.id, facts, local.place, day))
      if (!before?.value || !after?.value || grades.indexOf(after.value) <= grades.indexOf(before.value)) continue
      const text = w(
        `同样的情况定成 ${after.value}，上级定的是 ${before.value}（${before.rule ?? ''}）`,
        `proposes ${after.value} where the wider rules propose ${before.value} (${before.rule ?? ''})`,
      )
      return [{ rule: after.rule ?? grading.id, key: `grade ${grading.id}`, text, facts, day, times: 1 }]
    }
    return []
  })
}

/** The places that rules of a pack speak of: its own, and those within it that one of them names. */
function placesOf(local: Pack): string[] {
  const rules = [...(local.measures ?? []), ...(local.limits ?? []), ...(local.terms ?? [])]
  const named = rules.flatMap(({ place = [] }) => place).filter((code) => code.startsWith(local.place))
  return [...new Set([local.place, ...named])]
}

function compare(local: Pack, wider: readonly Pack[]): { found: Found[]; isWhole: boolean; together: Packs } {
  const [without, withIt] = [compilePacks(wider), compilePacks([...wider, local])]
  const found = new Map<string, Found>()
  let left = mostPlans
  const note = (more: readonly More[], facts: Facts, day: Day) => {
    for (const one of more) {
      const key = `${one.rule} ${one.key}`
      const before = found.get(key)
      if (before) before.times += 1
      else found.set(key, { ...one, facts, day, times: 1 })
    }
  }
  const compareAt = (place: string, day: Day) => {
    const alone = situationsOf(local, without, day).map((one) => ({ ...one, plan: planFor(without, one.facts, place, day) }))
    for (const { facts, rank, plan } of alone) {
      if (left <= 0) return
      left -= 1
      const both: Both = { without, together: withIt, facts, plan, withIt: planFor(withIt, facts, place, day) }
      // What wider rules ask in graver situations that are otherwise the same.
      const graver = alone.filter((one) => one.rank > rank && one.facts.response === facts.response).slice(0, 3)
      const asked = graver.flatMap((one) => [...one.plan.measures])
      note(planMore(local, both, asked), facts, day)
      if (local.terms) note(termsMore(local, both, place, day, withIt), facts, day)
    }
  }
  for (const day of daysOf(local, wider)) {
    for (const place of placesOf(local)) compareAt(place, day)
    for (const one of gradesMore(local, without, withIt, day)) note([one], one.facts, day)
  }
  return { found: [...found.values()], isWhole: left > 0, together: withIt }
}

/**
 * In what a pack of a narrower place restricts more than the wider rules do, judged by what comes out: for each step of level and
 * class, each kind of person and each day on which something changes, what holds with the pack is compared with what holds without
 * it (层层加码).
 */
export function restrictsMore(local: Read, wider: readonly Pack[]): Finding[] {
  const { found, isWhole, together } = compare(local.pack, wider)
  const findings = found.map(({ rule, text, facts, day, times }): Finding => {
    const when = sayFacts(facts, together)
    const others = times > 1 ? w(`等 ${times} 种情况`, ` and ${times - 1} more`) : w('', '')
    return {
      file: local.file,
      ...lineOfRule(local, rule),
      rule,
      code: 'local.restricts-more',
      text: w(
        `${rule} 比上级严（${day} ${when.zh}${others.zh}）：${text.zh}`,
        `${rule} restricts more than the wider rules (${day} ${when.en}${others.en}): ${text.en}`,
      ),
    }
  })
  const settings = settingsOtherwise(local.pack, wider).map(({ rule, text }): Finding => {
    const said = w(`${rule} 和上级不一样：${text.zh}`, `${rule} differs from the wider rules: ${text.en}`)
    return { file: local.file, ...lineOfRule(local, rule), rule, code: 'local.restricts-more', text: said }
  })
  findings.push(...settings)
  if (isWhole) return findings
  const text = w(
    '条件和日期太多，没有全部和上级比完，把规则包分小',
    'too many conditions and days to compare all of it with the wider rules: split the pack',
  )
  return [...findings, { file: local.file, code: 'local.not-compared', text }]
}
