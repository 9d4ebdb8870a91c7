import { problems as common, type Problem, refuse } from '@wangdi/domain/problem.ts'
import { closeResponse, listResponses, openResponse, reviewResponse } from '@wangdi/domain/regimes/regimes.api.ts'
import { problems } from '@wangdi/domain/regimes/regimes.problems.ts'
import { OpenedFunction } from '@wangdi/domain/regimes/regimes.ts'
import { goingOn, stateOn, whyNotChange, whyNotOpen, whyNotTerm } from '@wangdi/domain/regimes/regimes.rules.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { readRules } from '@wangdi/policy/engine/facts.ts'
import { readyAt } from '@wangdi/policy/engine/packs.ts'
import { planFor } from '@wangdi/policy/engine/plan.ts'
import { emergencyFunctions } from '@wangdi/policy/vocabulary.ts'
import { answerNow } from '../documents/index.ts'
import type { Db } from '../platform/db.ts'
import { getPacks } from '../platform/packs.ts'
import { movedBy } from '../platform/moved.ts'
import { serve } from '../platform/serve.ts'
import {
  asOf,
  countUnsettled,
  findResponse,
  holdClosing,
  type KeptResponse,
  listConcerning,
  saveAct,
  saveResponse,
} from './response.queries.ts'

/** The functions that the named rules open at a place; throws where the rules cannot be read or are not held. */
function getOpened(rules: string, place: PlaceCode, day: Day): OpenedFunction[] {
  const packs = getPacks()
  const named = readRules(rules)
  if (!named) throw problems.rulesUnreadable({ rules })
  const lost = named.find(({ pack, at }) => {
    const ready = readyAt(packs, pack, at)
    return !ready || !place.startsWith(ready.pack.place)
  })
  if (lost) throw problems.rulesUnknown(lost)
  const { functions } = planFor(packs, { response: 'open', 'response.rules': rules }, place, day)
  return OpenedFunction.enum.filter((name): name is OpenedFunction => functions[name as OpenedFunction].open)
}

async function getToChange(db: Db, id: Id, actorPlace: PlaceCode): Promise<KeptResponse> {
  const response = await findResponse(db, id)
  if (!response) throw common.notFound({})
  refuse(whyNotChange(response, actorPlace))
  return response
}

// What came in between: it is over, or changed by somebody.
async function movedSince(db: Db, id: Id, actorPlace: PlaceCode, today: Day): Promise<Problem> {
  const { acts } = await getToChange(db, id, actorPlace)
  const last = acts.at(-1)
  return movedBy(last && { by: last.by, at: new Date(last.at) }, acts.length, today)
}

// Who is under observation is released, handed on or listed as left before what opened it ends; where another goes on, they stay in it.
async function countLeft(db: Db, response: KeptResponse, today: Day): Promise<number> {
  if (!response.functions.includes('observation') || stateOn(response, today) !== 'open') return 0
  const held = goingOn(await listConcerning(db, response.place), response, 'observation', today)
  return countUnsettled(db, response.id, held, today)
}

const placeOfResponse = async (db: Db, { id }: { id: Id }) => {
  const response = await findResponse(db, id)
  // An authority above or below is told whose order it is, not that there is none.
  return response ? {} : { place: 'none' }
}

/** Orders that open emergency functions: entered, reviewed and closed by the same authority (R-LAW-1). */
export const responseVerbs = [
  serve(openResponse, {
    run: async ({ db, actor, input, at, packs, note }) => {
      refuse(whyNotOpen(input))
      const opened = getOpened(input.rules, input.scope[0] ?? input.place, input.from)
      if (opened.length === 0) throw problems.opensNothing({ rules: input.rules })
      const closed = input.functions?.find((name) => !opened.includes(name))
      if (closed) throw problems.notOpened({ function: emergencyFunctions[closed].zh })
      const { from, functions = opened, ...order } = input
      const made = await saveResponse(db, {
        ...order,
        scope: [...order.scope],
        functions: [...functions],
        valid_from: from,
        entered_by: actor.account,
        entered_at: at,
        answer: answerNow(packs, {
          ...{ question: 'functions', place: input.scope[0] ?? input.place, day: from },
          facts: { response: 'open', 'response.rules': input.rules },
        }),
      })
      if (!made) throw problems.numberTaken({ number: input.number })
      note({ response: input.id })
      return { id: input.id }
    },
  }),

  serve(reviewResponse, {
    about: placeOfResponse,
    run: async ({ db, actor, input, at, today, command, note }) => {
      const response = await getToChange(db, input.id, actor.place)
      refuse(whyNotTerm({ ...input, from: response.from }))
      const { number, reason, until, review_on } = input
      const act = { number, reason, until, review_on, by_account: actor.account, at }
      const { place, id: of, acts } = response
      const next = { id: command ?? input.id, place, response: of, ordinal: acts.length + 1 }
      if (!(await saveAct(db, { ...act, ...next, kind: 'reviewed' }))) throw await movedSince(db, input.id, actor.place, today)
      note({ response: response.id })
      return { id: response.id }
    },
  }),

  serve(closeResponse, {
    about: placeOfResponse,
    run: async ({ db, actor, input, at, today, command, note }) => {
      await holdClosing(db, 'closing')
      const response = await getToChange(db, input.id, actor.place)
      const left = await countLeft(db, response, today)
      if (left > 0) throw problems.peopleObserved({ count: left })
      const { number, reason } = input
      const act = { number, reason, until: null, review_on: null, by_account: actor.account, at }
      const { place, id: of, acts } = response
      const next = { id: command ?? input.id, place, response: of, ordinal: acts.length + 1 }
      if (!(await saveAct(db, { ...act, ...next, kind: 'closed' }))) throw await movedSince(db, input.id, actor.place, today)
      note({ response: response.id })
      return { id: response.id }
    },
  }),

  serve(listResponses, {
    run: async ({ db, input, today }) => ({
      responses: (await listConcerning(db, input.place)).map((response) => asOf(response, input.on ?? today)),
    }),
  }),
]
