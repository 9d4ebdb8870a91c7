import type { Pool } from 'pg'

/**
 * Counts an attempt on a key as failed unless a wait holds; `waits` are the seconds after 1, 2, 3 … failures in a row.
 * False when a wait holds. One statement: attempts sent side by side queue at the row and do not slip through together.
 */
export async function countAttempt(pool: Pool, key: string, waits: readonly number[], now: Date, forgotten: Date) {
  const { rowCount } = await pool.query(
    `insert into attempt as a (key, failures, last_at, wait_until)
     values ($1, 1, $2, $2::timestamptz + make_interval(secs => ($4::int[])[1]))
     on conflict (key) do update set
       failures = case when a.last_at < $3 then 1 else a.failures + 1 end, last_at = $2,
       wait_until = $2::timestamptz + make_interval(secs => ($4::int[])[
         case when a.last_at < $3 then 1 else least(a.failures + 1, array_length($4::int[], 1)) end])
     where a.wait_until <= $2`,
    [key, now, forgotten, waits],
  )
  return rowCount === 1
}

/** Seconds that a key still waits, at least 1. */
export async function getWait(pool: Pool, key: string, now: Date): Promise<number> {
  const { rows } = await pool.query<{ until: Date }>('select wait_until as until from attempt where key = $1', [key])
  return Math.max(1, Math.ceil(((rows[0]?.until.getTime() ?? 0) - now.getTime()) / 1000))
}

/** Takes one counted failure back: it was none. */
export const takeBack = (pool: Pool, key: string) =>
  pool.query('update attempt set failures = greatest(0, failures - 1), wait_until = last_at where key = $1', [key])

/** Forgets the failures of a key, and whatever is older than a day. */
export const forget = (pool: Pool, key: string, now: Date) =>
  pool.query(`delete from attempt where key = $1 or last_at < $2::timestamptz - interval '1 day'`, [key, now])
