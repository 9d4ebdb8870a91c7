import { brotliCompressSync, constants } from 'node:zlib'
import type { PlaceListHead } from '../../server/src/platform/national/place-list.ts'

/** A place as the source gives it: code of 2, 4, 6, 9 or 12 digits, and name. */
export interface SourcePlace {
  readonly code: string
  readonly name: string
}

// Longest first, so that the first that fits leaves the shortest rest.
const endings = [
  '社区居民居委会',
  '社区居民委员会',
  '村村民委员会',
  '社区居委会',
  '村民委员会',
  '居民委员会',
  '村委会',
  '居委会',
  '生活区',
  '委员会',
  '街道',
  '社区',
  '嘎查',
  '镇',
  '乡',
  '县',
  '区',
  '市',
]

const signs: Readonly<Record<number, string>> = { 2: '%', 4: '$', 6: '@', 9: '#' }

/**
 * Packs places into the bytes of a list file (its form is told at `openPlaceList`). Throws when a place stands without
 * the place above it, twice, or with a name that the form cannot hold.
 */
export function packPlaceList(about: Pick<PlaceListHead, 'date' | 'source' | 'within'>, places: readonly SourcePlace[]): Buffer {
  const sorted = [...places].sort((a, b) => (a.code < b.code ? -1 : 1))
  const seen = new Set<string>()
  const steps: string[] = []
  const marks: string[] = []
  const names: string[] = []
  let street = ''
  let last = 0
  for (const { code, name } of sorted) {
    const above = code.slice(0, { 2: 0, 4: 2, 6: 4, 9: 6, 12: 9 }[code.length] ?? -1)
    if (seen.has(code) || (above !== '' && !seen.has(above))) throw new Error(`place ${code} stands twice or alone`)
    if (name === '' || /[\n\p{Cc}]/u.test(name)) throw new Error(`place ${code} has a name that cannot be kept`)
    seen.add(code)
    if (code.length === 12) {
      const number = Number(code.slice(9))
      const step = number - (above === street ? last : 0)
      steps.push(step === 1 ? '' : String(step))
      street = above
      last = number
    } else {
      steps.push(signs[code.length] + code.slice(above.length))
      street = code
      last = 0
    }
    const ending = endings.findIndex((text) => name.endsWith(text) && name.length > text.length)
    marks.push(ending < 0 ? '.' : String.fromCharCode(97 + ending))
    names.push(ending < 0 ? name : name.slice(0, -(endings[ending] ?? '').length))
  }
  const text = (lines: string[]) => lines.map((line) => `${line}\n`).join('')
  const codeBytes = Buffer.from(text(steps), 'latin1')
  const head: PlaceListHead = { ...about, places: sorted.length, endings, codeBytes: codeBytes.length }
  const bytes = Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`, 'utf8'),
    codeBytes,
    Buffer.from(marks.join(''), 'latin1'),
    Buffer.from(text(names), 'utf16le'),
  ])
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
}
