import type { Rows } from '../access/reach.ts'
import type { Kind } from '../kinds/declared/kind.faults.ts'
import { facilityAccess, testPointAccess, weakPointAccess } from './kinds/access.ts'
import { facility } from './kinds/facility.kind.ts'
import { testPoint } from './kinds/test-point.kind.ts'
import { weakPoint } from './kinds/weak-point.kind.ts'

/** The kinds that this subject declares, in the order of the menu. */
export const declared: readonly Kind[] = [facility, weakPoint, testPoint]

/** Who may do what with them. */
export const declaredAccess: Rows = { ...facilityAccess, ...weakPointAccess, ...testPointAccess }
