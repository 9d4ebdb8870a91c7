/** Chance that is the same in every run: equal seeds give equal people. */
export interface Seeded {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from 0 up to, not including, n. */
  below(n: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  /** An identifier in the form of a UUID, version 8 (RFC 9562: made in a way of our own). */
  id(): string
}

/** A generator from a seed (mulberry32): good enough for invented people, never for secrets. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(next() * n)
  const hex = (digits: number) => Array.from({ length: digits }, () => below(16).toString(16)).join('')
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick<T>(list: readonly T[]): T {
      const found = list[below(list.length)]
      if (found === undefined) throw new RangeError('nothing to pick from')
      return found
    },
    id: () => `${hex(8)}-${hex(4)}-8${hex(3)}-${'89ab'[below(4)]}${hex(3)}-${hex(12)}`,
  }
}
