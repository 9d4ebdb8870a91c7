import { momentText, shanghaiDay } from '@wangdi/domain/day.ts'
import { draftNotice, basisText } from '@wangdi/domain/observation/notice/draft.ts'
import type { Office } from '@wangdi/domain/observation/notice/office.ts'
import { problems as observationProblems } from '@wangdi/domain/observation/observation.problems.ts'
import type { ChosenPhase } from '@wangdi/domain/observation/observation.ts'
import { decideArrivals, sendBack, withdrawDecision } from '@wangdi/domain/observation/queue/queue.api.ts'
import { problems } from '@wangdi/domain/observation/queue/queue.problems.ts'
import { decidedAlone } from '@wangdi/domain/observation/queue/queue.rules.ts'
import type { ArrivalProposal } from '@wangdi/domain/observation/queue/queue.ts'
import { stateOf } from '@wangdi/domain/observation/slots.rules.ts'
import { datedPhases, isAsProposed, whyNotOrder } from '@wangdi/domain/observation/term.rules.ts'
import { inForceAt } from '@wangdi/domain/regimes/regimes.rules.ts'
import { type Problem, problems as common, refuse } from '@wangdi/domain/problem.ts'
import type { Day } from '@wangdi/domain/schema.ts'
import type { Term } from '@wangdi/policy/engine/answer.ts'
import type { Static } from 'typebox'
import { answerNow } from '../../documents/index.ts'
import { changeArrivals, findArrivalPlace, sortOut } from '../../people/index.ts'
import { countyOf } from '../../platform/db.ts'
import { answersOf } from '../../platform/commands/each.ts'
import { ofCommunity, type Request, serve } from '../../platform/serve.ts'
import { holdClosing, type KeptResponse, listConcerning } from '../../regimes/index.ts'
import { findEpisode } from '../episode.queries.ts'
import { drawCodes, findOffice, saveCodes, takeNumbers } from '../notice/office.queries.ts'
import { type NewOrder, saveEnd, saveOrders } from '../order.queries.ts'
import { rulesOfChecks } from '../proposal.ts'
import { lockStays, voidRelease } from '../release/release.queries.ts'
import { lockDecision, saveDecisions, undoOrder, withdrawDecisions } from './decision.queries.ts'
import { judgeQueue, type Queued } from './queue.ts'

type Deciding = Request<Static<typeof decideArrivals.input>>
type Item = Deciding['input']['items'][number]

/** An arrival that is decided, with what follows for it. */
interface Fit {
  readonly item: Item
  readonly queued: Queued
  readonly proposal: ArrivalProposal
  readonly term: Term
}

function whyNotDecided({ input, today }: Deciding, item: Item, { row, judged }: Queued): Problem | undefined {
  const { outcome, phases, items } = input
  const reason = input.reason?.trim() ?? ''
  if (row.decision) return problems.decided({ by: row.decision.by, at: momentText(row.decision.at, today) })
  const { proposal, term } = judged
  // Nobody is observed any more whose term is over: that it is so is written down, and needs no reason of its own.
  const isOver = row.stage === 'over' && outcome === 'register'
  if (row.stage === 'over' && proposal?.last_day && !isOver) return observationProblems.termOver({ last_day: proposal.last_day })
  if ((row.stage !== 'decide' && !isOver) || !proposal || !term) return problems.notToDecide({})
  const { seen } = item
  if (!seen || seen.kind !== proposal.kind || seen.day_zero !== proposal.day_zero || seen.last_day !== proposal.last_day)
    return problems.otherProposal({})
  if (isOver) return undefined
  if (items.length > 1 && row.exceptions.some((exception) => decidedAlone.includes(exception))) return problems.alone({})
  if (outcome === 'register') return reason === '' ? problems.reasonMissing({}) : undefined
  const last = lastDayOf(proposal, phases)
  return whyNotOrder(term, phases, reason) ?? (last < today ? observationProblems.termOver({ last_day: last }) : undefined)
}

