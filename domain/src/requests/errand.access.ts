import { accessOf } from '../kinds/access-of.ts'
import { errand } from './errand.kind.ts'

const desk = { 'community-worker': 'area', 'community-director': 'area' } as const
const helper = { volunteer: 'given' } as const

/** Who may do what with errands: desks see and give, a helper does what was given and sees nothing else. */
export const errandAccess = accessOf(errand, {
  see: { ...desk, 'grid-worker': 'grid', 'street-officer': 'area' },
  get: { ...desk, 'grid-worker': 'grid', 'street-officer': 'area' },
  mine: { ...helper, 'grid-worker': 'given' },
  take: { ...desk, 'grid-worker': 'grid' },
  give: desk,
  'take-back': desk,
  'hand-on': desk,
  done: { ...desk, ...helper, 'grid-worker': 'given' },
  'not-done': { ...desk, ...helper, 'grid-worker': 'given' },
  confirm: desk,
})
