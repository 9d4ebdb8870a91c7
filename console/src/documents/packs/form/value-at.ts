/** What stands at a path of a parsed pack. */
export const valueAt = (raw: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (here, key) => (typeof here === 'object' && here !== null ? (here as Record<string | number, unknown>)[key] : undefined),
    raw,
  )
