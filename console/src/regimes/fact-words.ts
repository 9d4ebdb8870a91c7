import type { Words } from '@wangdi/domain/problem.ts'
import type { OwnFactLine } from '@wangdi/domain/regimes/regimes.ts'
import { getFact } from '@wangdi/policy/engine/facts.ts'
import { emergencyFunctions, type FactName, type HouseKind, personKinds, valueWords } from '@wangdi/policy/vocabulary.ts'

/** What a fact of the rules is called; an unknown name stands for itself. */
export const factWords = (name: string): Words => getFact(name as FactName).words

/** What a fact is called, also one that a notice in force brings. */
export const factWordsIn = (name: string, own: readonly { readonly name: string; readonly words: Words }[]): Words =>
  own.find((fact) => fact.name === name)?.words ?? factWords(name)

/** What a value of a fact is called; numbers and unknown values stand for themselves. */
export const valueWordsOf = (value: string | number): Words =>
  valueWords[String(value)] ?? { zh: String(value), en: String(value) }

/** What a kind of person is called; one that a pack brings is told by the server beside it, here it stands for itself. */
export const kindWords = (kind: string): Words => personKinds[kind as HouseKind] ?? { zh: kind, en: kind }

/** What a value of a fact is called; of one that a notice brings as the notice calls it. */
export const valueWordsIn = (value: string | number, own: OwnFactLine | undefined): Words =>
  own?.values.find(({ id }) => id === String(value))?.words ?? valueWordsOf(value)

/** What an emergency function is called. */
export const functionWords = (name: keyof typeof emergencyFunctions): Words => emergencyFunctions[name]
