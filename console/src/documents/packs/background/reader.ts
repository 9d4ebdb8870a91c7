import { completeAt } from '@wangdi/policy/engine/library/complete.ts'
import { editText } from '@wangdi/policy/engine/library/edit/edit.ts'
import { namesIn } from '@wangdi/policy/engine/library/form/own-names.ts'
import { documentKeys, newEntry, outlineOf } from '@wangdi/policy/engine/library/form/parts.ts'
import { orderOf } from '@wangdi/policy/engine/library/form/schema-nodes.ts'
import { parseYaml } from '@wangdi/policy/engine/library/text.ts'
import type { LineOf } from '@wangdi/policy/engine/pack/located.ts'
import { valueAt } from '../form/value-at.ts'
import { blockLength, type OutlineBlock, type Path, type ReaderAnswer, type ReaderQuestion } from './questions.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const headOf = (raw: unknown) =>
  isRecord(raw) ? Object.fromEntries(documentKeys.flatMap((key) => (key in raw ? [[key, raw[key]]] : []))) : {}

function blocksOf(raw: unknown): { counts: Record<string, number>; blocks: OutlineBlock[] } {
  const sections = outlineOf(raw).filter(({ list }) => list)
  const blocks = sections.flatMap(({ id, parts }) =>
    Array.from({ length: Math.ceil(parts.length / blockLength) }, (_, nth): OutlineBlock => {
      const titles = parts.slice(nth * blockLength, (nth + 1) * blockLength).map(({ title }) => title)
      return { section: id, nth, titles }
    }),
  )
  return { counts: Object.fromEntries(sections.map(({ id, parts }) => [id, parts.length])), blocks }
}

/**
 * Answers what is asked about the text of a pack: hints, its outline, the part that is open, changes by the form. What was told
 * before and is still so is not told again; of a text that cannot be read the last one that could stands.
 */
export function makeReader(say: (answer: ReaderAnswer) => void): (question: ReaderQuestion) => void {
  let text = ''
  let texts = 0
  let last: string | undefined
  let isReadable = false
  let raw: unknown = {}
  let own = namesIn(undefined)
  let lineOf: LineOf = () => undefined
  const told = new Map<string, string>()

  const read = () => {
    if (last === text) return
    last = text
    const parsed = parseYaml('pack.yaml', text)
    isReadable = 'raw' in parsed
    if (!('raw' in parsed)) return
    raw = parsed.raw ?? {}
    own = namesIn(raw)
    lineOf = parsed.lineOf
  }
  /** Whether something is to be told: it is not what was told before under that name. */
  const isNews = (name: string, value: unknown) => {
    const said = JSON.stringify(value)
    if (told.get(name) === said) return false
    told.set(name, said)
    return true
  }
  const tellHints = (caret: number) => {
    const offer = completeAt(text, caret, own)
    if (isNews('hints', [texts, caret, offer])) say({ is: 'hints', caret, text: texts, offer })
  }
  const tellOutline = () => {
    const { counts, blocks } = blocksOf(raw)
    const fresh = blocks.filter(({ section, nth, titles }) => isNews(`block ${section} ${nth}`, titles))
    const isCount = isNews('counts', counts)
    if (isCount || fresh.length > 0) say({ is: 'outline', counts, blocks: fresh })
  }
  const tellPart = (open: Path) => {
    // A list of which no entry is chosen is no part.
    const isEntry = open.some((key) => typeof key === 'number')
    const value = isEntry ? valueAt(raw, open) : undefined
    // Names of measures are many, and no field of the form offers them.
    const part = { readable: isReadable, open, head: headOf(raw), value, own: { ...own, measures: [] } }
    if (isNews('part', part)) say({ is: 'part', part })
  }
  const look = ({ caret, open }: Extract<ReaderQuestion, { ask: 'look' }>) => {
    // While a word is half written the text may not be readable; its names are those of before.
    if (caret !== undefined && last !== undefined) tellHints(caret)
    read()
    tellPart(open)
    tellOutline()
    if (caret !== undefined) tellHints(caret)
  }
  return (question) => {
    if (question.text !== undefined) {
      text = question.text
      texts += 1
    }
    const { nth } = question
    switch (question.ask) {
      case 'look':
        look(question)
        return say({ is: 'done', of: nth })
      case 'edit':
        return say({ is: 'edited', of: nth, done: editText(text, question.path, question.value, orderOf) })
      case 'add': {
        read()
        const isEntry = typeof question.path.at(-1) === 'number'
        const list = isEntry ? question.path.slice(0, -1) : question.path
        const entries = valueAt(raw, list)
        const at = isEntry ? [...list, Array.isArray(entries) ? entries.length : 0] : list
        return say({ is: 'edited', of: nth, done: editText(text, at, newEntry(raw, list), orderOf) })
      }
      case 'line':
        read()
        return say({ is: 'line', of: nth, line: isReadable ? lineOf(question.path) : undefined })
    }
  }
}
