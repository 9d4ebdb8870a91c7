interface Listed {
  readonly rows: readonly unknown[]
  readonly total: number
}

const isListed = (value: unknown): value is Listed =>
  typeof value === 'object' &&
  value !== null &&
  Array.isArray((value as Listed).rows) &&
  typeof (value as Listed).total === 'number'

/** Whether somebody asked for a page that shows no row and is not the first: past the end of a list, or of an empty one. */
export function isPastEnd(input: object, reply: unknown): boolean {
  const { page = 0 } = input as { page?: number }
  if (page === 0 || typeof reply !== 'object' || reply === null) return false
  return [reply, ...Object.values(reply)].some((one) => isListed(one) && one.rows.length === 0)
}

/**
 * An answer past the end of a list with what the first page says of the whole: many lists count in the rows that they show, and
 * without a row would tell of none.
 */
export function withWholeOf<T>(first: T, reply: T): T {
  if (isListed(reply)) return isListed(first) && reply.rows.length === 0 ? { ...first, rows: [] } : reply
  const whole = Object.entries(reply as object).map(([name, part]) => {
    const same = (first as Record<string, unknown>)[name]
    return [name, isListed(part) && part.rows.length === 0 && isListed(same) ? { ...same, rows: [] } : part]
  })
  return Object.fromEntries(whole) as T
}
