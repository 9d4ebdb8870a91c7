import type { Reason } from '@wangdi/policy/engine/answer.ts'
import { readRules } from '@wangdi/policy/engine/facts.ts'
import { type EmergencyFunction, emergencyFunctions, valueWords, wheres } from '@wangdi/policy/vocabulary.ts'
import type { Asked, Given } from '../../documents/answer.ts'
import { rulesWords } from '../../documents/packs.rules.ts'
import type { Words } from '../../problem.ts'
import type { ReasonLine } from './replay.api.ts'

const open: Words = { zh: '规则没有给出答案', en: 'the rules gave no answer' }

/** A value of the vocabulary as people say it; a number or a text of its own stays as it is. */
export function wordsOfValue(value: unknown): Words {
  if (value === null || value === undefined) return open
  const text = String(value)
  return valueWords[text] ?? { zh: text, en: text }
}

/** The rules that a response names, by the titles of their packs with the day at which each is read. */
export function wordsOfRules(text: string, titleOf: (pack: string) => Words): Words {
  const named = readRules(text)
  return named === undefined ? { zh: text, en: text } : join(named.map(({ pack, at }) => rulesWords(titleOf(pack), at)))
}

const join = (parts: readonly Words[]): Words => ({
  zh: parts.map(({ zh }) => zh).join('、'),
  en: parts.map(({ en }) => en).join(', '),
})

interface StayPhase {
  readonly where: keyof typeof wheres
  readonly days: number
}

/** What the rules gave to a question, as a sentence. */
export function wordsOfGiven(question: Asked['question'], given: Given): Words {
  if (question === 'level' || question === 'class') return wordsOfValue(given['value'])
  if (question === 'tier') return wordsOfValue(given['tier'])
  if (question === 'functions') {
    const names = (given['open'] ?? []) as readonly EmergencyFunction[]
    return names.length === 0
      ? { zh: '没有开放的功能', en: 'no function is open' }
      : join(names.map((name) => emergencyFunctions[name]))
  }
  if (given['rule'] === null) return open
  const phases = (given['phases'] ?? []) as readonly StayPhase[]
  if (phases.length === 0) return { zh: '不用隔离观察', en: 'no observation' }
  return join(
    phases.map(({ where, days }) => ({
      zh: `${wheres[where].zh} ${days} 天`,
      en: `${days} ${days === 1 ? 'day' : 'days'} ${wheres[where].en}`,
    })),
  )
}

/** Reasons and what they rest on, in reading order; what two grounds say alike, with all it rests on, stands once. */
export const reasonLines = (reasons: readonly Reason[], depth = 0): ReasonLine[] =>
  [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()].flatMap(({ holds, text, parts }) => [
    { depth, holds, text },
    ...reasonLines(parts ?? [], depth + 1),
  ])
