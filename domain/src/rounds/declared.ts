import type { Rows } from '../access/reach.ts'
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
  wasteAccess,
  weakPointAccess,
} from './kinds/access.ts'
import { campaign } from './kinds/cleaning/campaign.kind.ts'
import { cleanup } from './kinds/cleaning/cleanup.kind.ts'
import { committee } from './kinds/cleaning/committee.kind.ts'
import { departmentLetter } from './kinds/papers/department-letter.kind.ts'
import { disinfection } from './kinds/disinfection.kind.ts'
import { facility } from './kinds/facility.kind.ts'
import { mend } from './kinds/mend.kind.ts'
import { elderCheck } from './kinds/elder-check.kind.ts'
import { elderGuide } from './kinds/papers/elder-guide.kind.ts'
import { elderSite } from './kinds/elder-site.kind.ts'
import { patrol } from './kinds/patrol.kind.ts'
import { selfCheck } from './kinds/self-check.kind.ts'
import { suspension } from './kinds/suspension.kind.ts'
import { testPoint } from './kinds/test-point.kind.ts'
import { waste } from './kinds/waste.kind.ts'
import { weakPoint } from './kinds/weak-point.kind.ts'

/** The kinds that this subject declares, in the order of the menu. */
export const declared: readonly Kind[] = [
  ...[disinfection, selfCheck, patrol, elderCheck, mend, cleanup, suspension, waste],
  ...[facility, weakPoint, testPoint, elderSite, campaign, committee],
  ...[departmentLetter, elderGuide],
]

/** Who may do what with them. */
export const declaredAccess: Rows = {
  ...disinfectionAccess,
  ...selfCheckAccess,
  ...patrolAccess,
  ...mendAccess,
  ...facilityAccess,
  ...weakPointAccess,
  ...testPointAccess,
  ...elderCheckAccess,
  ...elderSiteAccess,
  ...wasteAccess,
  ...campaignAccess,
  ...committeeAccess,
  ...cleanupAccess,
  ...suspensionAccess,
  ...departmentLetterAccess,
  ...elderGuideAccess,
}
