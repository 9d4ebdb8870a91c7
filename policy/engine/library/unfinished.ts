import type { Finding } from '../answer.ts'
import type { LineOf } from '../pack/located.ts'

/** How a blank of a template is marked; what is to be filled in stands inside. */
const blank = /【填([^】]*)】/g

/** What a draft may lack while it is written: blanks of a template, and the English side of its words. */
export interface Unfinished {
  /** The parsed text with the Chinese in place of English that is missing, so that all else can be checked. */
  raw: unknown
  blanks: readonly Finding[]
  english: readonly Finding[]
}

type Path = readonly (string | number)[]

// Parts in which nothing is unfinished; a part that stands unchanged in the next text of a draft is the same object, and stays it.
const finished = new WeakSet<object>()

/** Finds what is unfinished in the parsed text of a pack: each blank and each missing English text at its line. */
export function findUnfinished(file: string, raw: unknown, lineOf: LineOf): Unfinished {
  const blanks: Finding[] = []
  const english: Finding[] = []
  const at = (path: Path) => {
    const line = lineOf(path)
    return line === undefined ? {} : { line }
  }
  const seek = (text: string, path: Path) => {
    for (const [, what = ''] of text.matchAll(blank)) {
      const said = { zh: `还没填：${what}`, en: `still to be filled in: ${what}` }
      blanks.push({ file, code: 'blank.left', text: said, ...at(path) })
    }
  }
  const walk = (value: unknown, path: Path): unknown => {
    if (typeof value === 'string') seek(value, path)
    if (typeof value !== 'object' || value === null || finished.has(value)) return value
    const before = blanks.length + english.length
    const read = Array.isArray(value) ? value.map((each, nth) => walk(each, [...path, nth])) : walkKeys(value, path)
    if (blanks.length + english.length > before) return read
    finished.add(value)
    return value
  }
  const walkKeys = (value: object, path: Path): unknown => {
    const entries = Object.entries(value).map(([key, each]) => [key, walk(each, [...path, key])] as const)
    const read = Object.fromEntries(entries) as Record<string, unknown>
    const { zh, en } = read
    const lacks = typeof zh === 'string' && zh !== '' && (en === undefined || en === null || en === '')
    if (!lacks) return read
    const text = { zh: `缺英文：${zh}`, en: `the English is missing: ${zh}` }
    english.push({ file, code: 'english.missing', text, ...at([...path, 'zh']) })
    return { ...read, en: zh }
  }
  return { raw: walk(raw, []), blanks, english }
}
