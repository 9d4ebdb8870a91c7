import { readGrids } from '@wangdi/domain/plan/building-view.api.ts'
import { loadIn } from '@wangdi/domain/places/places.rules.ts'
import { serve } from '../platform/serve.ts'
import { chooseRound } from './building-view.queries.ts'
import { type DutyRow, listDutiesOn, listGridFigures, readBandAndGap } from './grid-load.queries.ts'

/** Grids with who answers for them, the vacancies, the cover and the load. */
export const gridLoadRoutes = [
  serve(readGrids, {
    run: async ({ db, input, today }) => {
      const { community } = input
      const day = input.on ?? today
      const { round } = await chooseRound(db, community, day, undefined)
      const duties = await listDutiesOn(db, community, day)
      const { band, withoutGrid } = await readBandAndGap(db, community, day)
      const grids = (await listGridFigures(db, community, day, round)).map(({ leftOn, ...grid }) => {
        const find = (kind: DutyRow['kind']) => dutyOf(duties.find((duty) => duty.grid === grid.id && duty.kind === kind))
        const [worker, standIn] = [find('worker'), find('stand-in')]
        const vacantSince = worker || standIn ? null : (leftOn ?? grid.from)
        return { ...grid, worker, standIn, vacantSince, load: loadIn(band, grid.households) }
      })
      return { band, grids, withoutGrid }
    },
  }),
]

const dutyOf = (duty: DutyRow | undefined) => (duty ? { account: duty.account, name: duty.name, until: duty.until } : null)
