/** What a photo may have, in bytes and pixels a side; to how many pixels devices shrink it before they send it; how many a field holds. */
export const photoLimits = { bytes: 300 * 1024, side: 2048, shrunkTo: 1600, each: 3 } as const
