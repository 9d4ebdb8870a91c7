import { addDays, shanghaiDay } from '@wangdi/domain/day.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import { problems, refuse } from '@wangdi/domain/problem.ts'
import {
  closeRound,
  listRounds,
  openRound,
  readCoverage,
  readTold,
  readVisits,
  recordVisit,
} from '@wangdi/domain/rounds/rounds.api.ts'
import { problems as problemsOfRounds } from '@wangdi/domain/rounds/rounds.problems.ts'
import { isOfSum } from '@wangdi/domain/rounds/coverage.rules.ts'
import { visitMemoryDays } from '@wangdi/domain/rounds/due.rules.ts'
import { whyNotOpen, whyNotRecord } from '@wangdi/domain/rounds/rounds.rules.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import { saveUse } from '../places/index.ts'
import type { Db } from '../platform/db.ts'
import { ofCommunity, serve } from '../platform/serve.ts'
import { figuresByBuilding, figuresByGrid, figuresOf, linesOf } from './coverage.ts'
import { countLate, holdRounds } from './frozen.queries.ts'
import { addRound, endRound, getRound, listRounds as readRounds } from './round.queries.ts'
import { addVisit, areAtDoor, getDwelling, gridsFor, listTold, listVisits, metAlone } from './visit.queries.ts'

const pageOf = ({ page = 0, size = 50 }: { page?: number; size?: number }) => ({ limit: size, offset: page * size })

const atDoor = async (db: Db, { dwelling }: { dwelling: Id }) => ({
  place: (await getDwelling(db, dwelling)).community,
  dwelling,
})

/** The verbs of rounds and visits. */
export const roundRoutes = [
  serve(recordVisit, {
    about: atDoor,
    run: async ({ db, actor, input, at, today, note }) => {
      const { community, use } = await getDwelling(db, input.dwelling)
      await holdRounds(db, community, 'visiting')
      const round = input.round ? await getRound(db, input.round) : undefined
      if (round && round.community !== community) throw problems.notFound({})
      refuse(whyNotRecord(at.toISOString(), round))
      const replaces = input.replaces ?? null
      const said = input.met ?? []
      const alone = input.result === 'met' && said.length === 0
      const met = alone ? await metAlone(db, input.dwelling, replaces, today) : said
      if (!(await areAtDoor(db, input.dwelling, met, replaces))) throw problemsOfRounds.metElsewhere({})
      await addVisit(db, {
        id: input.id,
        community,
        dwelling: input.dwelling,
        round: input.round ?? null,
        at: at.toISOString(),
        day: shanghaiDay(at.getTime()),
        by: actor.account,
        result: input.result,
        needs: input.needs ?? [],
        use: input.use ?? null,
        met,
        note: input.note ?? '',
        changes: input.changes ?? '',
        entry: input.entry ?? 'at-door',
        replaces,
      })
      await countLate(db, { community, dwelling: input.dwelling, day: shanghaiDay(at.getTime()) }, today)
      if (input.use && input.use !== use) await saveUse(db, input.dwelling, input.use)
      note({ visit: input.id, dwelling: input.dwelling })
      return { id: input.id }
    },
  }),
  serve(openRound, {
    run: async ({ db, actor, input, note }) => {
      refuse(whyNotOpen(input))
      await addRound(db, input, actor.account)
      note({ round: input.id })
      return { id: input.id }
    },
  }),
  serve(closeRound, {
    about: async (db, { id }) => ({ place: (await getRound(db, id)).community }),
    run: async ({ db, input, at, note }) => {
      const round = await getRound(db, input.id)
      await holdRounds(db, round.community, 'ending')
      refuse(whyNotOpen({ from: round.from, until: input.until }))
      if (!(await endRound(db, input.id, input.until, at))) throw problemsOfRounds.closedAlready({ name: round.name })
      note({ round: input.id })
      return { id: input.id }
    },
  }),
  serve(listRounds, {
    run: async ({ db, input, today }) => {
      const rounds = await readRounds(db, input.community, input.open ? today : undefined)
      const { size = 20 } = input
      const at = rounds.findIndex(({ id, kind }) => id === input.round || kind === input.round)
      const page = input.page ?? Math.max(0, Math.floor(at / size))
      const covered = []
      for (const round of rounds.slice(page * size, (page + 1) * size))
        covered.push({ ...round, coverage: figuresOf(await linesOf(db, round, today)) })
      return { rounds: covered, page, total: rounds.length }
    },
  }),
  serve(readCoverage, {
    about: async (db, { id }) => ofCommunity(db, { place: (await getRound(db, id)).community }),
    run: async ({ db, actor, reach, input, today, saw }) => {
      const round = await getRound(db, input.id)
      const grids = await gridsFor(db, actor, reach, input.grid, today)
      const lines = await linesOf(db, round, today, grids)
      const asked = input.standing ?? 'not-reached'
      const chosen = lines.filter(
        ({ standing, gridId, part }) =>
          isOfSum(standing, asked) &&
          (input.in_grid === undefined || (gridId ?? 'none') === input.in_grid) &&
          (input.in_part === undefined || part === input.in_part),
      )
      const { limit, offset } = pageOf(input)
      const page = chosen.slice(offset, offset + limit)
      saw(page.map(({ person, dwelling }) => person?.id ?? dwelling))
      return {
        round,
        coverage: figuresOf(lines),
        byGrid: figuresByGrid(lines),
        byBuilding: figuresByBuilding(lines),
        lines: {
          rows: page.map(({ gridId: _, part: __, ...line }) => line),
          total: chosen.length,
        },
      }
    },
  }),
  serve(readTold, {
    about: ofCommunity,
    run: async ({ db, actor, reach, input, today, saw }) => {
      const grids = await gridsFor(db, actor, reach, undefined, today)
      const from = input.from ?? addDays(today, -visitMemoryDays)
      const told = await listTold(db, { community: input.community, what: input.what, from, grids, today }, pageOf(input))
      const rows = told.rows.map(({ door, total: _, ...visit }) => ({
        ...visit,
        door: doorText(door),
      }))
      saw(rows.flatMap(({ dwelling, met }) => [dwelling, ...met]))
      return { rows, total: told.total }
    },
  }),
  serve(readVisits, {
    about: atDoor,
    run: async ({ db, input, note, saw }) => {
      const visits = await listVisits(db, input.dwelling, pageOf(input))
      note({ dwelling: input.dwelling })
      saw(visits.rows.flatMap(({ met }) => met))
      return visits
    },
  }),
]
