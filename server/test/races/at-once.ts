// Requests that are truly at once: each has begun, has looked, and stands before its writing when they are let go together.
import { setTimeout as pause } from 'node:timers/promises'
import { inject } from 'vitest'
import { databaseUrl, withClient } from '../database-url.ts'
import { type House, Refused } from '../house.ts'

/**
 * Asks all at once: nobody may write to the table before every request waits, be it for the table or for one who waits for it.
 * Gives the code of each refusal, or `done`, in order. Throws when a request ends before the others have come that far.
 */
export const atOnce = (house: House, table: string, asks: readonly (() => Promise<unknown>)[]): Promise<string[]> =>
  whileHeld(house, table, asks, false)

/**
 * The second asks while the first has done all but write to the table; both go on when the second waits, too. Gives the code of
 * each refusal, or `done`, in order. Throws when one ends before it was let go.
 */
export const oneWithinOther = (
  house: House,
  table: string,
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
): Promise<string[]> => whileHeld(house, table, [first, second], true)

async function whileHeld(
  house: House,
  table: string,
  asks: readonly (() => Promise<unknown>)[],
  inTurn: boolean,
): Promise<string[]> {
  return withClient(house.ownerUrl, async (client) => {
    await client.query(`begin; lock table ${table} in share mode`)
    let ended = 0
    const answers: Promise<string>[] = []
    const waiting = async (n: number) => {
      while ((await countWaiting(house)) < n && ended === 0) await pause(5)
    }
    for (const ask of asks) {
      const answer = ask()
        .then(
          () => 'done',
          (error: unknown) => {
            if (error instanceof Refused) return error.code
            throw error
          },
        )
        .finally(() => ended++)
      answer.catch(() => {}) // told below, when the table is free again
      answers.push(answer)
      if (inTurn) await waiting(answers.length)
    }
    const all = Promise.all(answers)
    all.catch(() => {})
    await waiting(asks.length)
    const early = ended
    await client.query('commit')
    const codes = await all
    if (early > 0) throw new Error(`not at once: ${codes.join()}`)
    return codes
  })
}

// Asked anew on a connection of its own: within a transaction the answer would stay what it was at first. On a cluster who waits
// for a row does so on the node where it lies.
async function countWaiting({ ownerUrl }: House): Promise<number> {
  const database = new URL(ownerUrl).pathname.slice(1)
  const nodes = [ownerUrl, ...inject('workerUrls').map((url) => databaseUrl(url, database))]
  const counts = nodes.map((url) =>
    withClient(url, async (client) => {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return rows[0]?.n ?? 0
    }),
  )
  return (await Promise.all(counts)).reduce((sum, n) => sum + n, 0)
}
