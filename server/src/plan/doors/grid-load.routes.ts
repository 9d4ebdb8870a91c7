import { listGridDoors, readGrids, readOpenDoors, readVacancies } from '@wangdi/domain/plan/building-view.api.ts'
import { shanghaiInstant } from '@wangdi/domain/day.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { reachOf } from '@wangdi/domain/access/access.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import { loadIn } from '@wangdi/domain/places/places.rules.ts'
import { ofCommunity, type Request, serve } from '../../platform/serve.ts'
import { whyClosed } from '../../regimes/index.ts'
import { tasksOf } from '../../reports/index.ts'
import { listAnswering } from '../evidence.queries.ts'
import { doorsWithWork } from '../evidence.ts'
import { chooseRound } from './building-view.queries.ts'
import {
  type DutyRow,
  listDoorsOfGrids,
  listDutiesOn,
  listGridFigures,
  listPlates,
  listVacancies,
  readBandAndGap,
} from './grid-load.queries.ts'
import { atHomeNow, listStays } from './observed-doors.queries.ts'

/** Grids with who answers for them, the vacancies, the cover and the load. */
export const gridLoadRoutes = [
  serve(readGrids, {
    run: async (request) => {
      const { db, input, today } = request
      const { community } = input
      const day = input.on ?? today
      const { round } = await chooseRound(db, community, day, undefined)
      const duties = await listDutiesOn(db, community, day)
      const { band, withoutGrid } = await readBandAndGap(db, community, day)
      const managed = await countManaged(request, community, day)
      const grids = (await listGridFigures(db, community, day, round)).map(({ leftOn, ...grid }) => {
        const find = (kind: DutyRow['kind']) => dutyOf(duties.find((duty) => duty.grid === grid.id && duty.kind === kind))
        const [worker, standIn] = [find('worker'), find('stand-in')]
        const vacantSince = worker || standIn ? null : (leftOn ?? grid.from)
        return {
          ...grid,
          managed: managed && (managed.get(grid.id) ?? 0),
          worker,
          standIn,
          vacantSince,
          load: loadIn(band, grid.households),
        }
      })
      return { band, grids, round: round?.id ?? null, withoutGrid }
    },
  }),
  serve(readOpenDoors, {
    about: ofCommunity,
    run: async ({ db, input, today, clock, saw }) => {
      const { community, account, page = 0, size = 50 } = input
      const doors = await doorsWithWork(db, await tasksOf(db, community, today, clock.now()))
      const answering = await listAnswering(db, [...doors], today)
      const own = new Map(answering.filter((one) => !account || one.account === account).map((one) => [one.dwelling, one]))
      const plates = await listPlates(db, [...own.keys()])
      const rows = plates.slice(page * size, (page + 1) * size).flatMap(({ dwelling, door }) => {
        const one = own.get(dwelling)
        return one ? [{ dwelling, door: doorText(door), account: one.account, worker: one.name, grid: one.grid }] : []
      })
      saw(rows.map(({ dwelling }) => dwelling))
      return { rows, total: plates.length }
    },
  }),
  serve(listGridDoors, {
    about: ofCommunity,
    run: async ({ db, input, today, saw }) => {
      const { community, grid, outside = false, lived = false, page = 0, size = 50 } = input
      const { rows, total } = await listDoorsOfGrids(db, { community, grid, outside, lived, day: today, page, size })
      saw(rows.map(({ dwelling }) => dwelling))
      return { rows: rows.map(({ dwelling, door }) => ({ dwelling, door: doorText(door) })), total }
    },
  }),
  serve(readVacancies, {
    run: ({ db, input, today }) => {
      const { place, on = today, page = 0, size = 50 } = input
      return listVacancies(db, { place, day: on, page, size })
    },
  }),
]

const dutyOf = (duty: DutyRow | undefined) => (duty ? { account: duty.account, name: duty.name, until: duty.until } : null)

// People at home under observation by grid; null for who may not see them, and where nobody can be: while it is closed.
async function countManaged(
  { db, actor, clock, today }: Pick<Request<never>, 'db' | 'actor' | 'clock' | 'today'>,
  community: PlaceCode,
  day: Day,
): Promise<Map<Id | null, number> | null> {
  if (reachOf('observation.list', actor.role) !== 'area') return null
  if (await whyClosed(db, 'observation', community, day)) return null
  const stays = await listStays(db, { community, building: undefined, day, gridsOf: undefined })
  const now = day === today ? clock.now().toISOString() : shanghaiInstant(day, '12:00')
  const byGrid = Map.groupBy(atHomeNow(stays, day, now), (stay) => stay.grid)
  return new Map([...byGrid].map(([grid, people]) => [grid, new Set(people.map((stay) => stay.person)).size]))
}
