import { shanghaiDay } from '@wangdi/domain/day.ts'
import { getObservation, listObservations } from '@wangdi/domain/observation/observation.api.ts'
import type { EndReason } from '@wangdi/domain/observation/observation.ts'
import { callsAfter } from '@wangdi/domain/observation/release/after.rules.ts'
import { releaseHolds } from '@wangdi/domain/observation/release/release.rules.ts'
import { judgeSlots } from '@wangdi/domain/observation/slots.rules.ts'
import { stepsOf } from '@wangdi/domain/observation/steps.rules.ts'
import { datedPhases, shorterUnder } from '@wangdi/domain/observation/term.rules.ts'
import { problems as common } from '@wangdi/domain/problem.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'
import { termFor } from '@wangdi/policy/engine/term.ts'
import type { Term } from '@wangdi/policy/engine/answer.ts'
import type { Static } from 'typebox'
import type { Db } from '../platform/db.ts'
import { getPacks } from '../platform/packs.ts'
import { ofCommunity, serve } from '../platform/serve.ts'
import { factsOf } from '../regimes/index.ts'
import { countWaiting, type EpisodeFilter, findEpisode, findOrder, type KeptEpisode, listEpisodes } from './episode.queries.ts'
import { countsOf, judgeRunning } from './running.ts'
import { listDeliveries, listHomes } from './order.queries.ts'
import { aboutStay } from './orders.routes.ts'
import { listAnswers, listReadings } from './reading.queries.ts'
import { listCalls, listHandovers, listWithdrawn } from './release/after.queries.ts'
import { listReleases } from './release/release.queries.ts'
import { episodeRow, slotRow } from './rows.ts'
import { listCoResidents } from './who.queries.ts'

async function rowsOf(db: Db, kept: readonly KeptEpisode[], now: string): Promise<ReturnType<typeof episodeRow>[]> {
  const ids = kept.map(({ episode }) => episode.id)
  const readings = Map.groupBy(await listReadings(db, ids), (reading) => reading.observation)
  return kept.map((each) => episodeRow(each, readings.get(each.episode.id) ?? [], now))
}

/** A list of stays, and the file of one: both computed when asked, from orders and readings. */
export const episodeVerbs = [
  serve(listObservations, {
    about: ofCommunity,
    run: async ({ db, actor, input, reach, today, clock, saw }) => {
      const now = clock.now().toISOString()
      const { place, grid, dwelling, person, state, show } = input
      const filter: EpisodeFilter = { place, grid, dwelling, person, gridsOf: reach === 'grid' ? actor.account : undefined }
      const running = await judgeRunning(db, filter, now, today)
      const paging = { page: input.page ?? 0, size: input.size ?? 50 }
      const { people, ...waiting } = await countWaiting(db, filter, today)
      const counts = { ...countsOf(running), ...waiting }
      // Of one person or door the counts alone say who is observed, whatever rows are asked for.
      if (person !== undefined || dwelling !== undefined) saw([...running.map((stay) => stay.person), ...people])
      if (show === undefined || show === 'release' || show === 'handover' || show === 'calls') {
        const asked = show === undefined ? { ...filter, state } : { ...filter, waitsFor: show }
        const found = await listEpisodes(db, asked, today, paging)
        saw(found.rows.map(({ episode }) => episode.person))
        return { rows: await rowsOf(db, found.rows, now), total: found.total, counts }
      }
      const chosen = running.filter((stay) => stay[show]).map(({ id }) => id)
      const ids = chosen.slice(paging.page * paging.size, (paging.page + 1) * paging.size)
      const found = await listEpisodes(db, { place, ids }, today, { page: 0, size: paging.size })
      saw(found.rows.map(({ episode }) => episode.person))
      return { rows: await rowsOf(db, found.rows, now), total: chosen.length, counts }
    },
  }),

  serve(getObservation, {
    about: (db, input) => aboutStay(db, { observation: input.id }),
    run: async ({ db, input, today, clock, note, saw }) => {
      const now = clock.now().toISOString()
      const kept = await findEpisode(db, input.id, today)
      const order = await findOrder(db, input.id)
      if (!kept || !order) throw common.notFound({})
      const { episode } = kept
      const readings = await listReadings(db, [episode.id])
      const answers = await listAnswers(db, episode.id)
      const deliveries = await listDeliveries(db, episode.id)
      const homes = await listHomes(db, episode.person)
      const releases = await listReleases(db, [episode.id])
      const release = releases.get(episode.id) ?? null
      const waiting = await listEpisodes(db, { place: '', ids: [episode.id], waitsFor: 'release' }, today, { page: 0, size: 1 })
      const slots = judgeSlots(episode, readings, now)
      const ended = order.end && {
        ...order.end,
        at: new Date(order.end.at).toISOString(),
        reason: order.end.reason as Static<typeof EndReason>,
      }
      const coResidents = await listCoResidents(db, { id: episode.person as Id, dwelling: episode.dwelling }, today)
      note({ observation: episode.id })
      saw([episode.person, ...coResidents.map(({ person }) => person)])
      return {
        ...episodeRow(kept, readings, now),
        basis: order.basis,
        reason: order.reason,
        decided_by: order.decided_by,
        as_proposed: order.as_proposed,
        proposal: order.proposal as Term,
        notice: order.notice,
        slots: slots.map(slotRow),
        readings,
        answers,
        deliveries,
        homes,
        steps: stepsOf({
          traced: order.traced_at ? { at: order.traced_at.toISOString(), by: order.traced_by ?? '' } : undefined,
          decided: { at: episode.decided_at, by: order.decided_by },
          deliveries,
          homes: homes.filter(({ day }) => day >= shanghaiDay(episode.decided_at)),
          readings,
          answers,
          slots,
          rule: episode.rule,
          now,
          at_home: episode.phases.some(({ where }) => where !== 'central'),
        }),
        ended,
        release,
        release_deliveries: release ? await listHandovers(db, release.id) : [],
        calls: release && releaseHolds(ended) ? callsAfter(release, await listCalls(db, episode.id), today) : [],
        withdrawn: await listWithdrawn(db, episode.id),
        to_release: waiting.total > 0,
        shorter: (await shorterToday(db, kept, today)) ?? null,
        co_residents: coResidents,
      }
    },
  }),
]

// A rule of today may shorten what runs; it is shown, and county health ends the stay or not.
async function shorterToday(db: Db, { episode }: KeptEpisode, today: Day): Promise<Day | undefined> {
  const facts = await factsOf(db, episode.community, today)
  const term = termFor(getPacks(), { kind: episode.kind as Term['kind'], day: today, place: episode.community, facts })
  if (term.rule === null) return undefined
  return shorterUnder(episode, datedPhases(term.phases, episode.phases[0]?.from ?? episode.day_zero))
}
