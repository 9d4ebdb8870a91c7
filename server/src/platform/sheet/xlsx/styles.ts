import type { Package } from './package.ts'
import { attribute, readXml } from './xml.ts'

// Built-in formats that show a day: ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are those of Chinese installations.
const dayFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58])

// Texts in quotes, colours in brackets, escapes and paddings are no signs; 年, 月 and 日 are, also in quotes.
const bare = (code: string) =>
  code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, (part) => (/[年月日]/.test(part) ? '日' : '')).replace(/general/gi, '')

/** Whether a number format shows a day: signs of year or day, or of a month without a clock. */
export const showsDay = (code: string): boolean => /[yd年日]|^[^hs]*m[^hs]*$/i.test(bare(code.slice(0, 300)))

/** For each cell style of a workbook, whether it shows its number as a day; none where it has no such part. */
export async function readStyles(file: Package, part: string | undefined): Promise<boolean[]> {
  if (part === undefined) return []
  const codes = new Map<number, string>()
  const formats: number[] = []
  let inCellFormats = false
  await readXml(await file.open(part), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(numberOf(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
      else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats) formats.push(numberOf(attribute(attributes, 'numFmtId')))
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return formats.map((id) => {
    const code = codes.get(id)
    return code === undefined ? dayFormats.has(id) : showsDay(code)
  })
}

const numberOf = (text: string | undefined) => Number(text ?? 0)
