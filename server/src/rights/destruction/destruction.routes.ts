import { daysBetween } from '@wangdi/domain/day.ts'
import { endedOn, type EndTerms, lastDayOfCopies } from '@wangdi/domain/regimes/ended.rules.ts'
import { problems as common, refuse } from '@wangdi/domain/problem.ts'
import {
  assessDestruction,
  decideDestruction,
  executeDestruction,
  listEnded,
  readDestruction,
  setEndTerms,
} from '@wangdi/domain/rights/destruction/destruction.api.ts'
import type { Certificate, DestructionRun, EndedResponse } from '@wangdi/domain/rights/destruction/destruction.ts'
import { problems } from '@wangdi/domain/rights/destruction/destruction.problems.ts'
import {
  areasIn,
  certificateNumber,
  heldBy,
  whyNotAssess,
  whyNotDecide,
  whyNotExecute,
} from '@wangdi/domain/rights/destruction/destruction.rules.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { v7 as newId } from 'uuid'
import type { Db } from '../../platform/db.ts'
import { type Served, serve } from '../../platform/serve.ts'
import { findEndTerms, findResponse, holdDestruction, listConcerning, listOverdue, saveEndTerms } from '../../regimes/index.ts'
import { hashOfCertificate } from './certificate.ts'
import { countDue, destroyDue, findRun, listKinds, listRuns, lockRuns, saveRun, saveRunAct } from './destruction.queries.ts'

/** Rows that one step destroys: short enough for a transaction that nobody waits for. */
const rowsOfStep = 2000

async function getRun(db: Db, id: Id, county: PlaceCode): Promise<DestructionRun> {
  const run = await findRun(db, id)
  if (!run || run.place !== county) throw common.notFound({})
  return run
}

/** The county's responses that are over, newest first, with the newest run of each. */
async function endedResponses(db: Db, county: PlaceCode, today: Day): Promise<EndTerms & { responses: EndedResponse[] }> {
  const runs = await listRuns(db, county)
  const late = new Set((await listOverdue(db, county, today)).map(({ id }) => id))
  const responses = (await listConcerning(db, county)).flatMap((response): EndedResponse[] => {
    const ended = endedOn(response, today)
    if (ended === undefined || areasIn(response.scope, county).length === 0) return []
    const run = runs.find((each) => each.response === response.id && each.state !== 'refused') ?? null
    const { id, issuer, number, from } = response
    const since = daysBetween(ended, today)
    return [{ id, issuer, number, from, ended_on: ended, days: since, run, overdue: late.has(id) }]
  })
  return { ...(await findEndTerms(db, county)), responses: responses.sort((a, b) => (a.ended_on < b.ended_on ? 1 : -1)) }
}

const listing = serve(listEnded, {
  run: async ({ db, input, today }) => endedResponses(db, input.place.slice(0, 6), today),
})

async function certificateOf(db: Db, run: DestructionRun): Promise<Certificate | null> {
  if (run.state !== 'done') return null
  return { number: certificateNumber(run, await listRuns(db, run.place)), hash: hashOfCertificate(run) }
}

const setting = serve(setEndTerms, {
  run: async ({ db, input: { place, ...terms } }) => {
    await saveEndTerms(db, place, terms)
    return {}
  },
})

const reading = serve(readDestruction, {
  run: async ({ db, actor, input }) => {
    const run = await getRun(db, input.id, input.place.slice(0, 6))
    const counts = actor.place === run.place && run.state !== 'done' && run.state !== 'refused'
    return { run, due: counts ? await countDue(db, run.id) : null, certificate: await certificateOf(db, run) }
  },
})

const assessing = serve(assessDestruction, {
  run: async ({ db, input, actor, at, today, note }) => {
    const { id, place, assessment } = input
    await lockRuns(db, place, input.response)
    const response = await findResponse(db, input.response)
    const areas = response ? areasIn(response.scope, place) : []
    if (!response || areas.length === 0) throw common.notFound({})
    const earlier = (await listRuns(db, place)).filter((run) => run.response === response.id)
    refuse(whyNotAssess(response, earlier, assessment, today))
    await saveRun(db, {
      ...{ id, place, response: response.id, areas, assessment },
      ...{ from_day: response.from, to_day: endedOn(response, today) ?? today, functions: [...response.functions] },
      held: heldBy(response, await listConcerning(db, place), place, today),
      ...{ asked_by: actor.account, asked_at: at, asked_on: today },
    })
    const due = await countDue(db, id)
    if (Object.values(due).every((n) => n === 0)) throw problems.nothingDue({})
    note({ destruction: id, response: response.id })
    return { id, due }
  },
})

const deciding = serve(decideDestruction, {
  run: async ({ db, input, actor, at, note }) => {
    const { id, place, decision, reason } = input
    const { response } = await getRun(db, id, place)
    await lockRuns(db, place, response)
    const run = await getRun(db, id, place)
    refuse(whyNotDecide(run, actor.account))
    const counts = JSON.stringify(decision === 'approved' ? await countDue(db, id) : {})
    const act = { id: newId(), place, destruction: id, kind: decision, reason, counts, by_account: actor.account, at }
    if (!(await saveRunAct(db, act))) throw problems.decided({ by: '' })
    note({ destruction: id, decision })
    return { id }
  },
})

const executing = serve(executeDestruction, {
  run: async ({ db, input, actor, at, note }) => {
    const { id, place, most = rowsOfStep } = input
    const found = await getRun(db, id, place)
    await lockRuns(db, place, found.response)
    refuse(whyNotExecute(await getRun(db, id, place)))
    await holdDestruction(db, place, 'destroying')
    let destroyed = 0
    for (const kind of await listKinds(db)) if (destroyed < most) destroyed += await destroyDue(db, id, kind, most - destroyed)
    const left = Object.values(await countDue(db, id)).reduce((sum, n) => sum + n, 0)
    if (left === 0) {
      const { backup_days } = await findEndTerms(db, place)
      const copies_until = lastDayOfCopies(at.toISOString(), backup_days)
      await saveRunAct(db, { id: newId(), place, destruction: id, kind: 'done', copies_until, by_account: actor.account, at })
    }
    note({ destruction: id, rows: String(destroyed) })
    return { destroyed, left, done: left === 0 }
  },
})

/** The destruction of personal data after a response: assessed, approved by a second person, done, proved. */
export const destructionVerbs: readonly Served[] = [listing, setting, reading, assessing, deciding, executing]
