import { countyOf } from '@wangdi/domain/place-code.ts'
import { readHistory, readProposal, readState } from '@wangdi/domain/regimes/regimes.api.ts'
import { type FunctionLine, OpenedFunction } from '@wangdi/domain/regimes/regimes.ts'
import { inForceAt, lastDayOf, openedBy, suggestResponse, waitingSince } from '@wangdi/domain/regimes/regimes.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { planFor } from '@wangdi/policy/engine/plan.ts'
import { tierOf } from '@wangdi/policy/engine/tier.ts'
import type { Facts } from '@wangdi/policy/vocabulary.ts'
import { getPacks } from '../platform/packs.ts'
import { serve } from '../platform/serve.ts'
import { isChosen } from '@wangdi/domain/regimes/chosen.rules.ts'
import { factsIn, placesAsked, recordedFor } from './facts.ts'
import { listFacts, listLevels } from './level.queries.ts'
import { broughtAt, proposalsFor } from './proposals.ts'
import { asOf, type KeptResponse } from './response.queries.ts'

function functionLines(inForce: readonly KeptResponse[], facts: Facts, place: PlaceCode, day: Day): FunctionLine[] {
  const opened = openedBy(inForceAt(inForce, place, day))
  const planned = planFor(getPacks(), facts, place, day).functions
  return (OpenedFunction.enum as OpenedFunction[]).map((name) => {
    const response = opened.get(name)
    if (!response) return { function: name, open: false, response: null, until: null, why: planned[name].why }
    const why = { zh: `${response.issuer} ${response.number}`, en: `${response.issuer} ${response.number}` }
    return { function: name, open: true, response: response.id, until: lastDayOf(response), why }
  })
}

/** What holds at a place on a day, what the facts point to, and how it came about: open to every member of staff. */
export const stateVerbs = [
  serve(readState, {
    run: async ({ db, input, today }) => {
      const day = input.on ?? today
      const { place } = input
      const recorded = await recordedFor(db, place, day)
      const facts = factsIn(recorded, place)
      const level = (fact: string) => recorded.levels.get(fact) ?? null
      return {
        place,
        day,
        responses: recorded.inForce.map((response) => asOf(response, day)),
        rules: recorded.inForce[0]?.rules ?? null,
        risk: level('county.risk'),
        area_risk: level('area.risk'),
        area_zone: level('area.zone'),
        class: level('community.class'),
        tier: tierOf(getPacks(), facts, place, day) ?? null,
        tier_choice: level('tier.choice'),
        functions: functionLines(recorded.inForce, facts, place, day),
        facts: { ...facts },
      }
    },
  }),

  serve(readProposal, {
    run: async ({ db, input, today }) => {
      const day = input.on ?? today
      const { place } = input
      const { recorded, facts, risk, class: cls, tier } = await proposalsFor(db, place, day)
      const confirmed = recorded.levels.get('county.risk') ?? null
      const told = [...recorded.stated.values()].filter((fact) => !isChosen(fact))
      return {
        place,
        day,
        risk: { place: countyOf(place), proposal: risk, confirmed },
        class: cls ? { place, proposal: cls, confirmed: recorded.levels.get('community.class') ?? null } : null,
        facts: told,
        tier: tier ?? null,
        ...broughtAt(getPacks(), { recorded, facts, place, day }),
        tier_choice: recorded.levels.get('tier.choice') ?? null,
        waiting_since: waitingSince(
          [
            { proposed: risk.value, confirmed: confirmed?.value ?? null },
            { proposed: cls?.value ?? null, confirmed: recorded.levels.get('community.class')?.value ?? null },
          ],
          told,
        ),
        response: suggestResponse(recorded.inForce.length > 0, confirmed?.value ?? null, risk.value),
      }
    },
  }),

  serve(readHistory, {
    run: async ({ db, input, today }) => {
      const places = placesAsked(input.place)
      if (places.length === 0) return { levels: [], facts: [] }
      const window = { fact: input.fact, from: input.from ?? '1900-01-01', to: input.to ?? today }
      return {
        levels: await listLevels(db, places, window),
        facts: await listFacts(db, places, { ...window, today }),
      }
    },
  }),
]
