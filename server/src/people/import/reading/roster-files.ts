import { mkdtempSync, rmSync } from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { problems } from '@wangdi/domain/problem.ts'
import { v4 as newFileId } from 'uuid'
import { sheetLimits, sheetProblems } from '../../../platform/sheet/sheet-problems.ts'

interface Kept {
  readonly path: string
  readonly account: string
  readonly until: number
}

const keptForMs = 2 * 3_600_000
const files = new Map<string, Kept>()
let folder: string | undefined

// A folder that only this user may enter, gone with the process. Names of files from outside are never used as paths.
function folderOf(): string {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'wangdi-rosters-'))
    process.once('exit', () => rmSync(made, { recursive: true, force: true }))
    folder = made
  }
  return folder
}

/** Keeps the bytes of a roster for the account that sent them; more than the limit is refused and nothing is left. */
export async function keepRosterFile(account: string, bytes: Readable, now: number): Promise<{ file: string; bytes: number }> {
  await dropOldFiles(now)
  const file = newFileId()
  const path = join(folderOf(), file)
  const handle = await open(path, 'wx', 0o600)
  let size = 0
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > sheetLimits.fileBytes) throw sheetProblems.tooLarge({ limit: '64 MB' })
      await handle.write(chunk)
    }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await handle.close()
  }
  files.set(file, { path, account, until: now + keptForMs })
  return { file, bytes: size }
}

/** Lets an account use a file of this machine: the command line's way. */
export async function lendRosterFile(account: string, path: string, now: number): Promise<string> {
  await stat(path)
  const file = newFileId()
  files.set(file, { path, account, until: now + keptForMs })
  return file
}

/** The path of a kept file of this account; another's file is not found. */
export function getRosterPath(account: string, file: string): string {
  const kept = files.get(file)
  if (!kept || kept.account !== account) throw problems.notFound({})
  return kept.path
}

async function dropOldFiles(now: number): Promise<void> {
  for (const [id, { path, until }] of files) {
    if (until > now) continue
    files.delete(id)
    if (folder !== undefined && path.startsWith(folder)) await rm(path, { force: true })
  }
}
