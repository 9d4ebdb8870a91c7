import type { Rows } from '../access/reach.ts'
import { type Held, kindsOf, rowsOfKinds } from '../kinds/access-of.ts'
import type { Kind } from '../kinds/declared/kind-faults.ts'
import {
  campaignAccess,
  cleanupAccess,
  committeeAccess,
  departmentLetterAccess,
  disinfectionAccess,
  elderCheckAccess,
  elderGuideAccess,
  elderSiteAccess,
  facilityAccess,
  mendAccess,
  patrolAccess,
  selfCheckAccess,
  suspensionAccess,
  testPointAccess,
  unitAccess,
  wasteAccess,
  weakPointAccess,
} from './kinds/access.ts'

// Each kind stands here by its block of access, so that none is without it; in the order of the menu.
const held: readonly Held[] = [
  ...[disinfectionAccess, selfCheckAccess, patrolAccess, elderCheckAccess],
  ...[mendAccess, cleanupAccess, suspensionAccess, wasteAccess],
  ...[facilityAccess, weakPointAccess, testPointAccess, elderSiteAccess],
  ...[campaignAccess, committeeAccess, departmentLetterAccess, elderGuideAccess, unitAccess],
]

/** The kinds that this subject declares, in the order of the menu. */
export const declared: readonly Kind[] = kindsOf(held)

/** Who may do what with them. */
export const declaredAccess: Rows = rowsOfKinds(held)
