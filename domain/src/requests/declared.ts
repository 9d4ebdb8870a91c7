import type { Rows } from '../access/reach.ts'
import { type Held, kindsOf, rowsOfKinds } from '../kinds/access-of.ts'
import type { Kind } from '../kinds/declared/kind-faults.ts'
import {
  affairAccess,
  businessAccess,
  callAccess,
  counsellorAccess,
  discriminationAccess,
  errandAccess,
  guideAccess,
  lineAccess,
  mediationAccess,
  problemAccess,
  psychAccess,
  shopAccess,
  stayerAccess,
  talkAccess,
} from './kinds/access.ts'

// Each kind stands here by its block of access, so that none is without it; in the order of the menu.
const held: readonly Held[] = [
  ...[
    errandAccess,
    affairAccess,
    guideAccess,
    stayerAccess,
    callAccess,
    lineAccess,
    psychAccess,
    counsellorAccess,
    businessAccess,
    shopAccess,
  ],
  ...[problemAccess, discriminationAccess, talkAccess, mediationAccess],
]

/** The kinds that this subject declares, in the order of the menu. */
export const declared: readonly Kind[] = kindsOf(held)

/** Who may do what with them. */
export const declaredAccess: Rows = rowsOfKinds(held)
