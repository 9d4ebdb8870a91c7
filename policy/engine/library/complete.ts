import { facts as vocabulary, type FactName, type Words } from '../../vocabulary.ts'
import { getFact, isFact } from '../facts.ts'
import { Pack } from '../pack/schema.ts'

/** What may stand where the caret is: the text from `from` to the caret gives way to it. */
export interface Completion {
  from: number
  options: readonly { insert: string; words?: Words }[]
}

/** What of a schema this reads. */
interface Node {
  type?: string
  properties?: Record<string, Node>
  items?: Node
  anyOf?: readonly Node[]
  enum?: readonly (string | number)[]
  const?: string | number
}

const nothing: Node = {}
const facts: Node = {
  properties: {
    ...Object.fromEntries(
      (Object.keys(vocabulary) as FactName[]).map((name): [string, Node] => {
        const { values } = getFact(name)
        return [name, typeof values === 'string' ? nothing : { enum: [...values] }]
      }),
    ),
    all: nothing,
    any: nothing,
    not: nothing,
  },
}

const alternatives = (node: Node): readonly Node[] => (node.anyOf ?? [node]).map((each) => each.items ?? each)

function below(node: Node, key: string): Node {
  if (key === 'when') return facts
  if (node === facts && ['all', 'any', 'not'].includes(key)) return facts
  const found = alternatives(node).flatMap((each) => each.properties?.[key] ?? [])
  const inner = found.flatMap(alternatives)
  return inner.length === 1 ? (inner[0] ?? nothing) : { anyOf: inner }
}

const keysOf = (node: Node) => [...new Set(alternatives(node).flatMap((each) => Object.keys(each.properties ?? {})))]

const valuesOf = (node: Node): string[] =>
  alternatives(node).flatMap((each) => [...(each.enum ?? []), ...(each.const === undefined ? [] : [each.const])].map(String))

const shape = /^(\s*)((?:- +)*)(.*)$/

/** The keys around a line that begins at a column, from the outside in. */
function keysAround(lines: readonly string[], column: number): string[] {
  let limit = column
  const path: string[] = []
  for (const line of [...lines].reverse()) {
    const [, indent = '', dashes = '', rest = ''] = shape.exec(line) ?? []
    const key = /^([\w.-]+):/.exec(rest)?.[1]
    const own = indent.length + dashes.length
    if (key === undefined || own >= limit) continue
    path.unshift(key)
    limit = own
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

/** What the form of a pack and the vocabulary of facts allow where the caret stands in the text of a pack; nothing where that is free text. */
export function completeAt(text: string, caret: number): Completion {
  const lines = text.slice(0, caret).split('\n')
  const line = lines.pop() ?? ''
  const [, indent = '', dashes = '', rest = ''] = shape.exec(line) ?? []
  const path = keysAround(lines, indent.length + dashes.length)
  // Inside braces the keys of this line lead further down.
  const opened = rest.split('{')
  const inner = opened.pop() ?? ''
  for (const part of opened) path.push(...(/([\w.-]+):\s*$/.exec(part)?.slice(1, 2) ?? []))
  const here = path.reduce<Node>(below, Pack as unknown as Node)
  const last = opened.length > 0 ? lastEntry(inner) : inner
  const value = /^\s*([\w.-]+):\s+(?:\[(?:.*,\s*)?)?'?([\w.-]*)$/.exec(last)
  if (value) return offer(caret, value[2] ?? '', valuesOf(below(here, value[1] ?? '')), '')
  const typed = /^\s*([\w.-]*)$/.exec(last)?.[1]
  return typed === undefined ? { from: caret, options: [] } : offer(caret, typed, keysOf(here), ': ')
}

function offer(caret: number, typed: string, all: readonly string[], after: string): Completion {
  const fitting = all.filter((each) => each.startsWith(typed) && each !== typed)
  const options = fitting.map((name) => ({ insert: name + after, ...(isFact(name) && { words: getFact(name).words }) }))
  return { from: caret - typed.length, options }
}