const phasesOf = (proposal: ArrivalProposal, chosen: readonly ChosenPhase[] | undefined) =>
  chosen ? datedPhases(chosen, proposal.counts_from) : proposal.phases
const lastDayOf = (proposal: ArrivalProposal, chosen: readonly ChosenPhase[] | undefined): Day =>
  phasesOf(proposal, chosen).at(-1)?.until ?? proposal.counts_from

const once = <T>(make: (key: string) => T) => {
  const made = new Map<string, T>()
  return (key: string): T => {
    const kept = made.get(key) ?? make(key)
    made.set(key, kept)
    return kept
  }
}

/** The orders of those who shall be observed: numbered in the county's series, each with its notice, its ground and its code. */
async function ordersFor(request: Deciding, fits: readonly Fit[], office: Office): Promise<NewOrder[]> {
  const { db, actor, input, today, at, packs } = request
  const county = countyOf(db)
  const numbers = await takeNumbers(db, {
    county,
    series: 'observation',
    letters: office.letters,
    day: today,
    count: fits.length,
  })
  const codes = drawCodes(county, fits.length)
  const responses: KeptResponse[] = await listConcerning(db, county)
  const opened = once((place) => inForceAt(responses, place, today).filter(({ functions }) => functions.includes('observation')))
  const facts = new Map(fits.map(({ queued }) => [JSON.stringify([queued.kept.community, queued.facts]), queued]))
  const ruleFor = once((key) => {
    const { kept, facts: known } = facts.get(key) as Queued
    return rulesOfChecks(known, kept.community, today)
  })
  const answerFor = once((key) => {
    const [kind, of] = JSON.parse(key) as [ArrivalProposal['kind'], string]
    const { kept, facts: known } = facts.get(of) as Queued
    return answerNow(packs, { question: 'term', place: kept.community, day: today, facts: known, kind })
  })
  const reason = input.reason?.trim() ?? ''
  return fits.map(({ item, queued, proposal, term }, nth): NewOrder => {
    const { kept } = queued
    const phases = phasesOf(proposal, input.phases)
    const key = JSON.stringify([kept.community, queued.facts])
    const checked = kept.checked_at && { by: kept.origin_confirmed_by ?? '', on: shanghaiDay(kept.checked_at.getTime()) }
    return {
      ...{ id: item.id, community: kept.community, person: kept.person, dwelling: kept.dwelling, arrival: kept.arrival },
      ...{ kind: proposal.kind, day_zero: proposal.counts_from, last_day: lastDayOf(proposal, input.phases), phases, reason },
      ...{ number: numbers[nth] ?? '', code: codes[nth] ?? '', issuer: office.issuer },
      basis: basisText(opened(kept.community), proposal.source),
      rule: ruleFor(key),
      proposal: term,
      as_proposed: isAsProposed(term, input.phases),
      notice: draftNotice({ ...kept, checked }, proposal, phases, office),
      traced: { at: kept.recorded_at, by: kept.recorded_by },
      decided_by: actor.account,
      decided_at: at,
      answer: answerFor(JSON.stringify([proposal.kind, key])),
    }
  })
}

async function write(request: Deciding, fits: readonly Fit[], office: Office | null): Promise<readonly NewOrder[]> {
  const { db, actor, input, at, today } = request
  const observe = input.outcome === 'observe'
  const orders = observe && office && fits.length > 0 ? await ordersFor(request, fits, office) : []
  await saveOrders(db, orders)
  await saveCodes(
    db,
    countyOf(db),
    orders.map(({ code, issuer, last_day }) => ({ code, kind: 'observation', issuer, issued_on: today, until: last_day })),
  )
  await saveDecisions(
    db,
    fits.map(({ item, queued: { kept }, proposal: { kind, day_zero, phases, last_day } }) => ({
      ...{ id: item.id, community: kept.community, arrival: kept.arrival, observation: observe ? item.id : null },
      ...{ proposal: { kind, day_zero, phases, last_day }, reason: input.reason?.trim() ?? '' },
      ...{ decided_by: actor.account, decided_at: at },
    })),
  )
  return orders
}

