import type { Served } from '../platform/serve.ts'
import { arrivalVerbs } from './arrivals.routes.ts'
import { importVerbs } from './import/import.routes.ts'
import { lookVerbs } from './looks/looks.routes.ts'
import { manyArrivalVerbs } from './many-arrivals.routes.ts'
import { markVerbs } from './marks.routes.ts'
import { personVerbs } from './people.routes.ts'
import { pileVerbs } from './pile/pile.routes.ts'

export {
  changeArrivals,
  coversArrival,
  doorOfArrival,
  findArrivalPlace,
  isCheckedArrival,
  isDecidedArrival,
  isObservedArrival,
  isToDecide,
} from './arrival.queries.ts'
export { sortOut } from './many-arrivals.routes.ts'
export { onEldersImported } from './import/elder-facts.ts'
export { judgeAlone } from './import/reading/outcome.ts'
export { addRosterUpload } from './import/roster-upload.ts'
export { gramsOf, initialsOf, readingGramsOf } from './name-index.ts'
export { sealed } from './people.queries.ts'
export { aboutPerson } from './people.routes.ts'
export { soughtBy } from './search.queries.ts'

/** The verbs of people. */
export const people: readonly Served[] = [
  ...personVerbs,
  ...lookVerbs,
  ...markVerbs,
  ...importVerbs,
  ...pileVerbs,
  ...arrivalVerbs,
  ...manyArrivalVerbs,
]
