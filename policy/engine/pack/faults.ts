import Value from 'typebox/value'
import type { Words } from '../../vocabulary.ts'
import { type Mistake, sayMistake, sayUnknownWord, textsOf } from './saying/mistake.ts'
import { sayRhythm } from './saying/shapes.ts'
import { mostRules, Pack } from './schema.ts'

/** Where in the pack, as keys from the root, something is wrong, and what, in words a policy officer understands. */
export interface Fault {
  path: readonly (string | number)[]
  code: string
  text: Words
}

const pathOf = (pointer: string): (string | number)[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')))

const valueAt = (raw: unknown, path: Fault['path']): unknown =>
  path.reduce<unknown>(
    (here, key) => (typeof here === 'object' && here !== null ? (here as Record<string | number, unknown>)[key] : undefined),
    raw,
  )

function sayNoPack(raw: unknown): { code: string; text: Words } {
  const text =
    raw === null || raw === undefined
      ? { zh: '还什么都没写：规则包从 id、is、version 写起', en: 'nothing is written yet: a pack begins with id, is and version' }
      : { zh: '规则包要一行一项，写成“名称: 内容”', en: 'a pack is written as one “name: value” a line' }
  return { code: 'value.type', text }
}

/** A word that packs do not know, each at its own place in the text. */
const unknownWords = (path: Fault['path'], names: readonly string[]): Fault[] =>
  names.map((name) => ({ path: [...path, name], code: 'field.unknown', text: sayUnknownWord(path, name) }))

/** A rhythm has several forms; what each of them lacks is said as one. */
function sayRhythmAt(raw: unknown, path: (string | number)[], said: Set<string>): Fault[] {
  const place = `rhythm ${path.join(' ')}`
  if (said.has(place)) return []
  said.add(place)
  return [{ path, code: 'value.form', text: sayRhythm(valueAt(raw, path)) }]
}

/** What keeps a parsed object from being a pack by its form; at most one sentence for each place, at the root one of each sort. */
export function formFaults(raw: unknown): Fault[] {
  const said = new Set<string>()
  return Value.Errors(Pack, raw).flatMap((error): Fault[] => {
    const place = error.instancePath || error.keyword
    if (error.keyword === 'boolean' || error.keyword === 'anyOf' || said.has(place)) return []
    said.add(place)
    const path = pathOf(error.instancePath)
    const rhythm = path.indexOf('how_often')
    if (rhythm >= 0) return sayRhythmAt(raw, path.slice(0, rhythm + 1), said)
    const mistake = { keyword: error.keyword, params: error.params as Mistake['params'] }
    if (mistake.keyword === 'additionalProperties') return unknownWords(path, textsOf(mistake.params.additionalProperties))
    if (path.length === 0 && mistake.keyword === 'type') return [{ path, ...sayNoPack(raw) }]
    return [{ path, ...sayMistake(mistake, path, valueAt(raw, path)) }]
  })
}

const lists = ['measures', 'limits', 'rights', 'terms', 'settings', 'lines'] as const
// Rules whose form was found right; a rule that stands unchanged in the next text of a draft is the same object.
const wellFormed = Object.fromEntries(lists.map((of) => [of, new WeakSet<object>()])) as Record<
  (typeof lists)[number],
  WeakSet<object>
>

const isRule = (of: (typeof lists)[number], rule: unknown): boolean => {
  if (typeof rule !== 'object' || rule === null) return false
  if (wellFormed[of].has(rule)) return true
  const isRight = Value.Check(Pack.properties[of].items, rule)
  if (isRight) wellFormed[of].add(rule)
  return isRight
}

/** Whether a parsed object has the form of a pack; a rule that was looked at before is not looked at again. */
export function isPack(raw: unknown): raw is Pack {
  if (typeof raw !== 'object' || raw === null) return false
  const shell: Record<string, unknown> = { ...raw }
  for (const of of lists) {
    const all = shell[of]
    if (!Array.isArray(all) || all.length > mostRules) continue
    if (!all.every((rule) => isRule(of, rule))) return false
    // All of them being right, one stands for the list in what is left.
    shell[of] = all.slice(0, 1)
  }
  return Value.Check(Pack, shell)
}
