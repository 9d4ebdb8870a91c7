/** The figures of a line of each kind, in their order. */
export const columns = {
  people: ['new', 'total', 'held', 'ended'],
  work: ['due', 'done', 'left'],
  asked: ['new', 'done', 'open', 'late'],
  told: ['count'],
} as const
