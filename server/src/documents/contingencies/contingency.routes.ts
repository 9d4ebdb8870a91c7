import {
  approveContingency,
  countContingencies,
  getContingency,
  listContingencies,
  saveContingency,
} from '@wangdi/domain/documents/contingencies/contingency.api.ts'
import type { ContingencyKind } from '@wangdi/domain/documents/contingencies/contingency.ts'
import { problems } from '@wangdi/domain/documents/contingencies/contingency.problems.ts'
import { whyNotApprove, whyNotPlan } from '@wangdi/domain/documents/contingencies/contingency.rules.ts'
import { problems as common, refuse } from '@wangdi/domain/problem.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Db } from '../../platform/db.ts'
import { movedBy } from '../../platform/moved.ts'
import { type Actor, serve } from '../../platform/serve.ts'
import {
  countStanding,
  findContingencyPlace,
  findPlan,
  holdNewest,
  keepApproval,
  keepPlanVersion,
  listPlans,
  listPlanVersions,
  openPlan,
} from './contingency.queries.ts'

// Above the county no name of staff.
const seesNames = ({ place }: Actor) => place.length >= 6

async function aboutPlan(db: Db, { contingency }: { contingency: Id }): Promise<{ place: PlaceCode }> {
  const place = await findContingencyPlace(db, contingency)
  if (!place) throw common.notFound({})
  return { place }
}

/** Contingency plans: written, approved by a second person, looked at again in time; drills and reviews are inspections. */
export const contingencyVerbs = [
  serve(listContingencies, {
    run: ({ db, actor, input: { kind, page = 0, size = 50, ...asked }, today }) =>
      listPlans(db, { ...asked, kind: kind as ContingencyKind | undefined, today, page, size, named: seesNames(actor) }),
  }),

  serve(countContingencies, {
    run: async ({ db, input, today }) => ({ kinds: await countStanding(db, input.place, today) }),
  }),

  serve(getContingency, {
    about: aboutPlan,
    run: async ({ db, actor, input, today }) => {
      const line = await findPlan(db, input.contingency, today, seesNames(actor))
      if (!line) throw common.notFound({})
      return { line, versions: await listPlanVersions(db, input.contingency, seesNames(actor)) }
    },
  }),

  serve(saveContingency, {
    run: async ({ db, actor, input, at, today, note }) => {
      const { contingency, kind: asked, title, after, ...text } = input
      const kind = asked as ContingencyKind
      refuse(whyNotPlan({ ...input, kind }, today))
      const newest = await holdNewest(db, contingency)
      if ((newest?.version ?? null) !== after) throw newest ? movedBy(newest, newest.version, today) : common.notFound({})
      const by = { by_account: actor.account, at }
      if (!newest && !(await openPlan(db, { id: contingency, place: input.place, kind, title: title.trim(), ...by })))
        throw problems.titleTaken({})
      if (newest && (await findContingencyPlace(db, contingency)) !== input.place) throw common.notFound({})
      const version = (newest?.version ?? 0) + 1
      await keepPlanVersion(db, { ...text, contingency, version, ...by })
      note({ contingency })
      return { id: input.id, version }
    },
  }),

  serve(approveContingency, {
    about: aboutPlan,
    run: async ({ db, actor, input, at, note }) => {
      const { place } = await aboutPlan(db, input)
      const newest = await holdNewest(db, input.contingency)
      if (!newest) throw common.notFound({})
      refuse(whyNotApprove(newest, input, actor.account))
      await keepApproval(db, { place, version: newest.id, by_account: actor.account, at })
      note({ contingency: input.contingency })
      return { contingency: input.contingency, version: newest.version }
    },
  }),
]
