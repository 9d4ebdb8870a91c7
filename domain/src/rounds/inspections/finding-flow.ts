import type { Flow } from '../../kinds/request/flow.ts'
import { flows } from '../../kinds/request/flows.ts'

const { states, acts, words } = flows.finding
const { apart: _, ...checked } = acts.checked
const { apart: __, ...stillWrong } = acts['still-wrong']

/**
 * What an inspection finds goes the way of every finding, by the same rules, with what is its own: the day is agreed when it is found, and
 * again while it is still wrong; who looks from above writes down for those below that it was put right; and the director of a community
 * who found it there alone may check it. Nobody sends it back: whose it is was agreed on the spot.
 */
export const findingFlow = {
  words,
  states: { open: states.found, 'put-right': states.right, settled: states.checked },
  acts: {
    find: { ...acts.find, to: 'open' },
    'put-right': { ...acts['put-right'], from: ['open'], to: 'put-right', orAbove: true },
    checked: { ...checked, from: ['put-right'], to: 'settled' },
    'still-wrong': { ...stillWrong, from: ['open', 'put-right'], to: 'open' },
  },
} as const satisfies Flow
