import { startsClock, whyNotAct } from '@wangdi/domain/kinds/request/act.rules.ts'
import { standingAfter } from '@wangdi/domain/kinds/request/standing.rules.ts'
import { momentAfter } from '@wangdi/domain/kinds/order.ts'
import { problems as common, refuse } from '@wangdi/domain/problem.ts'
import {
  listFindings,
  listInspections,
  recordInspection,
  settleFinding,
} from '@wangdi/domain/rounds/inspections/inspection.api.ts'
import { problems } from '@wangdi/domain/rounds/inspections/inspection.problems.ts'
import { contingency } from '@wangdi/domain/documents/kinds/contingency.kind.ts'
import { findingFlow } from '@wangdi/domain/rounds/inspections/finding-flow.ts'
import { actOnFinding, whyNotInspection } from '@wangdi/domain/rounds/inspections/inspection.rules.ts'
import type { ChecklistName } from '@wangdi/domain/rounds/inspections/checklists.ts'
import type { InspectionKind } from '@wangdi/domain/rounds/inspections/inspection.ts'
import { unit } from '@wangdi/domain/rounds/kinds/units/unit.kind.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import { findPaperPlace, findThing, visitThing } from '../../kinds/index.ts'
import type { Db } from '../../platform/db.ts'
import { type About, type Served, serve } from '../../platform/serve.ts'
import {
  findFinding,
  findFindingPlace,
  listFindingsOf,
  listInspectionsOf,
  saveFindingAct,
  saveInspection,
} from './inspection.queries.ts'

async function aboutFinding(db: Db, { finding }: { finding: Id }): Promise<About> {
  const place = await findFindingPlace(db, finding)
  if (place === undefined) throw common.notFound({})
  return { place }
}

/** Inspections from above, self-checks, visits to units, drills and reviews, and what they find. */
export const inspectionRoutes: readonly Served[] = [
  serve(listInspections, {
    run: ({ db, input: { place, kind, unit, contingency, page = 0, size = 50 }, today }) =>
      listInspectionsOf(db, { place, today, page, size, kind: kind as InspectionKind | undefined, unit, contingency }),
  }),
  serve(listFindings, {
    run: ({ db, actor: reader, at, input: { place, state, inspection, contingency, page = 0, size = 50 }, today }) =>
      listFindingsOf(db, { place, today, page, size, state, inspection, contingency, reader, now: at.toISOString() }),
  }),
  serve(recordInspection, {
    run: async ({ db, actor, input, at, today, note }) => {
      const kind = input.kind as InspectionKind
      const checklist = input.checklist as ChecklistName
      refuse(whyNotInspection({ ...input, kind, checklist }, today))
      const visited = input.unit === null ? undefined : await findThing(db, unit.name, input.unit)
      if (input.unit !== null && visited?.community !== input.place) throw common.notFound({})
      if (input.contingency !== null && (await findPaperPlace(db, contingency.name, input.contingency)) !== input.place)
        throw common.notFound({})
      const { findings, ...inspection } = input
      await saveInspection(db, { ...inspection, kind, checklist, by_place: actor.place, by_account: actor.account, at }, findings)
      if (visited) await visitThing(unit, { db, actor, at }, { id: visited.id, day: input.day, next: input.next_on })
      note({ inspection: input.id })
      return { id: input.id }
    },
  }),
  serve(settleFinding, {
    about: aboutFinding,
    run: async ({ db, actor, input, at, note }) => {
      const finding = await findFinding(db, input.finding)
      if (!finding) throw common.notFound({})
      const { place, folded } = finding
      const { kind, note: ground, due_on } = input
      refuse(whyNotAct(findingFlow, { act: kind, ground }, folded, actor, at.toISOString()))
      if (startsClock(findingFlow, kind) !== (due_on !== null)) throw problems.whichDay({})
      const moment = momentAfter(folded.last_at, at.toISOString())
      const act = { ...input, kind, place, at: moment, by: actor.account, by_place: actor.place }
      await saveFindingAct(db, act, standingAfter(findingFlow, folded, actOnFinding(act)))
      note({ finding: input.finding })
      return { id: input.id }
    },
  }),
]
