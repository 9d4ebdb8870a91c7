import { getFact } from '@wangdi/policy/engine/facts.ts'
import { giverOf } from '@wangdi/policy/engine/givers.ts'
import type { FactName } from '@wangdi/policy/vocabulary.ts'

/** Which facts an answer lacks, in words, and who can give each. */
export const asksOf = (missing: readonly FactName[]) =>
  missing.map((fact) => {
    const [words, who] = [getFact(fact).words, giverOf(fact)]
    return { fact, text: words.zh, text_en: words.en, who: who.zh, who_en: who.en }
  })

/** The same as lines for people. */
export const linesOfAsks = (missing: readonly FactName[]): string[] =>
  asksOf(missing).map(({ fact, text, who }) => `还缺 ${text}（${fact}）：${who}`)