/** What county health does with the arrivals that wait: decides, takes back, sends back to be checked (R-LAW-9). */
export const decideVerbs = [
  serve(decideArrivals, {
    about: ofCommunity,
    run: async (request) => {
      const { db, fields, input, today, note, saw } = request
      const { place, items, outcome } = input
      await holdClosing(db, 'ordering')
      refuse(await request.whyClosed('observation'))
      const { office } = await findOffice(db, countyOf(db))
      if (outcome === 'observe' && !office) throw problems.officeMissing({})
      const asked = items.map(({ arrival, version }) => ({ id: arrival, version }))
      const { fit, refused } = await sortOut(request, place, asked, () => undefined)
      const ids = fit.map(({ id }) => id)
      const judged = new Map((await judgeQueue(db, fields, { place, today, ids })).map((queued) => [queued.kept.arrival, queued]))
      const fits: Fit[] = []
      for (const item of items) {
        if (refused.has(item.arrival)) continue
        const queued = judged.get(item.arrival)
        const why = queued ? whyNotDecided(request, item, queued) : common.notFound({})
        const { proposal, term } = queued?.judged ?? {}
        if (why) refused.set(item.arrival, why)
        else if (queued && proposal && term) fits.push({ item, queued, proposal, term })
      }
      const orders = await write(request, fits, office)
      note({ [outcome === 'observe' ? 'ordered' : 'registered']: String(fits.length) })
      saw(fits.map(({ queued }) => queued.kept.person))
      const [first, last] = [orders[0], orders.at(-1)]
      return {
        answers: answersOf(
          items.map(({ arrival }) => arrival),
          refused,
        ),
        numbers: first && last ? { first: first.number, last: last.number } : null,
      }
    },
  }),

  serve(withdrawDecision, {
    about: async (db, { arrival }) => {
      const about = await findArrivalPlace(db, arrival)
      if (!about) throw common.notFound({})
      return { place: about.community, dwelling: about.dwelling }
    },
    run: async ({ db, actor, input, at, today, clock, note }) => {
      const decision = await lockDecision(db, input.arrival)
      if (!decision) throw problems.notDecided({})
      const act = { by: actor.account, at, why: input.why }
      if (decision.observation !== null) {
        await lockStays(db, [decision.observation])
        const kept = await findEpisode(db, decision.observation, today)
        if (!kept) throw common.notFound({})
        const { episode } = kept
        const over = problems.stayEnded({ number: episode.number })
        if (stateOf(episode, clock.now().toISOString()) === 'ended') throw over
        const end = { id: input.id, community: episode.community, by_account: actor.account, at, note: input.why }
        if (!(await saveEnd(db, { ...end, observation: episode.id, reason: 'ordered-in-error' }))) throw over
        await voidRelease(db, episode.id, at)
        await undoOrder(db, { observation: episode.id, code: decision.code }, act)
      } else await withdrawDecisions(db, { id: decision.id }, act)
      note({ arrival: input.arrival, ...(decision.observation && { observation: decision.observation }) })
      return { id: decision.id }
    },
  }),

  serve(sendBack, {
    about: ofCommunity,
    run: async (request) => {
      const { db, fields, actor, input, at, today, note, saw } = request
      const { place, items, why } = input
      const ids = items.map(({ id }) => id)
      const { fit, refused } = await sortOut(request, place, items, () => undefined)
      const judged = await judgeQueue(db, fields, { place, today, ids: fit.map(({ id }) => id) })
      for (const { kept, row } of judged)
        if (row.decision)
          refused.set(kept.arrival, problems.decided({ by: row.decision.by, at: momentText(row.decision.at, today) }))
      const back = fit.filter(({ id }) => !refused.has(id))
      await changeArrivals(
        db,
        back.map(({ id }) => id),
        {
          ...{ origin_confirmed_by: null, origin_confirmed_at: null },
          ...{ sent_back_at: at, sent_back_by: actor.account, sent_back_why: why },
        },
      )
      note({ returned: String(back.length) })
      saw(back.map(({ person }) => person))
      return { answers: answersOf(ids, refused) }
    },
  }),
]
