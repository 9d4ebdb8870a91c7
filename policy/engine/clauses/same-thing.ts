import type { Words } from '../../vocabulary.ts'
import type { Reading } from './reading.ts'

const forbidding = [
  /不|勿|免|停|禁|别|暂|取消|缓|解除|撤|没|无|防止|减|拒|回绝/,
  /\bno\b|\bnot\b|n't|never|without|stop|suspend|lift|\bend|free|nobody|nothing|none|only|cancel|postpone|less|few|refuse/i,
] as const
const forbids = /不得|禁止|严禁|不准/

/** Whether the words of a rule forbid where the clause asks, or ask where it forbids. */
function isTurned(text: Words, { word, not, also = [], zh }: Reading): boolean {
  if (word === '不得') return !forbidding[0].test(text.zh) || !forbidding[1].test(text.en)
  return !not && !also.includes('不得') && forbids.test(text.zh) && !/[不禁]/.test(zh)
}

const pairsIn = (text: string) => Array.from({ length: Math.max(text.length - 1, 0) }, (_, nth) => text.slice(nth, nth + 2))
const stemsIn = (text: string) => (text.toLowerCase().match(/[a-z]{4,}/g) ?? []).map((word) => word.slice(0, 5))

/** Whether two texts share not one pair of Chinese signs and not one English word: they do not speak of one thing. */
function isElsewhere(text: Words, reading: Reading): boolean {
  const [pairs, stems] = [new Set(pairsIn(reading.zh)), new Set(stemsIn(reading.en))]
  return !pairsIn(text.zh).some((pair) => pairs.has(pair)) && !stemsIn(text.en).some((stem) => stems.has(stem))
}

/** In what the words of a rule contradict the reading of a clause it cites, or say nothing of it: a clause carried in name only. */
export function textFaults(text: Words | undefined, reading: Reading): { in: 'negation' | 'object'; says: string }[] {
  if (!text) return []
  if (isTurned(text, reading)) return [{ in: 'negation', says: `${reading.word} turned round` }]
  return isElsewhere(text, reading) ? [{ in: 'object', says: `nothing of “${reading.en}”` }] : []
}
