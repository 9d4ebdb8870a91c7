import { isWithin } from '@wangdi/domain/place-code.ts'
import { problems as common, type Problem, refuse } from '@wangdi/domain/problem.ts'
import {
  decideDemand,
  endDemand,
  fileDemand,
  listDemands,
  readDemand,
  renewDemand,
  tellDemand,
  weighDemand,
} from '@wangdi/domain/reports/demands/demands.api.ts'
import type { KnownDemand, Wanted } from '@wangdi/domain/reports/demands/demand.ts'
import { problems } from '@wangdi/domain/reports/demands/demands.problems.ts'
import {
  mayAnswer,
  judge,
  lapsesAfter,
  lastDayOf,
  longestDays,
  overlapsOf,
  stateOf,
} from '@wangdi/domain/reports/demands/demands.rules.ts'
import { daysBetween } from '@wangdi/domain/day.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { v7 as newId } from 'uuid'
import type { Db } from '../../platform/db.ts'
import { type Served, serve } from '../../platform/serve.ts'
import { findLeastCount } from '../small-figures.queries.ts'
import { answersFor } from './answers.ts'
import { findDemand, isUndecided, type KeptDemand, listConcerning, lockDemand, saveAct, saveDemand } from './demand.queries.ts'

function whyNotWanted(wanted: Wanted, place: PlaceCode): Problem | undefined {
  const outside = wanted.scope.find((area) => !isWithin(area, place))
  if (outside !== undefined) return problems.outside({ place: outside })
  return wanted.until < wanted.from ? problems.endsFirst({}) : undefined
}

const weighed = async (db: Db, wanted: KnownDemand, place: PlaceCode, today: Day, self?: Id) =>
  judge(
    wanted,
    (await listConcerning(db, place)).filter(({ id }) => id !== self),
    place,
    today,
  )

async function getDemand(db: Db, id: Id): Promise<KeptDemand> {
  const demand = await findDemand(db, id)
  if (!demand) throw common.notFound({})
  return demand
}

const weighing = serve(weighDemand, {
  run: async ({ db, input, today }) => {
    refuse(whyNotWanted(input.wanted, input.place))
    return weighed(db, input.wanted, input.place, today)
  },
})

const filing = serve(fileDemand, {
  run: async ({ db, input, actor, at, today, note }) => {
    const { id, place, wanted } = input
    refuse(whyNotWanted(wanted, place))
    const { outcome, grounds } = await weighed(db, wanted, place, today)
    await saveDemand(db, { id, place, origin: 'asker', wanted, filed_by: actor.account, filed_at: at })
    const act = { id: newId(), demand: id, place, by_account: actor.account, at }
    if (outcome !== 'waiting') await saveAct(db, { ...act, kind: outcome, grounds })
    note({ demand: id, outcome })
    return { id, outcome }
  },
})

const telling = serve(tellDemand, {
  run: async ({ db, input, actor, at, today, note }) => {
    const { id, place, kind, title, asker, minutes, rhythm, until = null } = input
    if (until !== null && until < today) throw problems.endsFirst({})
    const wanted: KnownDemand = {
      ...{ kind, title, asker, minutes, rhythm, from: today, until, scope: [place] },
      ...{ document: '', purpose: '', ground: '', items: [], new_items: [], money: null, money_from: '' },
    }
    await saveDemand(db, { id, place, origin: 'community', wanted, filed_by: actor.account, filed_at: at })
    note({ demand: id })
    return { id }
  },
})

const deciding = serve(decideDemand, {
  run: async ({ db, input, actor, at, today, note }) => {
    const { id, place, decision, reason } = input
    await lockDemand(db, id)
    const demand = await getDemand(db, id)
    const state = stateOf(demand, place, today)
    if (state !== 'waiting' && state !== 'told') throw problems.decided({ by: demand.acts.at(-1)?.by ?? '' })
    if (decision !== 'accepted' && reason.trim() === '') throw problems.needsReason({})
    const other = decision === 'merged' ? await getTarget(db, demand, input.into, place, today) : null
    await saveAct(db, { id: newId(), demand: id, place, kind: decision, reason, other, by_account: actor.account, at })
    note({ demand: id, decision })
    return { id }
  },
})

async function getTarget(db: Db, demand: KeptDemand, into: Id | undefined, place: PlaceCode, today: Day): Promise<Id> {
  const target = into === undefined || into === demand.id ? undefined : await findDemand(db, into)
  const runs = target && (stateOf(target, place, today) === 'accepted' || stateOf(target, place, today) === 'answered')
  if (!target || !runs) throw problems.mergesNowhere({})
  // What a community tells of has no items yet: only places and days can be compared.
  const meets = demand.origin === 'community' || overlapsOf(demand, [target], place, today).length > 0
  if (!meets && !demand.scope.some((area) => target.scope.some((each) => isWithin(area, each)))) throw problems.mergesNowhere({})
  return target.id
}

const renewing = serve(renewDemand, {
  run: async ({ db, input, actor, at, today, note }) => {
    const { id, place, until, reason } = input
    await lockDemand(db, id)
    const demand = await getDemand(db, id)
    const state = stateOf(demand, place, today)
    const ran = state === 'expired' && demand.acts.some(({ kind }) => kind === 'accepted')
    if (state !== 'accepted' && !ran) throw problems.notRunning({})
    const last = lastDayOf(demand)
    if ((last !== null && until <= last) || until < today || daysBetween(today, until) > longestDays)
      throw problems.notLonger({ until: last ?? lapsesAfter(demand) })
    await saveAct(db, { id: newId(), demand: id, place, kind: 'renewed', until, reason, by_account: actor.account, at })
    note({ demand: id })
    return { id }
  },
})

const ending = serve(endDemand, {
  run: async ({ db, input, actor, at, note }) => {
    await lockDemand(db, input.id)
    const demand = await getDemand(db, input.id)
    if (demand.place !== actor.place) throw problems.otherAsker({ asker: demand.asker })
    const over = demand.acts.find(({ kind }) => kind === 'ended')
    if (over) throw problems.decided({ by: over.by })
    const act = { id: newId(), demand: demand.id, place: demand.place, kind: 'ended' as const }
    await saveAct(db, { ...act, reason: input.reason, by_account: actor.account, at })
    note({ demand: demand.id })
    return { id: demand.id }
  },
})

const listing = serve(listDemands, {
  run: async ({ db, input, today }) => {
    const { place, page = 0, size = 50 } = input
    const day = input.on ?? today
    const all = (await listConcerning(db, place)).map((demand) => ({ ...demand, state: stateOf(demand, place, day) }))
    const counts: Record<string, number> = {}
    for (const { state } of all) counts[state] = (counts[state] ?? 0) + 1
    const rows = all.filter(
      ({ state }) => (input.state === undefined || state === input.state) && (!input.undecided || isUndecided(state)),
    )
    return { rows: rows.slice(page * size, (page + 1) * size), total: rows.length, counts }
  },
})

const reading = serve(readDemand, {
  run: async ({ db, input, today }) => {
    const { place } = input
    const day = input.on ?? today
    const demand = await getDemand(db, input.id)
    return {
      demand: { ...demand, state: stateOf(demand, place, day) },
      judgement: await weighed(db, demand, place, day, demand.id),
      figures: mayAnswer(demand, place, day) ? await answersFor(db, demand.items, place, day) : [],
      least: await findLeastCount(db),
    }
  },
})

/** The desk where demands on communities are filed, weighed, decided, renewed and shown. */
export const demandVerbs: readonly Served[] = [weighing, filing, telling, deciding, renewing, ending, listing, reading]
