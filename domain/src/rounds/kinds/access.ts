import { accessOf } from '../../kinds/access-of.ts'
import { facility } from './facility.kind.ts'
import { testPoint } from './test-point.kind.ts'
import { weakPoint } from './weak-point.kind.ts'

const desk = { 'community-worker': 'area', 'community-director': 'area' } as const
const street = { 'street-officer': 'area' } as const
const county = { 'county-civil-affairs': 'area', 'county-health': 'area', 'county-leader': 'area' } as const
const readers = { ...desk, 'community-doctor': 'area', ...street, ...county } as const
const decides = { 'community-director': 'area', ...street } as const

/** Who keeps the list of facilities, and who opens and shuts them. */
export const facilityAccess = accessOf(facility, {
  ...{ see: readers, get: readers, add: { ...desk, ...street }, change: { ...desk, ...street } },
  ...{ 'set-state': decides, end: decides },
})

/** Who keeps test points. */
export const testPointAccess = accessOf(testPoint, {
  ...{ see: readers, get: readers, add: { ...desk, ...street }, change: { ...desk, ...street } },
  ...{ 'set-state': decides, end: decides },
})

/** Who keeps the list of weak points. */
export const weakPointAccess = accessOf(weakPoint, {
  ...{ see: readers, get: readers, add: { ...desk, ...street }, change: { ...desk, ...street } },
  ...{ 'set-state': decides, end: decides },
})
