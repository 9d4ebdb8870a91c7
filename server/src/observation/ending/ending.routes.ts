import { addDays, shanghaiDay, shanghaiInstant } from '@wangdi/domain/day.ts'
import { handOver, listLeft } from '@wangdi/domain/observation/ending/ending.api.ts'
import { problems } from '@wangdi/domain/observation/ending/ending.problems.ts'
import { type Problem, problems as common } from '@wangdi/domain/problem.ts'
import { endedOn } from '@wangdi/domain/regimes/ended.rules.ts'
import { goingOn } from '@wangdi/domain/regimes/regimes.rules.ts'
import type { Day, Id, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import { answersOf } from '../../platform/commands/each.ts'
import { countyOf, type Db } from '../../platform/db.ts'
import { ofCommunity, serve } from '../../platform/serve.ts'
import { findResponse, listConcerning } from '../../regimes/index.ts'
import { lockStays } from '../release/release.queries.ts'
import { type Ending, listLeftAt, saveHandovers } from './ending.queries.ts'

// A response that reaches into the county and opened observation; while it runs it is asked as if it ended now.
async function endingOf(db: Db, id: Id, now: Instant, today: Day): Promise<{ ending: Ending; ended: Day | null }> {
  const county = countyOf(db)
  const response = await findResponse(db, id)
  const reaches = (area: PlaceCode) => area.startsWith(county) || county.startsWith(area)
  if (!response?.functions.includes('observation') || !response.scope.some(reaches)) throw common.notFound({})
  const ended = endedOn(response, today) ?? null
  const closing = response.acts.find(({ kind }) => kind === 'closed')
  const closed = closing && shanghaiDay(closing.at) === ended ? closing.at : undefined
  // A term lasts through its last day: whoever is free on that evening is not left.
  const day = ended === null ? today : closed ? ended : addDays(ended, 1)
  const moment = ended === null ? now : (closed ?? shanghaiInstant(day, '00:00'))
  const held = goingOn(await listConcerning(db, county), response, 'observation', day)
  return { ending: { response: id, day, moment, areas: response.scope, held }, ended }
}

/** Who is left under observation when a response ends, and what becomes of each (传染病防治法 §58, §67: no measure without its term). */
export const endingVerbs = [
  serve(listLeft, {
    about: ofCommunity,
    run: async ({ db, input, today, clock, note, saw }) => {
      const { ending, ended } = await endingOf(db, input.response, clock.now().toISOString(), today)
      const found = await listLeftAt(db, ending, input.place, { page: input.page ?? 0, size: input.size ?? 50 })
      note({ response: input.response })
      saw(found.rows.map(({ person }) => person))
      return { ...found, ended_on: ended }
    },
  }),

  serve(handOver, {
    about: ofCommunity,
    run: async ({ db, actor, input, at, today, clock, note, saw }) => {
      const { response, place, items, outcome, note: said } = input
      const { ending } = await endingOf(db, response, clock.now().toISOString(), today)
      const ids = items.map(({ observation }) => observation)
      await lockStays(db, ids)
      const { rows } = await listLeftAt(db, ending, place, { page: 0, size: ids.length, ids })
      const found = new Map(rows.map((row) => [row.observation, row]))
      const refused = new Map<Id, Problem>()
      const fit = items.flatMap(({ id, observation }) => {
        const row = found.get(observation)
        if (!row) refused.set(observation, problems.notLeft({}))
        else if (row.settled) refused.set(observation, problems.settled({ by: row.settled.by }))
        return row && !row.settled ? [{ id, row }] : []
      })
      const made = await saveHandovers(
        db,
        fit.map(({ id, row: { community, observation } }) => ({
          ...{ id, community, observation, response, outcome, note: said },
          ...{ by_account: actor.account, at },
        })),
      )
      for (const { row } of fit) if (!made.has(row.observation)) refused.set(row.observation, problems.settled({ by: '' }))
      note({ response, settled: String(made.size) })
      saw(fit.map(({ row }) => row.person))
      return { answers: answersOf(ids, refused) }
    },
  }),
]
