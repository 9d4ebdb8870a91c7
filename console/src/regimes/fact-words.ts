import type { Words } from '@wangdi/domain/problem.ts'
import { isFact } from '@wangdi/policy/engine/facts.ts'
import { emergencyFunctions, facts, valueWords } from '@wangdi/policy/vocabulary.ts'

/** What a fact of the rules is called; an unknown name stands for itself. */
export const factWords = (name: string): Words => (isFact(name) ? facts[name].words : { zh: name, en: name })

/** What a value of a fact is called; numbers and unknown values stand for themselves. */
export const valueWordsOf = (value: string | number): Words =>
  valueWords[String(value)] ?? { zh: String(value), en: String(value) }

/** What an emergency function is called. */
export const functionWords = (name: keyof typeof emergencyFunctions): Words => emergencyFunctions[name]
