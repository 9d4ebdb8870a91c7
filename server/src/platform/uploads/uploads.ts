import { mkdirSync } from 'node:fs'
import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { v4 as newFileId } from 'uuid'
import { makeLane } from '../heavy/lane.ts'
import { passOver } from './pass-over.ts'
import { uploadProblems } from './upload-problems.ts'

/** How much is kept, in bytes: one file, all of one account, all of the house. */
export interface UploadRules {
  readonly fileBytes: number
  readonly accountBytes: number
  readonly wholeBytes: number
}

/** Files that came up and wait to be used, each for the account that sent it, two hours at most. */
export interface Uploads {
  /** Keeps bytes as they come; whatever cuts them off or is over a limit leaves nothing. */
  keep(account: string, bytes: Readable): Promise<{ file: string; bytes: number }>
  /** Lets an account use a file of this machine: the command line's way. */
  lend(account: string, path: string): Promise<string>
  /** The path of a file of this account; another's is not found. */
  findPath(account: string, file: string): string | undefined
  /** The file was used: it makes room for others of its account when they come, but may be used again until then. */
  used(account: string, file: string): void
  /** Removes what another run of the server left behind; called once, before anything comes up. */
  sweep(): Promise<number>
  /** Removes everything that is kept. */
  close(): Promise<void>
}

interface Kept {
  readonly path: string
  readonly account: string
  readonly bytes: number
  readonly until: number
  readonly isOurs: boolean
  isUsed: boolean
}

const keptHours = 2
const filesOfAccount = 100
const lookEveryMs = 600_000
const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`

/** Opens the place for files in a folder of the data, which only this user may enter; names from outside are never used as paths. */
export function openUploads(folder: string, rules: UploadRules, now: () => number): Uploads {
  const files = new Map<string, Kept>()
  const coming = new Map<string, number>()
  // What comes up slowly holds a place only so long; nothing heavy is done in this lane.
  const lane = makeLane({ atOnce: 32, perAccount: 3, waiting: 0, seconds: 300 })

  const remove = async (file: string, { path, isOurs }: Kept) => {
    files.delete(file)
    if (isOurs) await rm(path, { force: true })
  }
  const dropOld = async () => {
    for (const [file, kept] of files) if (kept.until <= now()) await remove(file, kept)
  }
  const bytesOf = (account?: string) => {
    let sum = 0
    for (const kept of files.values()) if (kept.isOurs && (account === undefined || kept.account === account)) sum += kept.bytes
    for (const [who, bytes] of coming) if (account === undefined || who.startsWith(`${account} `)) sum += bytes
    return sum
  }
  const countOf = (account: string) => [...files.values()].filter((kept) => kept.account === account).length
  const isFull = (account: string) => bytesOf(account) > rules.accountBytes || countOf(account) >= filesOfAccount
  const makeRoom = async (account: string) => {
    for (const [file, kept] of files) {
      if (!isFull(account)) return
      if (kept.account === account && kept.isUsed) await remove(file, kept)
    }
    if (isFull(account)) throw uploadProblems.accountFull({ limit: megabytes(rules.accountBytes), hours: keptHours })
  }

  const write = async (account: string, file: string, path: string, bytes: Readable, signal: AbortSignal) => {
    const place = `${account} ${file}`
    const handle = await open(path, 'wx', 0o600)
    const cut = () => bytes.destroy()
    signal.addEventListener('abort', cut)
    let size = 0
    try {
      // A stream that ended here would end its connection too, and with it the answer that says why.
      for await (const chunk of bytes.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        size += chunk.length
        coming.set(place, size)
        if (size > rules.fileBytes) throw uploadProblems.tooLarge({ limit: megabytes(rules.fileBytes) })
        if (bytesOf() > rules.wholeBytes) throw uploadProblems.full({ seconds: 60 })
        await makeRoom(account)
        await writeWhole(handle, chunk)
      }
      files.set(file, { path, account, bytes: size, until: now() + keptHours * 3_600_000, isOurs: true, isUsed: false })
      return { file, bytes: size }
    } catch (error) {
      await rm(path, { force: true })
      throw error
    } finally {
      signal.removeEventListener('abort', cut)
      coming.delete(place)
      await handle.close()
    }
  }

  const look = setInterval(() => void dropOld(), lookEveryMs).unref()
  return {
    async keep(account, bytes) {
      try {
        return await lane.enter(account, undefined, async ({ signal }) => {
          await dropOld()
          await makeRoom(account)
          mkdirSync(folder, { recursive: true, mode: 0o700 })
          const file = newFileId()
          return write(account, file, join(folder, file), bytes, signal)
        })
      } catch (error) {
        passOver(bytes, rules.fileBytes)
        throw error
      }
    },
    async lend(account, path) {
      const { size } = await stat(path)
      const file = newFileId()
      files.set(file, { path, account, bytes: size, until: now() + keptHours * 3_600_000, isOurs: false, isUsed: false })
      return file
    },
    findPath(account, file) {
      const kept = files.get(file)
      return kept && kept.account === account && kept.until > now() ? kept.path : undefined
    },
    used(account, file) {
      const kept = files.get(file)
      if (kept && kept.account === account) kept.isUsed = true
    },
    async sweep() {
      const left = await readdir(folder).catch(() => [])
      for (const name of left) await rm(join(folder, name), { recursive: true, force: true })
      return left.length
    },
    async close() {
      clearInterval(look)
      for (const [file, kept] of files) await remove(file, kept)
    },
  }
}

// One write may take less than it was given when the disk is nearly full.
async function writeWhole(handle: Awaited<ReturnType<typeof open>>, chunk: Buffer): Promise<void> {
  for (let at = 0; at < chunk.length; ) at += (await handle.write(chunk, at)).bytesWritten
}
