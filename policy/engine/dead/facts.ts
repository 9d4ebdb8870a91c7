import type { FactName } from '../../vocabulary.ts'
import { type FactBook, getFact, isFact } from '../facts.ts'
import { bookFor } from '../own/book.ts'
import type { Fault } from '../pack/faults.ts'
import { rulesOf } from '../pack/located.ts'
import type { Pack, When } from '../pack/schema.ts'
import { leavesOf } from '../when.ts'

type Path = (string | number)[]

/** The facts that a condition asks, each once. */
export const factsAsked = (when: When): string[] => [...new Set(leavesOf(when).map(({ name }) => name))]

interface Asking {
  readonly path: Path
  readonly id: string
  readonly when: When
  /** What the rule is asked about: a plan knows no person, a grading knows nothing that is made of gradings. */
  readonly of: 'plan' | 'term' | 'place-grading' | 'person-grading'
}

function askingIn(pack: Pack): Asking[] {
  return rulesOf(pack).flatMap(({ path, rule }): Asking[] => {
    const [group, nth] = path
    const of = (() => {
      if (group === 'measures' || group === 'limits' || group === 'rights') return 'plan'
      if (group === 'terms') return 'term'
      if (group !== 'gradings') return undefined
      return pack.gradings?.[Number(nth)]?.id.startsWith('person.') ? 'person-grading' : 'place-grading'
    })()
    return of && rule.when ? [{ path, id: rule.id, when: rule.when, of }] : []
  })
}

function cannotKnow(name: FactName, of: Asking['of'], book: FactBook): { zh: string; en: string } | undefined {
  const { about, words } = getFact(name, book)
  if (about === 'person' && (of === 'plan' || of === 'place-grading'))
    return {
      zh: `“${words.zh}”是某个人的情况，看一个地方的时候没有人能给`,
      en: `“${words.en}” is known of a person; nobody can give it for a place`,
    }
  if (about === 'derived' && (of === 'place-grading' || of === 'person-grading'))
    return {
      zh: `“${words.zh}”由分级得出，分级的时候还没有`,
      en: `“${words.en}” comes out of gradings; there is none yet when one is made`,
    }
  return undefined
}

/** Facts that nobody can give where a rule asks for them: such a rule would wait for them for ever. */
export function factsNotGiven(pack: Pack): Fault[] {
  const book = bookFor(pack, [pack])
  return askingIn(pack).flatMap(({ path, id, when, of }) =>
    factsAsked(when).flatMap((name): Fault[] => {
      const why = isFact(name, book) ? cannotKnow(name, of, book) : undefined
      if (!why) return []
      const text = { zh: `${id} 永远等着：${why.zh}`, en: `${id} waits for ever: ${why.en}` }
      return [{ path: [...path, 'when', name], code: 'fact.not-given', text }]
    }),
  )
}

/** From which facts each fact is made: by the gradings of a pack, by its tiers, and by the house (the level is that of area or county). */
function madeFrom(pack: Pack): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>([['level', new Set(['county.risk', 'area.risk'])]])
  const add = (name: string, from: readonly string[]) => all.set(name, new Set([...(all.get(name) ?? []), ...from]))
  for (const { id, grades, score } of pack.gradings ?? [])
    add(id, [...grades.flatMap(({ when }) => factsAsked(when)), ...(score?.points ?? []).flatMap(({ when }) => factsAsked(when))])
  for (const axis of ['level', 'class'] as const) for (const { facts } of pack.tiers?.[axis] ?? []) add('tier', facts)
  return all
}

/** Facts that are made, by way of others, from themselves: no figure would ever begin them. */
export function cyclesOfFacts(pack: Pack): Fault[] {
  const made = madeFrom(pack)
  const leadsBack = (start: string): string[] | undefined => {
    const walked = new Map<string, string[]>([[start, [start]]])
    const waiting = [start]
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      for (const next of made.get(name) ?? []) {
        const way = [...(walked.get(name) ?? []), next]
        if (next === start) return way
        if (walked.has(next)) continue
        walked.set(next, way)
        waiting.push(next)
      }
    }
    return undefined
  }
  return (pack.gradings ?? []).flatMap(({ id }, index): Fault[] => {
    const way = leadsBack(id)
    if (!way) return []
    const text = { zh: `事实绕回自己：${way.join(' ← ')}`, en: `a fact is made from itself: ${way.join(' ← ')}` }
    return [{ path: ['gradings', index], code: 'fact.cycle', text }]
  })
}

/** What the house asks to be graded: where a level is proposed, a community is classed, and a doctor looks at a person. */
const graded = ['county.risk', 'area.risk', 'area.zone', 'community.class', 'person.colour'] as const
const colours: readonly string[] = ['green', 'yellow', 'red']

/** Gradings that nobody asks for, and values that the level they propose cannot have. */
export function gradingsUnread(pack: Pack): Fault[] {
  return (pack.gradings ?? []).flatMap(({ id, grades, score }, index): Fault[] => {
    const path = ['gradings', index]
    const name = graded.find((one) => one === id)
    if (!name) {
      const text = {
        zh: `没有谁会用到分级 ${id}：只有 ${graded.join('、')}；文件自己的等级写在 tiers.axes`,
        en: `nobody asks for the grading ${id}, only for ${graded.join(', ')}; levels of a notice's own stand in tiers.axes`,
      }
      return [{ path, code: 'grading.unread', text }]
    }
    const { values } = name === 'person.colour' ? { values: colours } : getFact(name)
    const given = [...grades.map(({ value }) => value), ...(score?.values ?? []).map(({ value }) => value)]
    return given
      .filter((value) => Array.isArray(values) && !values.includes(value))
      .map((value) => {
        const known = (values as readonly string[]).join('、')
        const text = { zh: `${id} 没有 ${value} 这一级，只有 ${known}`, en: `${id} has no value ${value}; it has ${known}` }
        return { path, code: 'fact.value', text }
      })
  })
}
