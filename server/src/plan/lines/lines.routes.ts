import { nameLineOwner, readLines } from '@wangdi/domain/plan/lines/lines.ts'
import { linesUnder, standingOfLines } from '@wangdi/domain/plan/lines/lines.rules.ts'
import { problems } from '@wangdi/domain/plan/plan.problems.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { planFor } from '@wangdi/policy/engine/plan.ts'
import type { Db } from '../../platform/db.ts'
import { getPacks } from '../../platform/packs.ts'
import { type Served, serve } from '../../platform/serve.ts'
import { factsOf, openFunctions } from '../../regimes/index.ts'
import { listCommunities } from '../communities.queries.ts'
import { listStatements } from '../evidence.queries.ts'
import { namesOf, recordsOf } from '../evidence.ts'
import { itemsOf } from '../items.ts'
import { insertLineOwner, listLineOwners } from './line-owner.queries.ts'

/** The lines of work of a community on a day, from the same records as its own plan page. */
async function linesOf(db: Db, community: PlaceCode, day: Day, now: Date) {
  const plan = planFor(getPacks(), await factsOf(db, community, day), community, day)
  const { evidence } = await recordsOf(db, community, day, now, new Set(await openFunctions(db, community, day)), namesOf(plan))
  const items = itemsOf(plan, evidence, await listStatements(db, community, day), day)
  return standingOfLines(items, linesUnder(plan.rules.map(({ pack }) => pack)), await listLineOwners(db, community))
}

/** The lines of work of communities, and who answers for them. */
export const lineVerbs: readonly Served[] = [
  serve(readLines, {
    run: async ({ db, input, today, clock }) => {
      const { place, page = 0, size = 20 } = input
      const { rows, total } = await listCommunities(db, { place, day: today, page, size })
      const standing = []
      for (const row of rows) standing.push({ ...row, lines: await linesOf(db, row.community, today, clock.now()) })
      return { rows: standing, total }
    },
  }),

  serve(nameLineOwner, {
    run: async ({ db, input, today, actor, at, note }) => {
      const plan = planFor(getPacks(), await factsOf(db, input.place, today), input.place, today)
      if (!linesUnder(plan.rules.map(({ pack }) => pack)).includes(input.line)) throw problems.notALine({})
      await insertLineOwner(db, { ...input, by_account: actor.account, at })
      note({ line: input.line })
      return { id: input.id }
    },
  }),
]
