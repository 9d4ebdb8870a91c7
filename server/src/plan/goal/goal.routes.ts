import { addDays } from '@wangdi/domain/day.ts'
import { birthdaysOf } from '@wangdi/domain/people/key-group.rules.ts'
import { listGoalPeople, readGoal } from '@wangdi/domain/plan/goal/goal.ts'
import { callsCount, callsIn, goalOf } from '@wangdi/domain/plan/goal/goal.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { listLedger, tierRowsBy, withContact } from '../../health/index.ts'
import type { Db } from '../../platform/db.ts'
import { getPacks } from '../../platform/packs.ts'
import { ofCommunity, type Served, serve } from '../../platform/serve.ts'
import { openFunctions } from '../../regimes/index.ts'
import { listCommunities } from '../communities.queries.ts'
import { listAbnormal, listToldVisits } from './goal.queries.ts'

/** How many days back calls for help are looked at. */
const callDays = 30

/** The key persons of a community with their colour, the contact with them and their calls for help. */
async function peopleOf(db: Db, community: PlaceCode, day: Day) {
  const packs = getPacks()
  const ledger = await listLedger(db, { community, bornUntil: birthdaysOf('elder', day).until, today: day })
  const rows = await withContact(db, community, ledger.map(tierRowsBy(packs, day)), day)
  const since = addDays(day, -callDays)
  const told = Map.groupBy(await listToldVisits(db, community, since), ({ dwelling }) => dwelling)
  const abnormal = Map.groupBy(await listAbnormal(db, community, since), ({ person }) => person)
  return rows.map(({ person, name, dwelling, door, colour, contact }) => {
    // Who was met is named where several live; a visit that names nobody speaks for the whole door.
    const visits = (dwelling ? (told.get(dwelling) ?? []) : []).filter(({ met }) => met.length === 0 || met.includes(person))
    return { person, name, dwelling, door, colour, contact, calls: [...callsIn(visits), ...(abnormal.get(person) ?? [])] }
  })
}

/** The goal board of communities. */
export const goalVerbs: readonly Served[] = [
  serve(readGoal, {
    run: async ({ db, input, today }) => {
      const { place, page = 0, size = 20 } = input
      const { rows, total } = await listCommunities(db, { place, day: today, page, size })
      const counted = []
      for (const row of rows) counted.push({ ...row, goal: goalOf(await peopleOf(db, row.community, today)) })
      return { rows: counted, total, leads: (await openFunctions(db, place, today)).length === 0 }
    },
  }),

  serve(listGoalPeople, {
    about: ofCommunity,
    run: async ({ db, input, today, saw }) => {
      const { community, part, colour, page = 0, size = 50 } = input
      const found = (await peopleOf(db, community, today)).filter(
        (one) => callsCount[part](one.calls) && (colour === undefined || (one.colour ?? 'unknown') === colour),
      )
      const shown = found.slice(page * size, (page + 1) * size)
      saw(shown.map(({ person }) => person))
      const rows = shown.map(({ person, name, dwelling, door }) => ({ person, name, dwelling, door }))
      return { rows, total: found.length }
    },
  }),
]
