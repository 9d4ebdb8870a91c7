import type { SlipKind } from './slip.ts'

/** Brackets that are open: where they began, and the keys that each pair of braces has so far. */
export interface Flow {
  readonly line: number
  readonly column: number
  readonly open: { readonly sign: '{' | '['; readonly keys: Set<string> }[]
  hash: boolean
}

type Note = (kind: SlipKind, about?: string, sure?: boolean) => void

const wideQuotes = /^[“”‘’「『]/
const closes = { '}': '{', ']': '[' } as const

/** Where a text in quotes ends that begins at a sign; -1 where it does not end in this line. */
export function endOfQuoted(text: string, at: number): number {
  const quote = text[at]
  for (let here = at + 1; here < text.length; here += 1) {
    if (quote === '"' && text[here] === '\\') here += 1
    else if (text[here] === quote) {
      if (quote !== "'" || text[here + 1] !== quote) return here
      here += 1
    }
  }
  return -1
}

/** What is written plainly between brackets: a key with its colon, or a value. */
function readPlain(rest: string, inMap: boolean, keys: Set<string>, note: Note): number {
  const key = inMap ? /^([A-Za-z][\w./@-]*)(\s*)(：|:(?!\/\/))(.?)/.exec(rest) : null
  if (key) {
    const [, name = '', gap = '', colon, after = ''] = key
    if (keys.has(name)) note('key-twice', name)
    keys.add(name)
    if (colon === '：') note('wide-colon', name)
    else if (/[\u3000\u00a0]/.test(after)) note('wide-space')
    else if (after !== '' && !/[\s,{}[\]]/.test(after)) note('colon-space', name)
    return name.length + gap.length + 1
  }
  const text = /^[^,{}[\]]+/.exec(rest)?.[0] ?? rest[0] ?? ''
  const [said = ''] = text.split(/\s#/)
  if (wideQuotes.test(said)) note('wide-quote', '', false)
  if (inMap && /[，、；]\s*[A-Za-z][\w./-]*\s*[:：]/.test(said)) note('wide-comma')
  else if (!inMap && /[\w-]\s*[，、]\s*[\w-]/.test(said)) note('wide-comma')
  else if (inMap && /[^\s]: /.test(said)) note('colon-in-text', '', false)
  return said.length < text.length ? said.length : text.length
}

/** Reads a line, or what is left of one, between brackets; tells of each slip, and leaves in `flow` what is still open. */
export function readFlow(text: string, flow: Flow, note: Note): void {
  for (let at = 0; at < text.length; ) {
    const sign = text[at] ?? ''
    const top = flow.open.at(-1)
    if (!top) {
      if (/^[}\]]/.test(text.slice(at).trimStart())) note('bracket-extra', text.slice(at).trimStart()[0])
      return
    }
    if (/\s|,/.test(sign)) at += 1
    else if (sign === '{' || sign === '[') {
      flow.open.push({ sign, keys: new Set() })
      at += 1
    } else if (sign === '}' || sign === ']') {
      if (top.sign !== closes[sign]) {
        note('bracket-open', top.sign)
        flow.open.length = 0
        return
      }
      flow.open.pop()
      at += 1
    } else if (sign === '#' && /^$|\s/.test(text[at - 1] ?? '')) {
      flow.hash = true
      return
    } else if (sign === '"' || sign === "'") {
      const end = endOfQuoted(text, at)
      if (end < 0) {
        note('quote')
        flow.open.length = 0
        return
      }
      at = end + 1
      const [next = ','] = text.slice(at).trimStart()
      if (next === '，' || next === '、') note('wide-comma')
      else if (!/[,}\]:#]/.test(next)) note('quote')
    } else at += Math.max(1, readPlain(text.slice(at), top.sign === '{', top.keys, note))
  }
}
