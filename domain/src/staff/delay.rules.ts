const longest = 900

/** Seconds to wait after so many failures in a row; the first `free` cost nothing, then 1, 2, 4 … up to 15 minutes. */
export const secondsAfter = (failures: number, free: number): number =>
  failures <= free ? 0 : Math.min(longest, 2 ** Math.min(failures - free - 1, 20))
