import { createReadStream } from 'node:fs'
import { firstOf } from '../first-bytes.ts'
import { sheetProblems } from '../sheet-problems.ts'

/** How a text file is written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

const lookedAt = 256 * 1024

/**
 * Finds the encoding of a text file: by its mark; by how zero bytes stand in it (UTF-16 without a mark); UTF-8 where nearly all
 * that is not ASCII fits, even if single bytes are broken; else GB18030, which old spreadsheets save. Another encoding is
 * refused with its name, since names read in the wrong one would be names of nobody.
 */
export async function encodingOf(path: string): Promise<Encoding> {
  const begin = await firstOf(path, lookedAt)
  if (begin[0] === 0xff && begin[1] === 0xfe) return 'utf-16le'
  if (begin[0] === 0xfe && begin[1] === 0xff) return 'utf-16be'
  if (begin.includes(0)) return whichUtf16(begin)
  if (await fitsUtf8(path)) return 'utf-8'
  return whichChinese(begin)
}

// Digits, commas and line ends of a roster have a zero beside them in UTF-16: before it or after it.
function whichUtf16(begin: Buffer): Encoding {
  let even = 0
  let odd = 0
  for (let at = 0; at < begin.length; at++) {
    if (begin[at] !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  const many = begin.length / 20
  if (odd > many && even * 20 < odd) return 'utf-16le'
  if (even > many && odd * 20 < even) return 'utf-16be'
  throw sheetProblems.notASheet({})
}

async function fitsUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8')
  let good = 0
  let bad = 0
  const count = (text: string) => {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === 0xfffd) bad += 1
      else if (code > 127) good += 1
    }
  }
  for await (const chunk of createReadStream(path)) count(decoder.decode(chunk as Buffer, { stream: true }))
  count(decoder.decode())
  // Characters of GB18030 or Big5 hardly ever look like one of UTF-8.
  return bad === 0 || good > bad * 4
}

const heads = /姓名|身份证|证件|电话|手机|性别|住址|地址|户主|备注|号楼|单元|出生|年龄|社区/g
const wideHeads = /姓名|身[份分]證|證件|電話|手機|性別|住址|地址|戶主|備註|號樓|單元|出生|年齡|社區/g
const koreanOrJapanese = /[가-힣]{2}|[ぁ-んァ-ヶ]{3}|電話番号|氏名|성명|전화/g
const hits = (text: string, words: RegExp) => text.match(words)?.length ?? 0

function whichChinese(begin: Buffer): Encoding {
  const as = (encoding: string) => new TextDecoder(encoding).decode(begin)
  const chinese = as('gb18030')
  const said = hits(chinese, heads)
  if (hits(as('big5'), wideHeads) > said) throw sheetProblems.otherEncoding({ encoding: 'Big5' })
  for (const [encoding, name] of [
    ['shift_jis', 'Shift-JIS'],
    ['euc-kr', 'EUC-KR'],
  ] as const)
    if (said === 0 && hits(as(encoding), koreanOrJapanese) > 3) throw sheetProblems.otherEncoding({ encoding: name })
  const broken = hits(chinese, /\ufffd/g)
  if (broken * 20 > hits(chinese, /[^\u0000-\u007f]/g)) throw sheetProblems.otherEncoding({ encoding: '?' })
  return 'gb18030'
}

/** The text of a file, decoded chunk by chunk; what cannot be decoded is U+FFFD, told later with its cell. */
export async function* decoded(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}
