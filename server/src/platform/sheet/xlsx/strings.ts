import { sheetLimits, sheetProblems } from '../sheet-problems.ts'
import type { Package } from './package.ts'
import { readXml } from './xml.ts'

/** Gathers the text of an item (`si`, `is`): its runs joined, without the readings that stand above Chinese characters. */
export interface TextOfItem {
  open(name: string): void
  close(name: string): void
  text(piece: string): void
  /** The text of the item that ends here; the next begins. */
  take(): string
}

/** Starts gathering. */
export function textOfItem(): TextOfItem {
  let text = ''
  let inText = false
  let readings = 0
  return {
    open(name) {
      if (name === 'rPh') readings += 1
      else if (name === 't') inText = readings === 0
    },
    close(name) {
      if (name === 'rPh') readings -= 1
      else if (name === 't') inText = false
    },
    text(piece) {
      if (inText) text += piece
      if (text.length > sheetLimits.textCharacters) throw sheetProblems.tooLarge({ limit: '一格 3 万字' })
    },
    take() {
      const whole = unescaped(text)
      text = ''
      inText = false
      readings = 0
      return whole
    },
  }
}

/** Text with the signs that XML forbids, which spreadsheets write as _x000D_ (ECMA-376 part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** The shared strings of a workbook in their order; none where it has no such part. */
export async function readStrings(file: Package, part: string | undefined): Promise<string[]> {
  const strings: string[] = []
  if (part === undefined) return strings
  const item = textOfItem()
  let characters = 0
  await readXml(await file.open(part), {
    open: item.open,
    text: item.text,
    close(name) {
      item.close(name)
      if (name !== 'si') return
      const text = item.take()
      strings.push(text)
      characters += text.length
      if (strings.length > sheetLimits.strings || characters > sheetLimits.stringCharacters)
        throw sheetProblems.tooLarge({ limit: '25 万行' })
    },
  })
  return strings
}
