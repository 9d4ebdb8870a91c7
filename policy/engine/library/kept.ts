/**
 * Answers kept beside the library they were asked of, the newest so many for each; they go when the library does. For what follows
 * from rules, place and day alone and would be worked out again for every community that has the same rules.
 */
export function keptWith<Library extends object, Answer>(most: number) {
  const byLibrary = new WeakMap<Library, Map<string, Answer>>()
  return (library: Library, key: string, make: () => Answer): Answer => {
    const known = byLibrary.get(library) ?? new Map<string, Answer>()
    byLibrary.set(library, known)
    const before = known.get(key)
    if (before !== undefined) return before
    const answer = make()
    const [oldest] = known.keys()
    if (known.size >= most && oldest !== undefined) known.delete(oldest)
    known.set(key, answer)
    return answer
  }
}
