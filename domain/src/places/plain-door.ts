import { withDigits } from '../text/chinese-numbers.ts'
import { halfWidth } from '../text/half-width.ts'

/** A part of a door in half-width signs without blanks; words of Chinese characters alone as they are. */
export const plain = (text: string) =>
  /^[\u4e00-\u9fff]*$/.test(text) ? text : halfWidth(text).replace(/\s+/g, '').replace(numberWritten, '$1')
// 402.0 is how some programs write the number 402.
const numberWritten = /^([0-9]+)\.0+$/
const bare = (text: string) => withDigits(plain(text)).replace(/^0+(?=[0-9])/, '')

/** One spelling for 1号楼, 1栋, 1#, 一号楼, 01: `1号楼`, for A座, a栋, A: `A栋`; names such as 东楼 stay. */
export function plainBuilding(text: string): string {
  if (/^[1-9][0-9]*号楼$/.test(text)) return text
  const bared = bare(text)
  const found = /^([0-9]+)(?:号楼?|栋|幢|座|#楼?|楼|号院)?$/.exec(bared)
  if (found) return `${found[1]}号楼`
  const lettered = /^([A-Za-z][0-9]{0,2})(?:号楼?|栋|幢|座|#楼?|楼)?$/.exec(bared)
  return lettered ? `${lettered[1]?.toUpperCase()}栋` : plain(text)
}

/** One spelling for 2单元, 二单元, 2门, 2: `2单元`; names stay. */
export function plainUnit(text: string): string {
  if (/^[1-9][0-9]*单元$/.test(text)) return text
  const found = /^([0-9]+)(?:单元|门|门洞)?$/.exec(bare(text))
  return found ? `${found[1]}单元` : plain(text)
}

/** A room without 室, 号 and zeros before it, its letters large: `402`, `501A`. */
export const plainRoom = (text: string): string =>
  /^[1-9][0-9]*$/.test(text)
    ? text
    : plain(text)
        .replace(/(?:号房|房间|号|室|户|房)$/, '')
        .replace(/^0+(?=[0-9])/, '')
        .toUpperCase()

/** One spelling for 三组, 3组, 第三村民小组, 3: `3组`. */
export function plainGroup(text: string): string {
  const found = /^第?([0-9]+)(?:村民|居民)?小?组?$/.exec(bare(text))
  return found ? `${found[1]}组` : plain(text)
}
