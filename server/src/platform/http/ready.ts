import { sql } from 'kysely'
import type { Db } from '../db.ts'

const patienceMs = 2000

/**
 * Whether the house can do its work: a connection of the pool is free within two seconds and answers. However often it is
 * asked, one question waits at a time, so that asking does not add to what it measures.
 */
export function watchReady(db: Db): () => Promise<boolean> {
  let asking: Promise<boolean> | undefined
  const ask = async () => {
    try {
      await sql`select 1`.execute(db)
      return true
    } catch {
      return false
    } finally {
      asking = undefined
    }
  }
  return () => {
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), patienceMs)))
    return Promise.race([(asking ??= ask()), tooLate]).finally(() => clearTimeout(timer))
  }
}
