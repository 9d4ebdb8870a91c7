import { problems } from '@wangdi/domain/problem.ts'

const deepest = 64
// Names that plain objects answer to by themselves.
const names = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Why nothing can be done with a value from outside, whatever it means: text that no database keeps (U+0000, half a
 * character), names that objects have by themselves, more depth than any contract. Without recursion: a body may be as deep as
 * it is long.
 */
export function whyMalformed(value: unknown): string | undefined {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return 'too deep'
    const below: unknown[] = []
    for (const one of level) {
      const why = typeof one === 'string' ? whyNotText(one) : whyNotWithin(one, below)
      if (why !== undefined) return why
    }
    level = below
  }
  return undefined
}

function whyNotText(text: string): string | undefined {
  if (text.includes('\0')) return 'U+0000'
  return text.isWellFormed() ? undefined : 'half a character'
}

// Why the names of an object are none; what lies in it, or in a list, is added to `below`.
function whyNotWithin(one: unknown, below: unknown[]): string | undefined {
  if (typeof one !== 'object' || one === null) return undefined
  if (Array.isArray(one)) {
    for (const inner of one) below.push(inner)
    return undefined
  }
  for (const [name, inner] of Object.entries(one)) {
    const why = names.has(name) ? `no field is called ${name}` : whyNotText(name)
    if (why !== undefined) return why
    below.push(inner)
  }
  return undefined
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** So many values a body may have: more than the largest list of any contract, few enough that to judge them takes a moment. */
const mostValues = 20_000

/**
 * A body as JSON; throws request.invalid where it is no UTF-8, no JSON, says one field twice (nobody knows which was meant), or
 * has more values than any contract: what is small to send is not small to judge.
 */
export function parseJson(bytes: Uint8Array): unknown {
  const invalid = (why: string) => problems.invalid({ field: 'request', why })
  let text: string
  let value: unknown
  try {
    text = utf8.decode(bytes)
  } catch {
    throw invalid('no UTF-8')
  }
  const { colons, commas } = countSigns(text)
  if (colons + commas > mostValues) throw invalid('too many values')
  try {
    value = JSON.parse(text)
  } catch {
    throw invalid('no JSON')
  }
  // Each field has one colon outside of texts; a name said twice leaves fewer fields than colons.
  if (colons !== countFields(value)) throw invalid('a field is said twice')
  return value
}

const [quote, backslash, colon, comma] = ['"', '\\', ':', ','].map((sign) => sign.charCodeAt(0))

// Colons and commas outside of texts: no value without one, but for the first of each list and object.
function countSigns(text: string): { colons: number; commas: number } {
  let [colons, commas, within] = [0, 0, false]
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === quote) within = !within
    else if (within) at += sign === backslash ? 1 : 0
    else if (sign === colon) colons++
    else if (sign === comma) commas++
  }
  return { colons, commas }
}

function countFields(value: unknown): number {
  let fields = 0
  const left: unknown[] = [value]
  while (left.length > 0) {
    const one = left.pop()
    if (typeof one !== 'object' || one === null) continue
    const inner = Object.values(one)
    if (!Array.isArray(one)) fields += inner.length
    for (const each of inner) left.push(each)
  }
  return fields
}
