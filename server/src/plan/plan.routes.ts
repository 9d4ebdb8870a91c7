import { addDays, shanghaiInstant } from '@wangdi/domain/day.ts'
import { readPlan, stateMeasure } from '@wangdi/domain/plan/plan.api.ts'
import { linesUnder, standingOfLines } from '@wangdi/domain/plan/lines/lines.rules.ts'
import type { Statement } from '@wangdi/domain/plan/plan.ts'
import { problems } from '@wangdi/domain/plan/plan.problems.ts'
import { firstOf, isProved, mayBeNone } from '@wangdi/domain/plan/plan.rules.ts'
import { termOf } from '@wangdi/domain/regimes/regimes.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Plan, Reason } from '@wangdi/policy/engine/answer.ts'
import { getFact } from '@wangdi/policy/engine/facts.ts'
import { wordsOf } from '@wangdi/policy/engine/when.ts'
import { diffPlans } from '@wangdi/policy/engine/diff.ts'
import { planFor } from '@wangdi/policy/engine/plan.ts'
import type { EmergencyFunction } from '@wangdi/policy/vocabulary.ts'
import type { Db } from '../platform/db.ts'
import { getPacks } from '../platform/packs.ts'
import { type Served, serve } from '../platform/serve.ts'
import { factsOf, listOverdue, openFunctions, recordedFor } from '../regimes/index.ts'
import { insertStatement, listStatements } from './evidence.queries.ts'
import { type DayRecords, namesOf, recordsOf } from './evidence.ts'
import { listDetails } from './details/details.queries.ts'
import { ownMeasuresOf } from './details/own-measures.ts'
import { itemsOf } from './items.ts'
import { listLineOwners } from './lines/line-owner.queries.ts'
import { listWords } from './list-words.ts'
import { countOpenCases } from './over-control/cases.ts'
import { keepCounted } from './progress/count.ts'
import { toDoFor } from './to-do.ts'
import { warningsOf } from './warnings.ts'

const planOn = async (db: Db, place: PlaceCode, day: Day): Promise<Plan> =>
  planFor(getPacks(), await factsOf(db, place, day), place, day)

/** The packages to choose from, each with what only it asks. */
function packagesOf({ choice }: Plan) {
  const packages = choice?.packages ?? []
  const askedIn = (id: string) => packages.filter(({ measures }) => measures.some((measure) => measure.id === id)).length
  return packages.map(({ tier, name, strategy, measures }) => {
    const only = measures.filter(({ id }) => askedIn(id) < packages.length)
    return {
      tier,
      name,
      strategy,
      both: measures.length - only.length,
      only: only.map(({ id, text, source }) => ({ id, text, source })),
    }
  })
}

/** What the rules say about one subject, with what its tier follows from. */
const subjectOf = ({ subject, open, regime_name, tier_name, tier_nth, strategy, axes }: Plan['subjects'][number]) => ({
  ...{ subject, open, regime_name, tier_name, tier_nth, strategy, choice_needed: axes?.choice === 'needed' },
  axes: (axes?.axes ?? []).map(({ fact, value }) => {
    const known = getFact(fact, getPacks().brought)
    return { fact, words: known.words, value: value === null ? null : wordsOf(value, known) }
  }),
})

/** The last moment of a day. */
const endOf = (day: Day) => new Date(shanghaiInstant(addDays(day, 1), '00:00'))

const noRecords: DayRecords = { evidence: new Map(), candidates: [], people: [] }

