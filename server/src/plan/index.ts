import type { Served } from '../platform/serve.ts'
import { pictureRoutes } from './doors/building-view.routes.ts'
import { gridLoadRoutes } from './doors/grid-load.routes.ts'
import { householdRoutes } from './doors/household.routes.ts'
import { observedDoorRoutes } from './doors/observed-doors.routes.ts'
import { personLinksRoutes } from './doors/person-links.routes.ts'
import { actVerbs } from './over-control/acts.routes.ts'
import { boardVerbs } from './over-control/board.routes.ts'
import { controlledVerbs } from './controlled/controlled.routes.ts'
import { planVerbs } from './plan.routes.ts'
import { progressVerbs } from './progress/progress.routes.ts'
import { replayVerbs } from './replay/replay.routes.ts'
import { storyRoutes } from './story/story.routes.ts'
import { supervisionVerbs } from './supervision/supervision.routes.ts'
import { whatIfVerbs } from './what-if/what-if.routes.ts'
import { detailVerbs } from './details/details.routes.ts'
import { goalVerbs } from './goal/goal.routes.ts'
import { lineVerbs } from './lines/lines.routes.ts'
import { placeMarkVerbs } from './marks/place-marks.routes.ts'
import { planSettingVerbs } from './settings/settings.routes.ts'
import { switchVerbs } from './switch/switch.routes.ts'
import { timelineVerbs } from './timeline/timeline.routes.ts'
import './waiting.ts'

export { countCommunity } from './progress/count.ts'
export { keepProgress } from './progress/progress.queries.ts'
export { toDoFor } from './to-do.ts'

/** The verbs of plan. */
export const plan: readonly Served[] = [
  ...planVerbs,
  ...progressVerbs,
  ...boardVerbs,
  ...actVerbs,
  ...pictureRoutes,
  ...householdRoutes,
  ...personLinksRoutes,
  ...storyRoutes,
  ...observedDoorRoutes,
  ...gridLoadRoutes,
  ...supervisionVerbs,
  ...controlledVerbs,
  ...replayVerbs,
  ...whatIfVerbs,
  ...lineVerbs,
  ...goalVerbs,
  ...placeMarkVerbs,
  ...planSettingVerbs,
  ...detailVerbs,
  ...switchVerbs,
  ...timelineVerbs,
]
