import { addDays, shanghaiDay } from '@wangdi/domain/day.ts'
import { isWithin } from '@wangdi/domain/place-code.ts'
import { readTimeline, timelineDays, type TimelineSpan } from '@wangdi/domain/plan/timeline/timeline.ts'
import { levelSpans, runsOf, spansWithin } from '@wangdi/domain/plan/timeline/timeline.rules.ts'
import { orderKindWords } from '@wangdi/domain/regimes/orders/control-order.ts'
import { lastDayOf } from '@wangdi/domain/regimes/regimes.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Plan } from '@wangdi/policy/engine/answer.ts'
import { planFor } from '@wangdi/policy/engine/plan.ts'
import { getFact } from '@wangdi/policy/engine/facts.ts'
import { wordsOf } from '@wangdi/policy/engine/when.ts'
import type { FactName } from '@wangdi/policy/vocabulary.ts'
import type { Db } from '../../platform/db.ts'
import { getPacks } from '../../platform/packs.ts'
import { type Served, serve } from '../../platform/serve.ts'
import {
  factsOf,
  type KeptResponse,
  listConcerning,
  listLevels,
  listLevelsOn,
  listOrdersBetween,
  placesAsked,
  placesFor,
} from '../../regimes/index.ts'

interface Line {
  place: PlaceCode
  from: Day
  until: Day
}

const kindOf: Readonly<Partial<Record<string, TimelineSpan['kind']>>> = {
  'community.class': 'class',
  'area.zone': 'zone',
  'tier.choice': 'choice',
}

async function levelsOver(db: Db, { place, from, until }: Line): Promise<TimelineSpan[]> {
  const places = placesAsked(place)
  if (places.length === 0) return []
  const before = await listLevelsOn(db, places, from)
  const within = await listLevels(db, places, { fact: undefined, from: addDays(from, 1), to: until })
  return [...Map.groupBy([...before, ...within], ({ fact }) => fact)].flatMap(([fact, said]) =>
    levelSpans(said).map(({ value, ...days }): TimelineSpan => {
      const known = getFact(fact as FactName, getPacks().brought)
      const name = known.words
      const word = wordsOf(value, known)
      return {
        kind: kindOf[fact] ?? 'level',
        text: { zh: `${name.zh}：${word.zh}`, en: `${name.en}: ${word.en}` },
        ...days,
      }
    }),
  )
}

/** The last day on which a response was in force: the day before it was closed, or its end. */
function endOf(response: KeptResponse): Day {
  const closing = response.acts.find(({ kind }) => kind === 'closed')
  const last = lastDayOf(response)
  const closed = closing && addDays(shanghaiDay(closing.at), -1)
  const end = closed && closed < last ? closed : last
  return end < response.from ? response.from : end
}

const responsesOver = async (db: Db, place: PlaceCode): Promise<TimelineSpan[]> =>
  (await listConcerning(db, place))
    .filter(({ scope }) => scope.some((area) => isWithin(place, area)))
    .map((response) => ({
      kind: 'response',
      text: { zh: response.number, en: response.number },
      from: response.from,
      until: endOf(response),
    }))

async function ordersOver(db: Db, { place, from, until }: Line): Promise<TimelineSpan[]> {
  const orders = placesFor(place).length === 0 ? [] : await listOrdersBetween(db, place, from, until)
  return orders.map((order) => {
    const kind = orderKindWords(order.kind)
    return {
      kind: 'order',
      text: { zh: `${order.label} ${kind.zh}`, en: `${order.label}: ${kind.en}` },
      from: order.from,
      until: order.last_day,
    }
  })
}

/** The packs whose rules held: asked on each day on which a pack or a response begins or ends. */
async function rulesOver(db: Db, { place, from, until }: Line, responses: readonly TimelineSpan[]): Promise<TimelineSpan[]> {
  const packs = getPacks()
  const turns = [...packs.all.map(({ pack }) => ({ from: pack.from, until: pack.until ?? null })), ...responses]
  const begins = turns.flatMap((turn) => [turn.from, ...(turn.until ? [addDays(turn.until, 1)] : [])])
  const days = [...new Set([from, ...begins.filter((day) => day > from && day <= until)])].sort()
  const rules: { day: Day; held: Plan['rules'] }[] = []
  for (const day of days) rules.push({ day, held: planFor(packs, await factsOf(db, place, day), place, day).rules })
  const names = new Map(rules.flatMap(({ held }) => held.map(({ pack, short }) => [pack, short] as const)))
  return [...names].flatMap(([pack, text]) =>
    runsOf(rules.map(({ day, held }) => ({ day, value: held.some((rule) => rule.pack === pack) || undefined }))).map(
      ({ from: first, until: last }): TimelineSpan => {
        // Rules that held when the line begins began with their pack, as far as the line can tell.
        const began = packs.byId.get(pack)?.pack.from ?? first
        return { kind: 'rules', text, from: first === from && began < from ? began : first, until: last }
      },
    ),
  )
}

/** What was in force when. */
export const timelineVerbs: readonly Served[] = [
  serve(readTimeline, {
    run: async ({ db, input, today }) => {
      const { place, on: until = today } = input
      const line = { place, from: addDays(until, -timelineDays), until }
      const responses = await responsesOver(db, place)
      const spans = [
        ...(await rulesOver(db, line, responses)),
        ...responses,
        ...(await levelsOver(db, line)),
        ...(await ordersOver(db, line)),
      ]
      return { from: line.from, until, spans: spansWithin(spans, line.from, until) }
    },
  }),
]
