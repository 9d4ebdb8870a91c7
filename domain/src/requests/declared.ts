import type { Rows } from '../access/reach.ts'
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
  talkAccess,
} from './kinds/access.ts'
import { affair } from './kinds/affair.kind.ts'
import { business } from './kinds/business.kind.ts'
import { lineCall } from './kinds/call.kind.ts'
import { counsellor } from './kinds/lists/counsellor.kind.ts'
import { discrimination } from './kinds/discrimination.kind.ts'
import { errand } from './kinds/errand.kind.ts'
import { guide } from './kinds/guide.kind.ts'
import { line } from './kinds/line.kind.ts'
import { mediation } from './kinds/mediation.kind.ts'
import { problem } from './kinds/problem.kind.ts'
import { psych } from './kinds/psych.kind.ts'
import { shop } from './kinds/lists/shop.kind.ts'
import { talk } from './kinds/talk.kind.ts'

/** The kinds that this subject declares, in the order of the menu. */
export const declared: readonly Kind[] = [
  ...[errand, affair, guide, lineCall, line, psych, counsellor, business, shop],
  ...[problem, discrimination, talk, mediation],
]

/** Who may do what with them. */
export const declaredAccess: Rows = {
  ...errandAccess,
  ...affairAccess,
  ...callAccess,
  ...businessAccess,
  ...problemAccess,
  ...discriminationAccess,
  ...mediationAccess,
  ...guideAccess,
  ...lineAccess,
  ...psychAccess,
  ...counsellorAccess,
  ...shopAccess,
  ...talkAccess,
}
