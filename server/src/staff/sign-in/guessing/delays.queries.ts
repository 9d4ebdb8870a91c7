import type { Pool } from 'pg'

/** One count: its key, the hash of the name where it belongs to one, the seconds after 1, 2, 3 … failures, and after how long it begins anew. */
export interface Count {
  readonly key: string
  readonly login: string | null
  readonly waits: readonly number[]
  readonly forgottenMs: number
}

/**
 * Counts an attempt as failed unless a wait holds; false when one does. One statement: attempts sent side by side queue at
 * the row and do not slip through together. Where no wait is set, it does not matter whose clock is a little behind.
 */
export async function countAttempt(pool: Pool, { key, login, waits, forgottenMs }: Count, now: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    `insert into attempt as a (key, login, failures, last_at, wait_until)
     values ($1, $5, 1, $2, $2::timestamptz + make_interval(secs => ($4::int[])[1]))
     on conflict (key) do update set
       failures = case when a.last_at < $3 then 1 else a.failures + 1 end, last_at = greatest(a.last_at, $2),
       wait_until = greatest(a.last_at, $2) + make_interval(secs => ($4::int[])[
         case when a.last_at < $3 then 1 else least(a.failures + 1, array_length($4::int[], 1)) end])
     where a.wait_until <= greatest(a.last_at, $2)`,
    [key, now, new Date(now.getTime() - forgottenMs), waits, login],
  )
  return rowCount === 1
}

/** Seconds that a key still waits, at least 1; `isNew` the first time that is asked within a wait. */
export async function getWait(pool: Pool, key: string, now: Date): Promise<{ seconds: number; isNew: boolean }> {
  const { rows } = await pool.query<{ until: Date }>('select wait_until as until from attempt where key = $1', [key])
  const told = await pool.query(
    'update attempt set told_until = wait_until where key = $1 and told_until is distinct from wait_until',
    [key],
  )
  const seconds = Math.max(1, Math.ceil(((rows[0]?.until.getTime() ?? 0) - now.getTime()) / 1000))
  return { seconds, isNew: told.rowCount === 1 }
}

/** Takes one counted failure of each key back: it was none. */
export const takeBack = (pool: Pool, keys: readonly string[]) =>
  pool.query('update attempt set failures = greatest(0, failures - 1), wait_until = last_at where key = any($1)', [keys])

/** Forgets the failures of these keys, and whatever is older than two days. */
export const forget = (pool: Pool, keys: readonly string[], now: Date) =>
  pool.query(`delete from attempt where key = any($1) or last_at < $2::timestamptz - interval '2 days'`, [keys, now])

/** Forgets all failures of a name, from wherever they came. */
export const forgetLogin = (pool: Pool, login: string) => pool.query('delete from attempt where login = $1', [login])

/** Which of these keys are known. */
export async function listKnown(pool: Pool, keys: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ key: string }>('select key from known_from where key = any($1)', [keys])
  return rows.map(({ key }) => key)
}

/** Remembers that a name signed in from these keys, and forgets what nobody used for half a year. */
export async function remember(pool: Pool, keys: readonly string[], now: Date): Promise<void> {
  await pool.query(
    `insert into known_from (key, last_at) select key, $2 from unnest($1::text[]) key
     on conflict (key) do update set last_at = excluded.last_at`,
    [keys, now],
  )
  await pool.query(`delete from known_from where last_at < $1::timestamptz - interval '180 days'`, [now])
}
