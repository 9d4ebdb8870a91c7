import type { Pool } from 'pg'

/** Takes steps for an account; false when one was taken before. The key of the table decides between two at once. */
export async function useCode(pool: Pool, account: string, steps: readonly number[]): Promise<boolean> {
  const { rowCount } = await pool.query(
    'insert into used_code (account, step) select $1, step from unnest($2::bigint[]) step on conflict do nothing',
    [account, steps],
  )
  await pool.query('delete from used_code where account = $1 and step < $2', [account, Math.min(...steps) - 10])
  return rowCount === steps.length
}

/** Which of these steps an account has used. */
export async function listUsed(pool: Pool, account: string, steps: readonly number[]): Promise<number[]> {
  const { rows } = await pool.query<{ step: string }>(
    'select step::text from used_code where account = $1 and step = any($2::bigint[])',
    [account, steps],
  )
  return rows.map(({ step }) => Number(step))
}
