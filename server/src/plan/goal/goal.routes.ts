import { addDays } from '@wangdi/domain/day.ts'
import { birthdaysOf } from '@wangdi/domain/people/key-group.rules.ts'
import { readGoal } from '@wangdi/domain/plan/goal/goal.ts'
import { callsIn, goalOf } from '@wangdi/domain/plan/goal/goal.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { listLedger, tierRowsBy, withContact } from '../../health/index.ts'
import type { Db } from '../../platform/db.ts'
import { getPacks } from '../../platform/packs.ts'
import { type Served, serve } from '../../platform/serve.ts'
import { openFunctions } from '../../regimes/index.ts'
import { listCommunities } from '../communities.queries.ts'
import { listAbnormal, listToldVisits } from './goal.queries.ts'

/** How many days back calls for help are looked at. */
const callDays = 30

async function goalIn(db: Db, community: PlaceCode, day: Day) {
  const packs = getPacks()
  const ledger = await listLedger(db, { community, bornUntil: birthdaysOf('elder', day).until, today: day })
  const rows = await withContact(db, community, ledger.map(tierRowsBy(packs, day)), day)
  const since = addDays(day, -callDays)
  const told = Map.groupBy(await listToldVisits(db, community, since), ({ dwelling }) => dwelling)
  const abnormal = Map.groupBy(await listAbnormal(db, community, since), ({ person }) => person)
  return goalOf(
    rows.map(({ person, dwelling, colour, contact }) => {
      // Who was met is named where several live; a visit that names nobody speaks for the whole door.
      const visits = (dwelling ? (told.get(dwelling) ?? []) : []).filter(({ met }) => met.length === 0 || met.includes(person))
      return { colour, contact, calls: [...callsIn(visits), ...(abnormal.get(person) ?? [])] }
    }),
  )
}

/** The goal board of communities. */
export const goalVerbs: readonly Served[] = [
  serve(readGoal, {
    run: async ({ db, input, today }) => {
      const { place, page = 0, size = 20 } = input
      const { rows, total } = await listCommunities(db, { place, day: today, page, size })
      const counted = []
      for (const row of rows) counted.push({ ...row, goal: await goalIn(db, row.community, today) })
      return { rows: counted, total, leads: (await openFunctions(db, place, today)).length === 0 }
    },
  }),
]
