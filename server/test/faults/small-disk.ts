// A disk of a few hundred megabytes, filled and freed at will, where this user may mount one.
import { execFile } from 'node:child_process'
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A mounted disk; `fill` takes its last byte, `free` gives back what `fill` took. */
export type SmallDisk = { path: string; fill(): void; free(): void; unmount(): Promise<void> }

/** Mounts a disk of so many megabytes of memory on a folder; undefined where that is not allowed. */
export async function mountSmallDisk(path: string, megabytes: number): Promise<SmallDisk | undefined> {
  mkdirSync(path, { recursive: true })
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'wangdi-faults', path])
  } catch {
    return undefined
  }
  const ballast = join(path, 'ballast')
  return {
    path,
    fill() {
      for (const bytes of [1_048_576, 4096, 1]) append(ballast, Buffer.alloc(bytes))
    },
    free: () => rmSync(ballast, { force: true }),
    // At once for the path; what still has a file of it open, as a log, lets it go later.
    unmount: async () => void (await run('umount', ['-l', path])),
  }
}

// As often as the disk takes it.
function append(file: string, bytes: Buffer): void {
  const handle = openSync(file, 'a')
  try {
    while (writeSync(handle, bytes) === bytes.length);
    fsyncSync(handle)
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOSPC') throw error
  } finally {
    closeSync(handle)
  }
}
