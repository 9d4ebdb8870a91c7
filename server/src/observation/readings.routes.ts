import { answerAlert, listAlerts, recordReading } from '@wangdi/domain/observation/observation.api.ts'
import { problems } from '@wangdi/domain/observation/observation.problems.ts'
import { abnormal, slotOf } from '@wangdi/domain/observation/slots.rules.ts'
import { whyNotReading } from '@wangdi/domain/observation/term.rules.ts'
import { problems as common, refuse } from '@wangdi/domain/problem.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import type { Db } from '../platform/db.ts'
import { kindWords } from '@wangdi/policy/engine/packs.ts'
import { getPacks } from '../platform/packs.ts'
import { type About, serve } from '../platform/serve.ts'
import { findEpisode, listEpisodes } from './episode.queries.ts'
import { aboutStay } from './orders.routes.ts'
import { findReading, listAlerts as alertsOf, saveAnswer, saveReading } from './reading.queries.ts'

async function aboutReading(db: Db, { reading }: { reading: Id }): Promise<About> {
  const found = await findReading(db, reading)
  if (!found) throw common.notFound({})
  return { place: found.community }
}

/** Readings as they are made, and the doctor's list of those that are abnormal (R-2020A-14, R-2021-23). */
export const readingVerbs = [
  serve(recordReading, {
    about: aboutStay,
    run: async ({ db, actor, input, at, today, clock, note }) => {
      const kept = await findEpisode(db, input.observation, today)
      if (!kept) throw common.notFound({})
      const { episode } = kept
      const now = clock.now()
      const taken_at = input.taken_at ?? at.toISOString()
      refuse(whyNotReading(episode, { ...input, taken_at }, now.toISOString()))
      const { id, observation, temperature, symptoms, measured_by, not_measured } = input
      const made = await saveReading(db, {
        ...{ id, observation, temperature, symptoms, measured_by, not_measured },
        ...slotOf(taken_at, episode.rule),
        note: input.note ?? '',
        community: episode.community,
        taken_at: new Date(taken_at),
        by_account: actor.account,
        recorded_at: now,
      })
      if (!made) throw common.commandReused({})
      note({ observation })
      return { id }
    },
  }),

  serve(listAlerts, {
    run: async ({ db, input, today, clock, saw }) => {
      const now = clock.now().getTime()
      const paging = { page: input.page ?? 0, size: input.size ?? 50 }
      const { rows, total } = await alertsOf(db, input.place, input.answered ?? false, paging)
      const ids = [...new Set(rows.map(({ reading }) => reading.observation))]
      const stays = await listEpisodes(db, { place: '', ids }, today, { page: 0, size: ids.length })
      const stayOf = new Map(stays.rows.map((kept) => [kept.episode.id, kept]))
      const lines = rows.flatMap(({ reading, community, fever, answers }) => {
        const kept = stayOf.get(reading.observation)
        if (!kept) return []
        const treated = answers.find(({ outcome }) => outcome !== 'retest')
        const until = treated ? new Date(treated.at).getTime() : now
        const waited = Math.max(0, Math.floor((until - new Date(reading.recorded_at).getTime()) / 60_000))
        const { person, dwelling, kind } = kept.episode
        const kind_words = kindWords(getPacks(), kind)
        const who = { person, dwelling, kind, kind_words, name: kept.name, age: kept.age, door: kept.door }
        return [{ reading, observation: reading.observation, ...who, community, fever, answers, waited }]
      })
      saw(lines.map(({ person }) => person))
      return { rows: lines, total }
    },
  }),

  serve(answerAlert, {
    about: aboutReading,
    run: async ({ db, actor, input, at, note }) => {
      const found = await findReading(db, input.reading)
      if (!found) throw common.notFound({})
      if (!abnormal(found.reading, found)) throw problems.notAbnormal({})
      const { id, reading, outcome } = input
      const answer = { id, community: found.community, reading, outcome, note: input.note ?? '' }
      await saveAnswer(db, { ...answer, by_account: actor.account, at })
      note({ observation: found.reading.observation })
      return { id }
    },
  }),
]
