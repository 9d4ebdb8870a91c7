import {
  assessHome,
  countArrivals,
  decideObservation,
  deliverNotice,
  endObservation,
  proposeObservation,
} from '@wangdi/domain/observation/observation.api.ts'
import { problems } from '@wangdi/domain/observation/observation.problems.ts'
import { problems as queueProblems } from '@wangdi/domain/observation/queue/queue.problems.ts'
import { problems as releaseProblems } from '@wangdi/domain/observation/release/release.problems.ts'
import { isSaidByRelease } from '@wangdi/domain/observation/release/release.rules.ts'
import { stateOf } from '@wangdi/domain/observation/slots.rules.ts'
import { datedPhases, isAsProposed, whyNotOrder } from '@wangdi/domain/observation/term.rules.ts'
import { addDays, momentText, shanghaiDay } from '@wangdi/domain/day.ts'
import { arrivalDays } from '@wangdi/domain/people/arrival/arrival.rules.ts'
import { problems as common, refuse } from '@wangdi/domain/problem.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'
import { answerNow } from '../documents/index.ts'
import { holdClosing } from '../regimes/index.ts'
import { countyOf, type Db } from '../platform/db.ts'
import { type About, serve } from '../platform/serve.ts'
import { findEpisode, isNumberTaken } from './episode.queries.ts'
import { drawCodes, endCode, findOffice, saveCodes, takeNumbers } from './notice/office.queries.ts'
import { countArrivalsBy, findCodeOf, type NewOrder, saveDelivery, saveEnd, saveHome, saveOrders } from './order.queries.ts'
import { proposalFor } from './proposal.ts'
import { listReleases, lockStays, voidRelease } from './release/release.queries.ts'
import { lockDecision, saveDecisions, undoOrder } from './queue/decision.queries.ts'
import { findStayPlace, findWhom } from './who.queries.ts'

// Numbered by hand where the office keeps its own book, else in the series of the county.
async function nextNumber(db: Db, day: Day): Promise<string> {
  const { office } = await findOffice(db, countyOf(db))
  if (!office) throw queueProblems.officeMissing({})
  const [number = ''] = await takeNumbers(db, {
    ...{ county: countyOf(db), series: 'observation', letters: office.letters, day, count: 1 },
  })
  return number
}

// An arrival is decided once: what stands is taken back first, and whoever decides at the same moment waits for the other.
async function refuseDecided(db: Db, arrival: Id, today: Day): Promise<void> {
  const decision = await lockDecision(db, arrival)
  if (decision) throw queueProblems.decided({ by: decision.by, at: momentText(decision.at.getTime(), today) })
}

async function aboutPerson(db: Db, { person }: { person: Id }): Promise<About> {
  const whom = await findWhom(db, person)
  if (!whom) throw common.notFound({})
  return { place: whom.community, dwelling: whom.dwelling }
}

/** Where the stay of a request is; a stay outside the scope is not found. */
export async function aboutStay(db: Db, { observation }: { observation: Id }): Promise<About> {
  const about = await findStayPlace(db, observation)
  if (!about) throw common.notFound({})
  return about
}

