import { crc32, inflate } from 'node:zlib'
import { promisify } from 'node:util'
import { fileProblems } from '@wangdi/domain/kinds/file/file.problems.ts'
import { judgeSides } from './reading.ts'

/** How every PNG begins (W3C PNG, 5.2). */
export const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

// What is seen; all else (texts, times, EXIF, profiles, moving pictures) is left out.
const seen = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const unpack = promisify(inflate) as unknown as (
  packed: Buffer,
  options: { maxOutputLength: number; info: true },
) => Promise<{ buffer: Buffer; engine: { bytesWritten: number } }>
const no = () => fileProblems.notImage({})

interface Chunk {
  readonly type: string
  readonly data: Buffer
  readonly whole: Buffer
}

/** The chunks up to the last; throws where one is broken, and where something follows the last. */
function chunksOf(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = pngSignature.length; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) throw no()
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw no()
    const type = bytes.toString('latin1', at + 4, at + 8)
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) })
    if (type === 'IEND') {
      if (end !== bytes.length || end - at !== 12) throw fileProblems.moreInside({})
      return chunks
    }
    at = end
  }
  throw no()
}

/** How many bytes the picture comes to, with a byte before each line; an interlaced one is not taken. */
function unpackedBytes(head: Buffer): number {
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  judgeSides(width, height)
  const [depth = 0, colour = 1, , , interlaced] = head.subarray(8)
  const bits = (samples[colour] ?? 0) * depth
  if (bits === 0 || ![1, 2, 4, 8, 16].includes(depth) || interlaced !== 0) throw no()
  return height * (1 + Math.ceil((width * bits) / 8))
}

/**
 * A PNG of which nothing is left but the picture. Throws `kinds.file-not-image` where it is none or comes to more than its head says,
 * `kinds.file-more-inside` where something follows its end, `kinds.file-too-wide`.
 */
export async function plainPng(bytes: Buffer): Promise<Buffer> {
  const chunks = chunksOf(bytes)
  const [head] = chunks
  if (head?.type !== 'IHDR' || head.data.length !== 13) throw no()
  const due = unpackedBytes(head.data)
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  // Never more than one byte beyond what is due, whatever it would come to.
  const unpacked = await unpack(packed, { maxOutputLength: due + 1, info: true }).catch(() => undefined)
  if (unpacked?.buffer.length !== due) throw no()
  if (unpacked.engine.bytesWritten !== packed.length) throw fileProblems.moreInside({})
  return Buffer.concat([pngSignature, ...chunks.filter(({ type }) => seen.has(type)).map(({ whole }) => whole)])
}
