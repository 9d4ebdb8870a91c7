const hourMs = 3_600_000

/**
 * Counts what is repeated within an hour, so that whoever repeats it fills no disk: told are the first `free`, and then each
 * time that their number has doubled. Gives how many it were when this one is to be told, nothing when it is not.
 */
export function makeFolding(free: number): (key: string, at: Date) => number | undefined {
  const counts = new Map<string, number>()
  let hour = 0
  return (key, at) => {
    const current = Math.floor(at.getTime() / hourMs)
    if (current !== hour) counts.clear()
    hour = current
    const times = (counts.get(key) ?? 0) + 1
    counts.set(key, times)
    return times <= free || Number.isInteger(Math.log2(times / free)) ? times : undefined
  }
}

/** What a line of something repeated says beside its verb: how often it was within the hour, once not each of them is told. */
export const timesOf = (times: number, free: number): Readonly<Record<string, string>> =>
  times > free ? { times: String(times) } : {}
