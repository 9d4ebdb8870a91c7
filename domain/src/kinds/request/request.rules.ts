import { countyOf, parentOf } from '../../place-code.ts'
import type { Day, Id, PlaceCode } from '../../schema.ts'
import type { Field, Fields, Values } from '../fields.ts'
import { type Term, termFor, type Urgency } from '../terms/term.rules.ts'
import type { Whom } from './flow.ts'
import { flowOf } from './flows.ts'
import type { RequestKind } from './request.ts'

/** The act by which a request of a kind begins; throws a RangeError where its flow has none. */
export function firstActOf({ flow }: Pick<RequestKind, 'flow'>): string {
  const first = Object.entries(flowOf(flow).acts).find(([, { from }]) => from.includes('none'))
  if (!first) throw new RangeError(`nothing begins the flow ${flow}`)
  return first[0]
}

/** How long what an act starts may take: by urgency, but where the kind says another term of this act. */
export const termOfAct = ({ terms, termsOf = {} }: Pick<RequestKind, 'terms' | 'termsOf'>, act: string, urgency: Urgency): Term =>
  termsOf[act] ?? termFor(terms, urgency)

/** The office that handles a request about a place. */
export function officeFor({ handler }: Pick<RequestKind, 'handler'>, about: PlaceCode): PlaceCode {
  if (handler === 'above') return parentOf(about)
  return handler === 'county' ? countyOf(about) : about
}

/** Whom the first act hands a request about a place to, beside those that are named with it. */
export function firstWhom(kind: Pick<RequestKind, 'flow' | 'handler'>, about: PlaceCode, named: Whom): Whom {
  const { sets = [] } = flowOf(kind.flow).acts[firstActOf(kind)] ?? {}
  const office = officeFor(kind, about)
  return {
    ...named,
    about,
    ...(sets.includes('office') && { office }),
    ...(sets.includes('chain') && { chain: [office] }),
  }
}

/** The receipt number: day of receipt and eight signs of the request's id, so that nobody guesses another's. */
export const numberOf = (id: Id, day: Day): string => `SX${day.replaceAll('-', '')}-${id.slice(-8).toUpperCase()}`

/** Whether a field may stand in the row that lists read: something counted or chosen, which says nothing of why. */
const isListed = ({ list, type, to }: Field, isBlind: boolean): boolean =>
  list === true &&
  ['choice', 'choices', 'yes-no', 'day', 'count', 'amount'].includes(type) &&
  to !== 'health' &&
  to !== 'named' &&
  (!isBlind || to === 'helper')

/** The columns of the lists of a kind, in their order. */
export const columnsOf = ({ fields, blind = false }: Pick<RequestKind, 'fields'> & { blind?: boolean }): [string, Field][] =>
  Object.entries(fields).filter(([, field]) => isListed(field, blind))

/** The columns by which the lists of a kind are narrowed: choices alone. */
export const filtersOf = (kind: Pick<RequestKind, 'fields'> & { blind?: boolean }): [string, Field][] =>
  columnsOf(kind).filter(([, { type, filter }]) => filter === true && type === 'choice')

/** What of a record stands in the row that lists read. */
export const detailsOf = (kind: Pick<RequestKind, 'fields'> & { blind?: boolean }, values: Values): Values =>
  Object.fromEntries(columnsOf(kind).flatMap(([name]) => (values[name] === undefined ? [] : [[name, values[name]]])))

/** A record laid out by who reads it: each part is a row of its own behind row security. */
export function partsOf(
  fields: Fields,
  values: Values,
): Readonly<Partial<Record<'helper' | 'office' | 'health' | 'named', Values>>> {
  const parts: Record<string, Record<string, unknown>> = {}
  for (const [name, value] of Object.entries(values)) {
    const to = fields[name]?.to ?? 'office'
    parts[to] = { ...parts[to], [name]: value }
  }
  return parts
}
