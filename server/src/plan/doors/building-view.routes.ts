import { readBuilding, readDoorsNotReached, readVillage } from '@wangdi/domain/plan/building-view.api.ts'
import { coverageOfDoors, doorsLeft } from '@wangdi/domain/plan/building-view.rules.ts'
import type { DoorCell } from '@wangdi/domain/plan/building-view.ts'
import { listEstates } from '../../places/index.ts'
import { ofCommunity, type Request, serve } from '../../platform/serve.ts'
import { chooseRound, getBuilding, listGridsOn, shown } from './building-view.queries.ts'
import { inBuilding, inCommunity, inVillage, listCells } from './door-cells.queries.ts'

const gridsOf = ({ reach, actor }: Pick<Request<unknown>, 'reach' | 'actor'>) => (reach === 'grid' ? actor.account : undefined)

/** Cells by unit or group, in the order in which they come. */
const inParts = <K extends string>(cells: readonly DoorCell[], keyOf: (cell: DoorCell) => K) =>
  [...Map.groupBy(cells, keyOf).values()].map((part) => {
    const coverage = coverageOfDoors(part)
    return {
      part,
      first: part[0] as DoorCell,
      done: coverage?.done ?? 0,
      due: coverage?.due ?? part.filter((cell) => cell.use !== 'vacant').length,
    }
  })

/** The pictures: a building by units and floors, a village by groups, and the list for the way. */
export const pictureRoutes = [
  serve(readBuilding, {
    about: async (db, input) => ofCommunity(db, { place: (await getBuilding(db, input.building)).community }),
    run: async (request) => {
      const { db, input, today } = request
      const day = input.on ?? today
      const { community, ...building } = await getBuilding(db, input.building)
      const { round, rounds } = await chooseRound(db, community, day, input.round)
      const cells = await listCells(db, { where: inBuilding(input.building), day, today, round, gridsOf: gridsOf(request) })
      request.saw([input.building])
      return {
        community,
        building,
        round: round ? shown(round) : null,
        rounds: rounds.map(shown),
        cells,
        coverage: coverageOfDoors(cells) ?? null,
        grids: await listGridsOn(db, community, day),
        units: inParts(cells, (cell) => cell.unit ?? '').map(({ part, first, done, due }) => ({
          unit: first.unit,
          floors: Math.max(0, ...part.map((cell) => cell.floor ?? 0)),
          rooms: part.length,
          done,
          due,
        })),
      }
    },
  }),
  serve(readVillage, {
    about: ofCommunity,
    run: async (request) => {
      const { db, input, today } = request
      const { community, estate, group } = input
      const day = input.on ?? today
      const { round, rounds } = await chooseRound(db, community, day, input.round)
      const where = inVillage(community, estate, group)
      const cells = await listCells(db, { where, day, today, round, gridsOf: gridsOf(request) })
      request.saw(cells.map(({ dwelling }) => dwelling))
      return {
        community,
        round: round ? shown(round) : null,
        rounds: rounds.map(shown),
        cells,
        coverage: coverageOfDoors(cells) ?? null,
        grids: await listGridsOn(db, community, day),
        estates: await listEstates(db, community),
        groups: inParts(cells, (cell) => `${cell.estate}/${cell.group}`).map(({ part, first, done, due }) => ({
          estate: first.estate,
          group: first.group ?? '',
          households: part.length,
          done,
          due,
        })),
      }
    },
  }),
  serve(readDoorsNotReached, {
    about: ofCommunity,
    run: async (request) => {
      const { db, input, today, note } = request
      const { community, building, grid, page = 0, size = 50 } = input
      const { round } = await chooseRound(db, community, today, input.round)
      if (!round) return { round: null, rows: [], total: 0 }
      const where = inCommunity(community, building, grid)
      const left = doorsLeft(await listCells(db, { where, day: today, today, round, gridsOf: gridsOf(request) }))
      note({ round: round.id }) // a list that leaves the house on paper is known afterwards
      const rows = left.slice(page * size, (page + 1) * size)
      request.saw(rows.map(({ dwelling }) => dwelling))
      return {
        round: shown(round),
        total: left.length,
        rows: rows.map(({ dwelling, door, worker, tries, last }) => ({
          dwelling,
          door,
          worker,
          found: last && { result: last.result, ...(last.entry && { entry: last.entry }) },
          tries,
        })),
      }
    },
  }),
]
