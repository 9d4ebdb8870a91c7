import type { Rows } from '../access/reach.ts'
import type { Kind } from '../kinds/declared/kind-faults.ts'
import { partyDutyAccess } from './kinds/access.ts'
import { partyDuty } from './kinds/party-duty.kind.ts'

/** The kinds that this subject declares, in the order of the menu. */
export const declared: readonly Kind[] = [partyDuty]

/** Who may do what with them. */
export const declaredAccess: Rows = partyDutyAccess
