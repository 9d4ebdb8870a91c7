import { facts as vocabulary, type FactName, valueWords, type Words } from '../../vocabulary.ts'
import { getFact } from '../facts.ts'
import { wordsOfChoice } from './form/choices.words.ts'
import { type FieldWords, wordsOfField } from './form/fields.words.ts'
import { namesIn, type OwnNames, ownFor } from './form/own-names.ts'
import { keysOf, nodeOf, valuesOf } from './form/schema-nodes.ts'

/** What may stand at the caret, what it is called and what it means. */
export interface Hint {
  readonly insert: string
  readonly words?: Words
  readonly means?: Words
}

/** What may stand where the caret is: the text from `from` to the caret gives way to it; and what the key there is about. */
export interface Completion {
  from: number
  options: readonly Hint[]
  about?: FieldWords & { readonly key: string }
}

const joining = ['all', 'any', 'not']
const bounds: Readonly<Record<string, Words>> = {
  at_least: { zh: '不小于', en: 'at least' },
  at_most: { zh: '不大于', en: 'at most' },
  above: { zh: '大于', en: 'above' },
  below: { zh: '小于', en: 'below' },
}
const noNames = namesIn(undefined)

const said = (words: Words | undefined, means?: Words): Omit<Hint, 'insert'> => ({
  ...(words && { words }),
  ...(means && { means }),
})

/** Behind which keys a condition stands, and which fact it asks there, if it has come so far. */
function conditionIn(path: readonly string[]): { fact: string | undefined } | undefined {
  const at = path.lastIndexOf('when')
  const inside = at < 0 ? [] : path.slice(at + 1).filter((key) => !joining.includes(key))
  return at < 0 ? undefined : { fact: inside[0] }
}

function factHints({ facts, axes }: OwnNames): Hint[] {
  const house = (Object.keys(vocabulary) as FactName[]).map((name) => ({ insert: name, words: getFact(name).words }))
  const own = [...axes, ...facts].map(({ value, words }) => ({ insert: value, words }))
  return [...own, ...house, ...joining.map((key) => ({ insert: key, ...wordsOfField([key]) }))]
}

function valuesOfFact(name: string, { facts, axes, tiers }: OwnNames): Hint[] {
  const own = [...axes, ...facts].find(({ value }) => value === name)
  const brought = name === 'tier' ? tiers : (own?.values ?? [])
  const { values } = getFact(name as FactName)
  const isYesNo = own && 'type' in own && own.type === 'yes-no'
  const house = isYesNo ? ['yes', 'no'] : typeof values === 'string' ? [] : values
  return [
    ...brought.map(({ value, words }) => ({ insert: value, words })),
    ...house.map((value) => ({ insert: value, ...said(valueWords[value]) })),
  ]
}

function keyHints(path: readonly string[], own: OwnNames): Hint[] {
  const condition = conditionIn(path)
  if (condition?.fact !== undefined) return Object.entries(bounds).map(([insert, words]) => ({ insert, words }))
  if (condition) return factHints(own)
  if (path.at(-1) === 'on') return own.axes.map(({ value, words }) => ({ insert: value, words }))
  return keysOf(nodeOf(path)).map((key) => ({ insert: key, ...wordsOfField([...path, key]) }))
}

function valueHints(path: readonly string[], key: string, own: OwnNames): Hint[] {
  const keys = [...path, key]
  if (conditionIn(path)) return valuesOfFact(key, own)
  if (path.at(-1) === 'on')
    return (own.axes.find(({ value }) => value === key)?.values ?? []).map(({ value, words }) => ({ insert: value, words }))
  const house = valuesOf(nodeOf(keys)).map((value) => ({ insert: value, ...said(wordsOfChoice(keys, value)) }))
  return [...ownFor(key, own).map(({ value, words }) => ({ insert: value, words })), ...house]
}

const shape = /^(\s*)((?:- +)*)(.*)$/

/** The keys around a line that begins at a column, from the outside in. */
function keysAround(lines: readonly string[], column: number): string[] {
  let limit = column
  const path: string[] = []
  for (let nth = lines.length - 1; nth >= 0; nth -= 1) {
    const line = lines[nth] ?? ''
    const [, indent = '', dashes = '', rest = ''] = shape.exec(line) ?? []
    const key = /^([\w./-]+):/.exec(rest)?.[1]
    const own = indent.length + dashes.length
    if (key === undefined || own >= limit) continue
    path.unshift(key)
    limit = own
    // Nothing stands further out: the lines above are not looked through.
    if (limit === 0) break
  }
  return path
}

/** The entry of a list of entries in one line that is being written; a comma inside square brackets parts no entries. */
function lastEntry(inner: string): string {
  let deep = 0
  let begins = 0
  for (const [at, letter] of [...inner].entries()) {
    if (letter === '[') deep += 1
    if (letter === ']') deep -= 1
    if (letter === ',' && deep === 0) begins = at + 1
  }
  return [...inner].slice(begins).join('')
}

// Braces that are closed before the caret lead nowhere.
const withoutClosed = (rest: string): string => {
  const shorter = rest.replace(/\{[^{}]*\}/g, '')
  return shorter === rest ? rest : withoutClosed(shorter)
}

/**
 * What the form of a pack and the vocabulary of facts allow where the caret stands in the text of a pack, with words; nothing where
 * that is free text. `own` are the names that the pack brings itself.
 */
export function completeAt(text: string, caret: number, own: OwnNames = noNames): Completion {
  const lines = text.slice(0, caret).split('\n')
  const line = lines.pop() ?? ''
  const [, indent = '', dashes = '', rest = ''] = shape.exec(line) ?? []
  if (rest.startsWith('#')) return { from: caret, options: [] }
  const path = keysAround(lines, indent.length + dashes.length)
  // Inside braces the keys of this line lead further down.
  const opened = withoutClosed(rest).split('{')
  const inner = opened.pop() ?? ''
  for (const part of opened) path.push(...(/([\w./-]+):\s*$/.exec(part)?.slice(1, 2) ?? []))
  const last = opened.length > 0 ? lastEntry(inner) : inner
  const key = /^\s*([\w./-]+):(?:\s|$)/.exec(last)?.[1]
  const named = key ?? path.at(-1)
  const found = named === undefined || conditionIn(path) ? undefined : wordsOfField(key === undefined ? path : [...path, key])
  const about = found && named !== undefined ? { about: { key: named, ...found } } : {}
  const value = /^\s*([\w./-]+):\s+(?:\[(?:.*,\s*)?)?'?([\w./-]*)$/.exec(last)
  if (value) return { ...offer(caret, value[2] ?? '', valueHints(path, value[1] ?? '', own), ''), ...about }
  const typed = /^\s*([\w./-]*)$/.exec(last)?.[1]
  return { ...(typed === undefined ? { from: caret, options: [] } : offer(caret, typed, keyHints(path, own), ': ')), ...about }
}

function offer(caret: number, typed: string, all: readonly Hint[], after: string): Completion {
  const fitting = all.filter(({ insert }) => insert.startsWith(typed) && insert !== typed)
  const options = fitting.map(({ insert, words, means }) => ({ insert: insert + after, ...said(words, means) }))
  return { from: caret - typed.length, options }
}
