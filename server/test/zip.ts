// ZIP files and workbooks made by hand, in the shapes that programs write and in those that attackers do.
import { crc32, deflateRawSync } from 'node:zlib'

/** How the file is written; unsaid, as most programs do. */
export interface ZipShape {
  /** Members not packed. */
  readonly stored?: boolean
  /** Sizes and places in 64 bits, with the marks of 32 bits all ones. */
  readonly zip64?: boolean
  /** Sizes behind the data, none before it: how a program writes that streams. */
  readonly descriptors?: boolean
  /** What the directory says that a member unpacks to, whatever it does. */
  readonly says?: number
  /** What is done to a member after its checksum was made. */
  readonly damage?: (path: string, plain: Buffer) => Buffer
}

const ones = 0xffffffff
const bytes = (...parts: readonly [1 | 2 | 4 | 8, number][]) =>
  Buffer.concat(
    parts.map(([size, value]) => {
      const part = Buffer.alloc(size)
      if (size === 8) part.writeBigUInt64LE(BigInt(value))
      else part.writeUIntLE(value, 0, size)
      return part
    }),
  )

/** Makes a ZIP of members, names as given. */
export function zipOf(members: readonly (readonly [string, string | Buffer])[], shape: ZipShape = {}): Buffer {
  const { stored = false, zip64 = false, descriptors = false } = shape
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, content] of members) {
    const name = Buffer.from(path)
    const whole = Buffer.from(content)
    const sum = crc32(whole)
    const plain = shape.damage?.(path, whole) ?? whole
    const body = stored ? plain : deflateRawSync(plain)
    const size = shape.says ?? plain.length
    const flags = 0x800 | (descriptors ? 8 : 0)
    const known = (value: number) => (descriptors ? 0 : zip64 ? ones : value)
    const common = (version: number) =>
      bytes([2, version], [2, flags], [2, stored ? 0 : 8], [2, 0], [2, 33], [4, descriptors ? 0 : sum])
    const wide = zip64 && !descriptors ? bytes([2, 1], [2, 16], [8, size], [8, body.length]) : Buffer.alloc(0)
    const head = Buffer.concat([
      bytes([4, 0x04034b50]),
      common(zip64 ? 45 : 20),
      bytes([4, known(body.length)], [4, known(size)], [2, name.length], [2, wide.length]),
      name,
      wide,
    ])
    const tail = descriptors
      ? bytes([4, 0x08074b50], [4, sum], [zip64 ? 8 : 4, body.length], [zip64 ? 8 : 4, size])
      : Buffer.alloc(0)
    const extra = zip64 ? bytes([2, 1], [2, 24], [8, size], [8, body.length], [8, offset]) : Buffer.alloc(0)
    const said = (value: number) => (zip64 ? ones : value)
    directory.push(
      bytes([4, 0x02014b50], [2, 45], [2, zip64 ? 45 : 20], [2, flags], [2, stored ? 0 : 8], [2, 0], [2, 33], [4, sum]),
      bytes([4, said(body.length)], [4, said(size)], [2, name.length], [2, extra.length], [2, 0], [2, 0], [2, 0], [4, 0]),
      bytes([4, said(offset)]),
      name,
      extra,
    )
    bodies.push(head, body, tail)
    offset += head.length + body.length + tail.length
  }
  const list = Buffer.concat(directory)
  const count = members.length
  const end = zip64
    ? Buffer.concat([
        bytes([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, count], [8, count], [8, list.length], [8, offset]),
        bytes([4, 0x07064b50], [4, 0], [8, offset + list.length], [4, 1]),
        bytes([4, 0x06054b50], [2, ones & 0xffff], [2, 0xffff], [2, 0xffff], [2, 0xffff], [4, ones], [4, ones], [2, 0]),
      ])
    : bytes([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, list.length], [4, offset], [2, 0])
  return Buffer.concat([...bodies, list, end])
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const related = (list: readonly (readonly [string, string, string])[]) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** The parts of a workbook of one sheet; `sheetData` is what stands within its root. */
export interface WorkbookParts {
  readonly sheet: string
  readonly strings?: string
  readonly styles?: string
  /** Where the main part lies; its sheet, texts and styles lie beside it. */
  readonly main?: string
}

/** The members of a workbook's file. */
export function workbookMembers({ sheet, strings, styles, main: path = 'xl/workbook.xml' }: WorkbookParts): [string, string][] {
  const folder = path.split('/').slice(0, -1).join('/')
  const name = path.split('/').at(-1) ?? ''
  const within = (part: string) => (folder === '' ? part : `${folder}/${part}`)
  return [
    ['_rels/.rels', related([['rId1', 'officeDocument', path]])],
    [
      path,
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      within(`_rels/${name}.rels`),
      related([
        ['rId1', 'worksheet', 'worksheets/first.xml'],
        ['rId2', 'sharedStrings', 'texts.xml'],
        ['rId3', 'styles', 'styles.xml'],
      ]),
    ],
    [within('worksheets/first.xml'), sheet],
    ...(strings === undefined ? [] : [[within('texts.xml'), strings] as [string, string]]),
    ...(styles === undefined ? [] : [[within('styles.xml'), styles] as [string, string]]),
  ]
}

/** A sheet's root around its rows and what follows them. */
export const sheetXml = (rows: string, after = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`

/** A row of texts within its cells. */
export const rowXml = (number: number, texts: readonly string[]): string =>
  `<row r="${number}">${texts
    .map((text, at) => `<c r="${String.fromCharCode(65 + at)}${number}" t="inlineStr"><is><t>${text}</t></is></c>`)
    .join('')}</row>`
