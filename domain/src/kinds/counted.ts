/** Lists of kinds are counted to here; a count above it means: more than this. */
export const mostCounted = 1000
