import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Transform, type Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { sheetLimits, sheetProblems } from './sheet-problems.ts'

/** One member of a ZIP file, from its central directory. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50

/** Lists the members of a ZIP file by its central directory; refuses what would unpack beyond the limit. */
export async function listZip(path: string): Promise<ReadonlyMap<string, ZipEntry>> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
    let end = tail.length - 22
    while (end >= 0 && tail.readUInt32LE(end) !== endSignature) end--
    if (end < 0) throw sheetProblems.notASheet({})
    const directory = await readAt(file, tail.readUInt32LE(end + 16), Math.min(tail.readUInt32LE(end + 12), 4 * 1024 * 1024))
    const entries = entriesOf(directory)
    const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
    if (unpacked > sheetLimits.unpackedBytes) throw sheetProblems.tooLarge({ limit: '25 万行' })
    return new Map(entries.map((entry) => [entry.name, entry]))
  } finally {
    await file.close()
  }
}

function entriesOf(directory: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = []
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === entrySignature; ) {
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/** The first bytes of a file, fewer where it is shorter. */
export const firstOf = (path: string, length: number): Promise<Buffer> => bytesAt(path, 0, length)

async function bytesAt(path: string, position: number, length: number): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    return await readAt(file, position, length)
  } finally {
    await file.close()
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.max(0, length)), 0, Math.max(0, length), position)
  return buffer.subarray(0, bytesRead)
}

/** Streams one member unpacked; a member that unpacks to more than its directory says ends in an error. */
export async function streamEntry(path: string, entry: ZipEntry): Promise<Readable> {
  const head = await bytesAt(path, entry.offset, 30)
  if (head.length < 30) throw sheetProblems.notASheet({})
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  const packed = createReadStream(path, { start, end: Math.max(start, start + entry.packed - 1) })
  const bounded = boundedTo(entry.unpacked)
  const inflate = entry.method === 0 ? undefined : createInflateRaw()
  const fail = (error: Error) => void bounded.destroy(error)
  packed.on('error', fail)
  inflate?.on('error', fail)
  return (inflate ? packed.pipe(inflate) : packed).pipe(bounded)
}

function boundedTo(bytes: number): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      done(seen > bytes ? sheetProblems.notASheet({}) : null, chunk)
    },
  })
}

/** Reads one small member as text; empty when the file has no such member. */
export async function entryText(path: string, entry: ZipEntry | undefined): Promise<string> {
  if (!entry) return ''
  if (entry.unpacked > 16 * 1024 * 1024) throw sheetProblems.notASheet({})
  const chunks: Buffer[] = []
  for await (const chunk of await streamEntry(path, entry)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
