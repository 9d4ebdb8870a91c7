import { posix } from 'node:path'
import { pipeline, type Readable, Transform } from 'node:stream'
import { crc32 } from 'node:zlib'
import * as yauzl from 'yauzl'
import { sheetLimits, sheetProblems } from '../sheet-problems.ts'
import { attribute, readXml } from './xml.ts'

/** A relation of one part to another: its id, the last word of its type (`worksheet`, `styles`), and the part that it names. */
export interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
}

/** The parts of an Office Open XML file (ECMA-376 part 2): named without regard to case, related by the files under `_rels`. */
export interface Package {
  has(part: string): boolean
  /** A part unpacked; one that unpacks to more, less or other than its directory says ends in an error. */
  open(part: string): Promise<Readable>
  /** The relations of a part, those of the file itself for ''. */
  relations(part: string): Promise<readonly Relation[]>
  close(): void
}

/** Opens the ZIP, also a ZIP64, by its directory; refuses what would unpack beyond the limit, or has a password. */
export async function openPackage(path: string): Promise<Package> {
  // Names are compared, never used as paths: the reader's own checks of them would refuse files that spreadsheets open.
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false })
  try {
    const entries = await listEntries(zip)
    const has = (part: string) => entries.has(part.toLowerCase())
    const open = async (part: string) => {
      const entry = entries.get(part.toLowerCase())
      if (!entry) throw sheetProblems.notASheet({})
      if (entry.isEncrypted()) throw sheetProblems.locked({})
      return checked(await zip.openReadStreamPromise(entry), entry.crc32)
    }
    return {
      has,
      open,
      relations: async (part) => {
        const list = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)
        return has(list) ? readRelations(await open(list), posix.dirname(part)) : []
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

// A copy that was cut or a disk that failed may leave a file that still unpacks, with other letters in a name: the sum of its
// directory (CRC-32, APPNOTE.TXT 4.4.7) tells. The reader of the ZIP does not ask it.
function checked(stream: Readable, due: number): Readable {
  let sum = 0
  const check = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum = crc32(chunk, sum)
      done(null, chunk)
    },
    flush: (done) => done(sum === due ? null : sheetProblems.damaged({})),
  })
  // Whoever reads hears of every fault; here it only has to end both.
  return pipeline(stream, check, () => {})
}

async function listEntries(zip: yauzl.ZipFile): Promise<ReadonlyMap<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>()
  if (zip.entryCount > sheetLimits.parts) throw sheetProblems.tooLarge({ limit: `${sheetLimits.parts} 个部件` })
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize
    if (unpacked > sheetLimits.unpackedBytes) throw sheetProblems.tooLarge({ limit: '25 万行' })
    entries.set(nameOf(entry.fileName as unknown as Buffer), entry)
  }
  return entries
}

const nameOf = (bytes: Buffer) => bytes.toString('utf8').replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

async function readRelations(stream: Readable, folder: string): Promise<Relation[]> {
  const relations: Relation[] = []
  await readXml(stream, {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return
      const target = decoded(attribute(attributes, 'Target') ?? '')
      relations.push({
        id: attribute(attributes, 'Id') ?? '',
        type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        target: target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(folder, target)),
      })
    },
  })
  return relations
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target).replaceAll('\\', '/')
  } catch {
    return target
  }
}
