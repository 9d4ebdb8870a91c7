import { countyOf } from '@wangdi/domain/place-code.ts'
import { assignDwellings, readHistory, saveGrid, setLoadBand } from '@wangdi/domain/places/places.api.ts'
import { problems } from '@wangdi/domain/places/places.problems.ts'
import { whyNotEnd, whyNotOpen, whyNotRedraw } from '@wangdi/domain/places/places.rules.ts'
import { addDays } from '@wangdi/domain/day.ts'
import { refuse } from '@wangdi/domain/problem.ts'
import { serve } from '../platform/serve.ts'
import {
  countFrom,
  findGrid,
  findSameName,
  getGrid,
  keepOldName,
  listChosen,
  listGridChanges,
  lockGrids,
  moveDwellings,
  saveGrid as keepGrid,
  saveLoadBand,
} from './grid.queries.ts'

/** The verbs of grids: opening, redrawing, ending, and what changed. */
export const gridRoutes = [
  serve(saveGrid, {
    run: async ({ db, input, today, note }) => {
      await lockGrids(db, input.community)
      const before = await findGrid(db, input.community, input.id)
      const grid = { ...input, from: before?.from ?? input.from }
      if (!before) refuse(whyNotOpen(grid, today))
      if (await findSameName(db, grid)) throw problems.nameTaken({ name: grid.name })
      if (grid.until !== null && grid.until !== before?.until)
        refuse(whyNotEnd(grid.name, await countFrom(db, grid.id, grid.until), grid.until, today))
      if (before && before.name !== grid.name && before.from <= today) await keepOldName(db, before, today)
      note({ grid: grid.id })
      return keepGrid(db, grid)
    },
  }),
  serve(assignDwellings, {
    run: async ({ db, input, today, note }) => {
      const { community, from, dwellings = [], buildings = [], units = [], groups = [] } = input
      await lockGrids(db, community)
      const grid = input.grid === null ? undefined : await getGrid(db, community, input.grid)
      refuse(whyNotRedraw(grid, from, today))
      const { all, toMove } = await listChosen(db, community, { dwellings, buildings, units, groups }, input.grid, from)
      if (all === 0) throw problems.nothingChosen({})
      if (toMove.length > 0) await moveDwellings(db, community, toMove, grid, from)
      note(grid ? { grid: grid.id } : {})
      return { moved: toMove.length, unchanged: all - toMove.length }
    },
  }),
  serve(readHistory, {
    run: async ({ db, input, today }) => ({
      changes: await listGridChanges(db, input.community, input.from ?? addDays(today, -365), input.to ?? addDays(today, 365)),
    }),
  }),
  serve(setLoadBand, {
    run: async ({ db, input, note }) => {
      if (input.full >= input.over) throw problems.bandUpsideDown({})
      const band = { full: input.full, over: input.over }
      await saveLoadBand(db, countyOf(input.place), band)
      note({ county: countyOf(input.place) })
      return band
    },
  }),
]
