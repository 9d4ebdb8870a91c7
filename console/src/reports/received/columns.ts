/** The figures of a line of each kind, in their order. */
export const columns = {
  people: ['new', 'total', 'held', 'ended'],
  work: ['due', 'done', 'left'],
  asked: ['new', 'finished', 'open', 'late'],
  told: ['count'],
} as const