/** Proposal, order, notice, home and end of an observation: the rule proposes, county health decides (R-LAW-9). */
export const orderVerbs = [
  serve(proposeObservation, {
    about: aboutPerson,
    run: async ({ db, input, today, note, saw }) => {
      note({ person: input.person })
      const { proposal } = await proposalFor(db, input, today)
      saw(proposal.co_residents.map(({ person }) => person))
      return proposal
    },
  }),

  serve(decideObservation, {
    about: aboutPerson,
    run: async ({ db, actor, input, today, at, packs, note, whyClosed }) => {
      await holdClosing(db, 'ordering')
      refuse(await whyClosed('observation'))
      const { kind } = input
      const { proposal, whom, counts_from, traced, facts } = await proposalFor(db, input, today)
      const reason = input.reason?.trim() ?? ''
      refuse(whyNotOrder(proposal.term, input.phases, reason))
      const number = input.number ?? (await nextNumber(db, today))
      if (await isNumberTaken(db, input.issuer, number, whom.id)) throw problems.repeated({ number })
      const phases = input.phases ? datedPhases(input.phases, counts_from) : proposal.phases
      const last_day = phases.at(-1)?.until ?? today
      if (last_day < today) throw problems.termOver({ last_day })
      if (input.arrival) await refuseDecided(db, input.arrival, today)
      const [code = ''] = drawCodes(countyOf(db), 1)
      const order: NewOrder = {
        ...{ id: input.id, kind, number, code, issuer: input.issuer, basis: input.basis, day_zero: counts_from },
        ...{ community: whom.community, person: whom.id, dwelling: whom.dwelling, arrival: input.arrival ?? null },
        ...{ last_day, phases, rule: proposal.rule, proposal: proposal.term, reason, notice: input.notice },
        as_proposed: isAsProposed(proposal.term, input.phases),
        traced: input.traced ? { at: new Date(input.traced.at), by: input.traced.by } : traced,
        decided_by: actor.account,
        decided_at: at,
        answer: answerNow(packs, { question: 'term', place: whom.community, day: today, facts, kind, subject: proposal.subject }),
      }
      if (!(await saveOrders(db, [order])).has(input.id)) throw problems.repeated({ number })
      await saveCodes(db, countyOf(db), [{ code, kind: 'observation', issuer: input.issuer, issued_on: today, until: last_day }])
      if (input.arrival)
        await saveDecisions(db, [
          {
            ...{ id: input.id, community: whom.community, arrival: input.arrival, observation: input.id, reason },
            ...{ proposal: { kind, day_zero: counts_from, phases: proposal.phases, last_day: proposal.last_day } },
            ...{ decided_by: actor.account, decided_at: at },
          },
        ])
      note({ observation: input.id })
      return { id: input.id }
    },
  }),

  serve(deliverNotice, {
    about: aboutStay,
    run: async ({ db, actor, input, at, today, clock, note }) => {
      const kept = await findEpisode(db, input.observation, today)
      if (!kept) throw common.notFound({})
      const { id, observation, way, receipt } = input
      const act = { id, community: kept.episode.community, by_account: actor.account, at, recorded_at: clock.now() }
      if (!(await saveDelivery(db, { ...act, observation, way, receipt, note: input.note ?? '' }))) throw common.commandReused({})
      note({ observation })
      return { id }
    },
  }),

  serve(assessHome, {
    about: aboutPerson,
    run: async ({ db, actor, input, at, clock, note }) => {
      const whom = await findWhom(db, input.person)
      if (!whom) throw common.notFound({})
      const { id, person, items } = input
      const act = { id, community: whom.community, by_account: actor.account, at, recorded_at: clock.now() }
      const home = { ...act, person, day: shanghaiDay(at.getTime()), items, second_name: input.with }
      if (!(await saveHome(db, home))) throw common.commandReused({})
      note({ person })
      return { id }
    },
  }),

  serve(endObservation, {
    about: aboutStay,
    run: async ({ db, actor, input, at, today, clock, note }) => {
      await lockStays(db, [input.observation])
      const kept = await findEpisode(db, input.observation, today)
      if (!kept) throw common.notFound({})
      const { episode } = kept
      const release = (await listReleases(db, [episode.id])).get(episode.id)
      if (release && isSaidByRelease(input.reason)) throw releaseProblems.released(release)
      const ended = problems.alreadyEnded({ number: episode.number })
      if (stateOf(episode, clock.now().toISOString()) === 'ended') throw ended
      const { id, observation, reason } = input
      const act = { id, community: episode.community, by_account: actor.account, at }
      if (!(await saveEnd(db, { ...act, observation, reason, note: input.note }))) throw ended
      // Whoever fell ill on the last evening has a release that holds no longer.
      await voidRelease(db, episode.id, at)
      const code = await findCodeOf(db, observation)
      // Given in error, it was never in force: the notice is void, and whoever came is decided about again.
      if (reason === 'ordered-in-error') await undoOrder(db, { observation, code }, { by: actor.account, at, why: input.note })
      else if (code !== null) await endCode(db, countyOf(db), code, today)
      note({ observation })
      return { id }
    },
  }),

  serve(countArrivals, {
    run: async ({ db, input, today }) => ({
      origins: await countArrivalsBy(
        db,
        input.place,
        input.from ?? addDays(today, -arrivalDays),
        input.to ?? addDays(today, arrivalDays),
      ),
    }),
  }),
]
