// Photos as cameras make them, small: whole and valid, with what cameras add.
import { crc32, deflateSync } from 'node:zlib'
import type { Fields, Values } from '@wangdi/domain/kinds/fields.ts'
import { fileRoadOf, holdsFiles } from '@wangdi/domain/kinds/file/file.ts'
import type { ProblemReply } from '@wangdi/domain/endpoint.ts'
import { v7 as newId } from 'uuid'
import type { Caller, House } from '../house.ts'

const segment = (marker: number, data: Buffer | readonly number[]): Buffer => {
  const body = Buffer.from(data)
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
const u16 = (n: number) => [n >> 8, n & 255]
const oneCode = [1, ...Array.from({ length: 15 }, () => 0), 0]

/** What a phone writes into a photo: who made it, and where: 34°44′30″ N, 113°39′0″ E. */
export function gpsExif(): Buffer {
  const maker = Buffer.from('WangdiPhone X9\0')
  const ascii = (tag: number, text: string) => entry(tag, 2, text.length + 1, Buffer.from(`${text}\0`.padEnd(4, '\0')))
  const entry = (tag: number, type: number, count: number, value: Buffer) => {
    const made = Buffer.alloc(12)
    made.writeUInt16LE(tag, 0)
    made.writeUInt16LE(type, 2)
    made.writeUInt32LE(count, 4)
    value.copy(made, 8, 0, 4)
    return made
  }
  const at = (offset: number) => {
    const made = Buffer.alloc(4)
    made.writeUInt32LE(offset)
    return made
  }
  const rationals = (...all: number[]) => Buffer.concat(all.flatMap((n) => [at(n), at(1)]))
  const first = 8
  const gps = first + 2 + 2 * 12 + 4
  const rest = gps + 2 + 4 * 12 + 4
  const tiff = Buffer.concat([
    Buffer.from('II*\0'),
    at(first),
    Buffer.from([2, 0]),
    entry(0x010f, 2, maker.length, at(rest)),
    entry(0x8825, 4, 1, at(gps)),
    at(0),
    Buffer.from([4, 0]),
    ascii(1, 'N'),
    entry(2, 5, 3, at(rest + maker.length)),
    ascii(3, 'E'),
    entry(4, 5, 3, at(rest + maker.length + 24)),
    at(0),
    maker,
    rationals(34, 44, 30),
    rationals(113, 39, 0),
  ])
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff]))
}

/** A grey baseline JPEG of these sides (8 × 8 unless said), with what is put between its head and its picture. */
export function jpeg({
  width = 8,
  height = 8,
  aside = Buffer.alloc(0),
}: {
  width?: number
  height?: number
  aside?: Buffer
} = {}) {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8)
  // Each block is two bits: no change of grey, and its end.
  const coded = Buffer.alloc(Math.min(Math.ceil(blocks / 4), 4096))
  if (blocks % 4 !== 0 && coded.length > 0) coded[coded.length - 1] = 0xff >> ((blocks % 4) * 2)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    aside,
    segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]),
    segment(0xc0, [8, ...u16(height), ...u16(width), 1, 1, 0x11, 0]),
    segment(0xc4, [0x00, ...oneCode]),
    segment(0xc4, [0x10, ...oneCode]),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    coded,
    Buffer.from([0xff, 0xd9]),
  ])
}

/** A remark as programs leave it in a JPEG. */
export const remark = (text: string): Buffer => segment(0xfe, Buffer.from(text))

/** A chunk of a PNG. */
export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const made = Buffer.alloc(8 + body.length)
  made.writeUInt32BE(data.length, 0)
  body.copy(made, 4)
  made.writeUInt32BE(crc32(body), 4 + body.length)
  return made
}

/** A grey PNG of these sides (8 × 8 unless said), with what is put before its picture; `packed` in place of the right picture. */
export function png({
  width = 8,
  height = 8,
  aside = Buffer.alloc(0),
  packed = deflateSync(Buffer.alloc(height * (width + 1))),
}: {
  width?: number
  height?: number
  aside?: Buffer
  packed?: Buffer
} = {}): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    aside,
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Puts a photo for an act of a kind; its id, or the code of the refusal. */
export async function putPhoto(
  house: Pick<House, 'url'>,
  by: Pick<Caller, 'headers'>,
  { kind, act, file = newId(), bytes = jpeg() }: { kind: string; act: string; file?: string; bytes?: Buffer },
): Promise<{ status: number; id: string; code: string | undefined }> {
  const answer = await fetch(`${house.url}${fileRoadOf(kind, file)}?act=${act}`, {
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: { ...by.headers, 'content-type': 'application/octet-stream' },
  })
  const { id = '', code } = (await answer.json()) as { id?: string } & Partial<ProblemReply>
  return { status: answer.status, id, code }
}

/** Fetches a photo of a kind: its bytes and heads, or the code of the refusal. */
export async function fetchPhoto(house: Pick<House, 'url'>, by: Pick<Caller, 'headers'>, kind: string, file: string) {
  const answer = await fetch(house.url + fileRoadOf(kind, file), { headers: by.headers })
  const bytes = Buffer.from(await answer.arrayBuffer())
  const code = answer.ok ? undefined : (JSON.parse(bytes.toString()) as ProblemReply).code
  return { status: answer.status, code, bytes, headers: answer.headers }
}

/** A record as a form sends it with its photos: each field that holds any says one that was put for that act. */
export async function withPhotos(
  house: Pick<House, 'url'>,
  by: Pick<Caller, 'headers'>,
  of: { readonly kind: string; readonly act: string },
  fields: Fields,
  said: Values,
): Promise<Values> {
  const photos: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    if (!holdsFiles(field) || !(name in said)) continue
    const { id } = await putPhoto(house, by, of)
    photos[name] = field.type === 'file' ? [id] : { ...(said[name] as object), file: id }
  }
  return { ...said, ...photos }
}
