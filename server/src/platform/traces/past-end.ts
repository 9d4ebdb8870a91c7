interface Listed {
  readonly rows: readonly unknown[]
  readonly total: number
}

const isListed = (value: unknown): value is Listed =>
  typeof value === 'object' &&
  value !== null &&
  Array.isArray((value as Listed).rows) &&
  typeof (value as Listed).total === 'number'

/** Whether somebody asked for a page past the end of a list that has rows: it shows nobody, and still tells how many there are. */
export function isPastEnd(input: object, reply: unknown): boolean {
  const { page = 0 } = input as { page?: number }
  if (page === 0 || typeof reply !== 'object' || reply === null) return false
  return [reply, ...Object.values(reply)].some((one) => isListed(one) && one.rows.length === 0 && one.total > 0)
}
