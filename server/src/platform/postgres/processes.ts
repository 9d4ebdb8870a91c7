// What the operating system says of other processes. /proc where it exists (Linux), ps elsewhere.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const hasProc = existsSync('/proc/self/stat')

/** When a process was started, as text to compare (clock ticks since boot on Linux); undefined when it is gone or only a zombie. */
export function findStartOf(pid: number): string | undefined {
  try {
    if (!hasProc) return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
    // The second field is the name in brackets and may hold spaces: fields are counted after the last bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

/** Whether the process runs; a zombie that nobody has reaped yet does not. */
export function isRunning(pid: number): boolean {
  return findStartOf(pid) !== undefined
}

/** Whether the process is a PostgreSQL that works on this cluster directory (given as a real path), and not one that got its number later. */
export function isServerOf(cluster: string, pid: number): boolean {
  if (!isRunning(pid)) return false
  try {
    if (hasProc) {
      return readlinkSync(`/proc/${pid}/cwd`) === cluster && readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
    }
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return command.includes('postgres') && command.includes(cluster)
  } catch {
    return false
  }
}

/** Numbers of all PostgreSQL processes that work on this cluster directory; empty where there is no /proc. */
export function listServersOf(cluster: string): number[] {
  if (!hasProc) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isServerOf(cluster, pid))
}

/** Sends a signal; a process that is gone already is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Waits until the condition holds (true) or the time in milliseconds is over (false). */
export async function waitUntil(condition: () => boolean, limit: number): Promise<boolean> {
  const end = performance.now() + limit
  while (!condition()) {
    if (performance.now() > end) return false
    await pause(20)
  }
  return true
}
