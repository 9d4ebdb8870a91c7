import {
  aspects,
  type FactName,
  type Facts,
  type PersonKind,
  type Restriction,
  restrictions,
  strengths,
  valueWords,
  type Words,
} from '../../vocabulary.ts'
import type { Limit, Measure, Plan, Term } from '../answer.ts'
import { type Control, scopeOf } from '../controls/control.ts'
import { overControl } from '../controls/over-control.ts'
import { getFact } from '../facts.ts'
import type { Phase } from '../pack/schema.ts'
import { kindWords, type Packs } from '../packs.ts'
import { restrictionsInLimit, restrictionsSaid } from './unsaid.ts'
import { w } from '../../words.ts'

/** One thing in which a pack of a narrower place goes further than the wider rules: which rule of it, what, and against what. */
export interface More {
  rule: string
  /** The same thing in another situation has the same key. */
  key: string
  text: Words
}

/** The two answers to one question: by the wider rules alone, and with the narrower pack beside them. */
export interface Both {
  readonly without: Packs
  /** The wider rules and the narrower pack, for the words of what it brings. */
  readonly together: Packs
  readonly plan: Plan
  readonly withIt: Plan
  readonly facts: Facts
}

/** What a restriction of this kind comes to by the wider rules, however it was ordered; nothing where they let it be. */
function against({ without, plan, facts }: Both, kind: Restriction): { limit: string | null; text: Words } | undefined {
  const forbidding = (finding: string) =>
    plan.limits.find(({ grounds, forbids }) => grounds?.finding === finding || forbids.includes(kind))
  const says = (limit: Pick<Limit, 'id' | 'text'>) => ({
    limit: limit.id,
    text: w(`上级“${limit.text.zh}”（${limit.id}）`, `the wider rules say: ${limit.text.en} (${limit.id})`),
  })
  const isAllowed = plan.measures.some(({ allows }) => allows.includes(kind))
  const nobody = { limit: null, text: w('上级方案没有这一条', 'no wider rule allows it here') }
  if (kind === 'observation' || kind === 'certificate' || kind === 'form') {
    const crossed =
      kind === 'observation'
        ? plan.limits.find(({ forbids }) => forbids.includes(kind))
        : forbidding(kind === 'form' ? 'extra-form' : 'forbidden-certificate')
    return crossed ? says(crossed) : isAllowed ? undefined : nobody
  }
  const control: Control = { kind, order: true, scope: scopeOf(kind) }
  const [found] = overControl(without, plan, facts, [control])
  if (found) return says({ id: found.rule ?? '', text: found.limit })
  return isAllowed ? undefined : nobody
}

const hoursApart = (rhythm: Measure['how_often']): number => {
  if (rhythm.kind === 'per-day') return 24 / rhythm.times
  return rhythm.kind === 'every-days' ? rhythm.days * 24 : Number.POSITIVE_INFINITY
}
const strengthOf = ({ strength }: Measure) => Object.keys(strengths).indexOf(strength)
const proofsOf = ({ evidence }: Measure) =>
  evidence
    .filter((name) => name !== 'none')
    .sort()
    .join()
const isControl = ({ aspect }: Measure) => aspects[aspect] === aspects.control
const pairsIn = (text: string) =>
  new Set(Array.from({ length: Math.max(text.length - 1, 1) }, (_, nth) => text.slice(nth, nth + 2)))
/** Whether two texts share so many pairs of signs that they say much the same. */
function isSaidAlike(a: string, b: string): boolean {
  const [one, other] = [pairsIn(a), pairsIn(b)]
  return [...one].filter((pair) => other.has(pair)).length * 2 >= (one.size + other.size) * 0.5
}
const isAlike = (a: Measure, b: Measure) => proofsOf(a) === proofsOf(b) && isSaidAlike(a.text.zh, b.text.zh)

/** What a rule of the narrower pack asks for that the wider rules do not let be. */
const crossing = (both: Both, rule: string, kinds: readonly Restriction[]): More[] =>
  kinds.flatMap((kind): More[] => {
    const crossed = against(both, kind)
    if (!crossed) return []
    const words = restrictions[kind]
    const text = w(`要${words.zh}，${crossed.text.zh}`, `asks for ${words.en}: ${crossed.text.en}`)
    return [{ rule, key: `allows ${kind} ${crossed.limit ?? ''}`, text }]
  })

/** Restrictions that a measure of the narrower pack brings, whatever work it calls itself, and the wider rules do not let be. */
export function restrictionsMore(both: Both, { id, allows, facilities, text }: Measure): More[] {
  const shuts: readonly Restriction[] =
    facilities?.state === 'suspended' || facilities?.or === 'suspended' ? ['facility-closure'] : []
  return crossing(both, id, [...new Set([...allows, ...shuts, ...restrictionsSaid(text.zh)])])
}

/** Restrictions of residents that a limit of the narrower pack brings under the name of one. */
export const limitsMore = (both: Both, { id, text }: Limit): More[] => crossing(both, id, restrictionsInLimit(text.zh))

