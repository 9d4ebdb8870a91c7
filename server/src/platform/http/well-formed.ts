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
      if (typeof one === 'string') {
        if (one.includes('\0')) return 'U+0000'
        if (!one.isWellFormed()) return 'half a character'
      } else if (typeof one === 'object' && one !== null) {
        for (const [name, inner] of Object.entries(one)) {
          if (names.has(name)) return `no field is called ${name}`
          below.push(name, inner)
        }
      }
    }
    level = below
  }
  return undefined
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** A body as JSON; throws request.invalid where it is no UTF-8, no JSON, or says one field twice: nobody knows which was meant. */
export function parseJson(bytes: Uint8Array): unknown {
  const invalid = (why: string) => problems.invalid({ field: 'request', why })
  let text: string
  let value: unknown
  try {
    text = utf8.decode(bytes)
  } catch {
    throw invalid('no UTF-8')
  }
  try {
    value = JSON.parse(text)
  } catch {
    throw invalid('no JSON')
  }
  // Each field has one colon outside of texts; a name said twice leaves fewer fields than colons.
  const colons = text.replace(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1
  if (colons !== countFields(value)) throw invalid('a field is said twice')
  return value
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