const reading = serve(readPlan, {
  run: async ({ db, input, reach, today, clock }) => {
    const day = input.on ?? today
    const against = input.against ?? addDays(day, -1)
    const { place } = input
    const facts = await factsOf(db, place, day)
    const plan = planFor(getPacks(), facts, place, day)
    const changes = diffPlans(await planOn(db, place, against), plan)
    // Of a day that is still to come the rules are known and what is recorded until now; nothing has been done on it yet.
    const withEvidence = reach === 'area' && place.length === 12 && day <= today
    const open = new Set<string>(await openFunctions(db, place, day))
    const records = withEvidence ? await recordsOf(db, place, day, clock.now(), open, namesOf(plan)) : noRecords
    const statements = withEvidence ? await listStatements(db, place, day) : new Map<string, Statement>()
    const details = withEvidence ? await listDetails(db, place, endOf(day)) : undefined
    if (withEvidence && day === today) await keepCounted(db, place, day, clock.now(), records, open)
    const items = itemsOf(plan, records.evidence, statements, day, details)
    const lines = linesUnder(plan.rules.map(({ pack }) => pack))
    const recorded = await recordedFor(db, place, day)
    const [response] = recorded.inForce
    const term = response && termOf(response)
    const duties = records.evidence.get('staff.duties')
    const axis = (name: string) => recorded.levels.get(name)?.value ?? null
    return {
      place,
      day,
      at: clock.now().toISOString(),
      regime: plan.regime_name,
      rules: plan.rules.map((rule) => ({ ...rule, document: getPacks().byId.get(rule.pack)?.pack.document ?? '' })),
      subjects: plan.subjects.map(subjectOf),
      strategy: plan.strategy,
      follows: plan.follows,
      tier: plan.tier,
      tier_name: plan.tier_name,
      risk: axis('county.risk'),
      class: axis('community.class'),
      choice_needed: plan.choice?.needed ?? false,
      packages: packagesOf(plan),
      response:
        response && term
          ? {
              id: response.id,
              issuer: response.issuer,
              number: response.number,
              from: response.from,
              until: term.until,
              review_on: term.review_on,
              rules: response.rules,
            }
          : null,
      functions: (Object.keys(plan.functions) as EmergencyFunction[]).map((name) => ({
        function: name,
        open: plan.functions[name].open && (name === 'gates' || open.has(name)),
        why: plan.functions[name].why,
      })),
      missing: plan.missing.map((fact) => ({ fact, words: getFact(fact, getPacks().brought).words })),
      why: onceEach(plan.why.flatMap(sentencesOf)),
      with_evidence: withEvidence,
      items,
      lines: withEvidence ? standingOfLines(items, lines, await listLineOwners(db, place)) : [],
      own: withEvidence ? await ownMeasuresOf(db, place, day, plan, facts) : [],
      limits: plan.limits.map(({ id, text, source }) => ({ id, text, source })),
      rights: plan.rights.map(({ id, text, source }) => ({ id, text, source })),
      turns: plan.turns.map(({ id, to, text, source }) => ({ id, to, text, source })),
      first: firstOf(records.candidates).map(({ list, left, until, round }) => ({
        list,
        text: listWords[list],
        left,
        until,
        round,
      })),
      changes: {
        against,
        ...(await toDoFor(db, place, changes)),
      },
      people: [...records.people],
      warnings: warningsOf({
        plan,
        term: response && term && { number: response.number, ...term },
        choice: recorded.levels.get('tier.choice'),
        vacantGrids: duties?.left ?? 0,
        overControls: await countOpenCases(db, place, { day, now: clock.now().toISOString() }),
        undestroyed: place.length === 6 ? await listOverdue(db, place, day) : [],
        day,
      }),
    }
  },
})

// Where level and class are read from one fact, both grounds say the same sentence.
const onceEach = (said: readonly { zh: string; en: string }[]) => [...new Map(said.map((one) => [one.zh, one])).values()]

const sentencesOf = (reason: Reason): { zh: string; en: string }[] => [reason.text, ...(reason.parts ?? []).flatMap(sentencesOf)]

const stating = serve(stateMeasure, {
  run: async ({ db, input, today, actor, at, clock, note }) => {
    const measure = (await planOn(db, input.place, today)).measures.find((each) => each.id === input.measure)
    if (!measure) throw problems.notInPlan({})
    const { evidence } = await recordsOf(
      db,
      input.place,
      today,
      clock.now(),
      new Set(await openFunctions(db, input.place, today)),
      new Set(measure.evidence),
    )
    const proofs = measure.evidence.flatMap((name) => evidence.get(name) ?? [])
    if (input.state === 'none' && !mayBeNone(proofs)) throw problems.notNone({})
    if (input.state !== 'none' && isProved(proofs)) throw problems.proved({})
    await insertStatement(db, {
      place: input.place,
      id: input.id,
      measure: input.measure,
      day: today,
      state: input.state,
      note: input.note,
      by_account: actor.account,
      at,
    })
    note({ measure: input.measure })
    return { id: input.id }
  },
})

/** The verbs of the day's plan. */
export const planVerbs: readonly Served[] = [reading, stating]