/** A control that the wider rules have only in a graver situation, or less strictly in this one. `graver` holds what they ask there. */
export function controlsMore({ plan }: Both, measure: Measure, graver: readonly Measure[]): More[] {
  if (!isControl(measure)) return []
  const here = plan.measures.filter((wide) => isAlike(wide, measure))
  if (here.length === 0) {
    const up = graver.find((wide) => isControl(wide) && isAlike(wide, measure))
    if (!up) return []
    const text = w(
      `用了更高一档的措施：上级只在更重的情况下才要求“${up.text.zh}”（${up.id}）`,
      `brings a measure of a graver tier down: the wider rules ask “${up.text.en}” (${up.id}) only there`,
    )
    return [{ rule: measure.id, key: `graver ${up.id}`, text }]
  }
  const closest = here.filter((wide) => wide.text.zh === measure.text.zh)
  const wider = closest.length > 0 ? closest : here.filter(isControl)
  if (wider.length === 0) return []
  const first = wider[0] as Measure
  const stronger = wider.every((wide) => strengthOf(wide) > strengthOf(measure))
  const oftener = wider.every((wide) => hoursApart(wide.how_often) > hoursApart(measure.how_often))
  return [
    ...(stronger
      ? [
          {
            rule: measure.id,
            key: `stronger ${first.id}`,
            text: w(
              `比上级要求得更死（${first.id}：${strengths[first.strength].zh}）`,
              `is asked more strongly than ${first.id} (${strengths[first.strength].en})`,
            ),
          },
        ]
      : []),
    ...(oftener
      ? [
          {
            rule: measure.id,
            key: `oftener ${first.id}`,
            text: w(`比上级 ${first.id} 更频繁`, `is asked more often than ${first.id}`),
          },
        ]
      : []),
  ]
}

const daysIn = (phases: readonly Phase[], monitored: boolean) =>
  phases.reduce((days, { where, days: more }) => ((where === 'monitoring') === monitored ? days + more : days), 0)
const testsIn = (phases: readonly Phase[]) => phases.reduce((count, { test_days }) => count + test_days.length, 0)
const most = (choices: readonly (readonly Phase[])[], of: (phases: readonly Phase[]) => number) => Math.max(0, ...choices.map(of))

/** In what a term is harder than by the wider rules: longer at a site or at home, monitored longer, tested more, a longer choice, more before release. */
export function termMore(both: Both, kind: PersonKind, wide: Term, own: Term): More[] {
  if (own.rule === null || own.rule === wide.rule) return []
  const rule = own.rule
  const who = kindWords(both.together, kind)
  const more = (key: string, zh: string, en: string): More => ({
    rule,
    key: `${kind} ${key}`,
    text: w(`${who.zh}：${zh}`, `${who.en}: ${en}`),
  })
  if (wide.rule === null) {
    // No national rule: a local order decides, unless a limit frees this kind of person.
    const days = most([own.phases, ...own.alternatives], (phases) => daysIn(phases, false))
    const [found] =
      days === 0
        ? []
        : overControl(both.without, both.plan, both.facts, [
            { kind: 'observation', person: kind, scope: 'person', order: true, days },
          ])
    return found
      ? [
          more(
            'freed',
            `要隔离 ${days} 天，上级“${found.limit.zh}”`,
            `isolated for ${days} days; the wider rules say: ${found.limit.en}`,
          ),
        ]
      : []
  }
  const lawful = [wide.phases, ...wide.alternatives]
  const compare = (key: string, zh: string, en: string, of: (phases: readonly Phase[]) => number, unit: Words): More[] => {
    const [first, choice, limit] = [of(own.phases), most(own.alternatives, of), of(wide.phases)]
    const widest = most(lawful, of)
    if (first > limit)
      return [
        more(
          key,
          `${zh} ${first} ${unit.zh}，上级 ${limit} ${unit.zh}（${wide.rule}）`,
          `${en} ${first} ${unit.en}, ${limit} by ${wide.rule}`,
        ),
      ]
    return choice > widest
      ? [
          more(
            `${key} choice`,
            `另一种选法${zh} ${choice} ${unit.zh}，上级最多 ${widest} ${unit.zh}（${wide.rule}）`,
            `the other choice: ${en} ${choice} ${unit.en}, at most ${widest} by ${wide.rule}`,
          ),
        ]
      : []
  }
  const days = w('天', 'days')
  const added = own.release.filter(({ zh }) => !wide.release.some((each) => each.zh === zh))
  const lost = wide.free_choices.filter(
    (phases) => ![own.phases, ...own.alternatives].some((each) => daysIn(each, false) <= daysIn(phases, false)),
  )
  return [
    ...compare('isolated', '隔离', 'isolated for', (phases) => daysIn(phases, false), days),
    ...compare(
      'central',
      '集中隔离',
      'at a central site for',
      (phases) =>
        daysIn(
          phases.filter(({ where }) => where === 'central'),
          false,
        ),
      days,
    ),
    ...compare('monitored', '健康监测', 'monitored for', (phases) => daysIn(phases, true), days),
    ...compare('tested', '检测', 'tested', testsIn, w('次', 'times')),
    ...(lost.length > 0
      ? [more('choice lost', `去掉了上级给的另一种选法（${wide.rule}）`, `loses a lighter choice that ${wide.rule} gives`)]
      : []),
    ...(added.length > 0 && wide.release.length > 0
      ? [
          more(
            'release',
            `解除多了条件：${added.map(({ zh }) => zh).join('、')}`,
            `release has more conditions: ${added.map(({ en }) => en).join(', ')}`,
          ),
        ]
      : []),
  ]
}

/** How a situation is called: the facts that decide it. */
export function sayFacts(facts: Facts, { brought }: Packs): Words {
  const shown = (Object.keys(facts) as FactName[]).filter(
    (name) => name !== 'response.rules' && !(name === 'response' && facts[name] === 'none'),
  )
  const valueOf = (name: FactName) => {
    const value = String(facts[name])
    return getFact(name, brought).value_words?.[value] ?? valueWords[value] ?? w(value, value)
  }
  return w(
    shown.map((name) => `${getFact(name, brought).words.zh}${valueOf(name).zh}`).join('、'),
    shown.map((name) => `${getFact(name, brought).words.en}: ${valueOf(name).en}`).join(', '),
  )
}
