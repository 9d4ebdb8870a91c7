import * as XLSX from '@e965/xlsx'

type Sheet = { readonly '!data'?: readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[] }

/**
 * How to read the texts of an .xls: as they are since Excel 97, which keeps Unicode. Older ones keep the bytes of the machine's
 * encoding, which the library takes for Western letters; where all of them are Chinese in GB18030 or, if the file says so, Big5,
 * they are read as such, whatever else the file says of itself.
 */
export function textOfOld(bytes: Buffer, { Sheets: sheets, SheetNames: names }: XLSX.WorkBook): (text: string) => string {
  const asItIs = (text: string) => text
  const stream = streamOf(bytes)
  if (stream.readUInt16LE(4) === 0x0600) return asItIs
  const encoding = codepageOf(stream) === 950 ? 'big5' : 'gb18030'
  const read = (text: string) => (/^[\0-\x7f]*$/.test(text) ? text : decoded(encoding, text))
  const readable = (text: string) => read(text) !== undefined
  const cells = Object.values(sheets as Record<string, Sheet>).flatMap((sheet) => sheet['!data'] ?? [])
  const all = cells.every((line) => (line ?? []).every((cell) => typeof cell?.v !== 'string' || readable(cell.v)))
  return all && names.every(readable) ? (text) => read(text) ?? text : asItIs
}

function streamOf(bytes: Buffer): Buffer {
  if (bytes[0] !== 0xd0) return bytes
  const container = XLSX.CFB.read(bytes, { type: 'buffer' })
  const found = XLSX.CFB.find(container, 'Workbook') ?? XLSX.CFB.find(container, 'Book')
  return Buffer.from((found?.content as Uint8Array | undefined) ?? new Uint8Array(6))
}

// The record CODEPAGE of BIFF: [MS-XLS] 2.4.52.
function codepageOf(stream: Buffer): number | undefined {
  for (let at = 0, seen = 0; at + 6 <= stream.length && seen < 200; at += 4 + stream.readUInt16LE(at + 2), seen++)
    if (stream.readUInt16LE(at) === 0x42) return stream.readUInt16LE(at + 4)
  return undefined
}

// Signs of Windows' Western encoding between 0x80 and 0x9f, by which the library may have read a byte.
const western = new Map(
  Array.from(
    { length: 32 },
    (_, at) => [new TextDecoder('windows-1252').decode(Uint8Array.of(0x80 + at)).charCodeAt(0), 0x80 + at] as const,
  ),
)

function decoded(encoding: string, text: string): string | undefined {
  const bytes = Uint8Array.from(text, (sign) => {
    const code = sign.charCodeAt(0)
    return code < 256 ? code : (western.get(code) ?? 0xff)
  })
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
