// What Chrome 90 and Safari 15.4 lack and the pages use.
const lastIndex = <T>(list: readonly T[], test: (value: T, index: number) => unknown): number => {
  for (let n = list.length - 1; n >= 0; n -= 1) if (test(list[n] as T, n)) return n
  return -1
}
const add = (target: object, name: string, value: unknown) => {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true })
}

add(Array.prototype, 'at', function at(this: unknown[], n: number) {
  return this[n < 0 ? this.length + n : n]
})
add(Array.prototype, 'findLast', function findLast(this: unknown[], test: (value: unknown) => unknown) {
  return this[lastIndex(this, test)]
})
add(Array.prototype, 'findLastIndex', function findLastIndex(this: unknown[], test: (value: unknown) => unknown) {
  return lastIndex(this, test)
})
add(Map, 'groupBy', <K, T>(all: Iterable<T>, keyOf: (value: T) => K) => {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
})
