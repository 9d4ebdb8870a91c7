import type { FactName, Facts, Words } from '../../vocabulary.ts'
import { getFact } from '../facts.ts'

/** Of each pair the first counts a part of what the second counts, so that it cannot be more. */
const parts: readonly (readonly [FactName, FactName])[] = [
  ['cases.new-14-days', 'cases.total'],
  ['cases.largest-cluster-14-days', 'cases.total'],
  ['community.cases', 'cases.total'],
  ['community.unknown-source-14-days', 'community.cases'],
]

/** Figures that cannot both be right. */
export interface Contradiction {
  readonly code: 'figures.contradict'
  readonly facts: readonly [FactName, FactName]
  readonly text: Words
}

/** The first two figures among those asked that contradict each other: a part that is more than the whole. */
export function contradictionIn(facts: Facts, asked: (name: FactName) => boolean): Contradiction | undefined {
  const found = parts.find(([part, whole]) => {
    const [less, more] = [facts[part], facts[whole]]
    return asked(part) && asked(whole) && typeof less === 'number' && typeof more === 'number' && less > more
  })
  if (!found) return undefined
  const [part, whole] = found
  const [a, b] = [getFact(part).words, getFact(whole).words]
  return {
    code: 'figures.contradict',
    facts: found,
    text: {
      zh: `数字互相矛盾：${a.zh} ${facts[part]} 比 ${b.zh} ${facts[whole]} 多，先核对再定`,
      en: `figures contradict each other: ${a.en} ${facts[part]} is more than ${b.en} ${facts[whole]}; check them first`,
    },
  }
}
