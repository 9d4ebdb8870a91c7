import type { DocumentKind } from '../document/document.ts'
import type { Fields } from '../fields.ts'
import { faultsOfHandling, fieldsFor } from '../kind.ts'
import { pointAnywhere } from '../pointing/pointers.ts'
import type { RegisterKind } from '../register/register.ts'
import { noCellSays } from '../intake/read-cell.ts'
import { flowOf } from '../request/flows.ts'
import type { RequestKind } from '../request/request.ts'
import { type RoundKind, roundStandings } from '../round/round.ts'
import { faultsOfFields } from './field-faults.ts'

/** A kind of any mechanism. */
export type Kind = RegisterKind | RequestKind | RoundKind | DocumentKind

function faultsOfBalance({ balance, asks = {} }: RequestKind): string[] {
  if (!balance) return []
  const { act, with: before, rows, by, of, why } = balance
  return [act, before]
    .flatMap((one) => {
      const inner = asks[one]?.[rows]?.rows ?? {}
      return [by, ...of].filter((name) => !Object.hasOwn(inner, name)).map((name) => `balance: ${one} has no ${rows}.${name}`)
    })
    .concat(Object.hasOwn(asks[act] ?? {}, why) ? [] : [`balance: ${act} cannot say ${why}`])
}

function faultsOfRequest(kind: RequestKind): string[] {
  const { flow, terms, results, final = [], asks = {}, fields, blind } = kind
  const { acts } = flowOf(flow)
  const asked = Object.entries(asks).flatMap(([act, fields]) => [
    ...(Object.hasOwn(acts, act) ? [] : [`asks: the flow ${flow} has no act ${act}`]),
    ...faultsOfFields(fields).map((fault) => `asks.${act}.${fault}`),
  ])
  const isAnswered = Object.values(acts).some((step) => step.needs === 'result')
  return [
    ...asked,
    // Helpers read no row but their own: what points would be an id to them, and could be judged by nobody.
    ...(blind && [fieldsFor(fields, 'helper'), ...Object.values(asks)].some(pointAnywhere)
      ? ['blind: what helpers read or say points at nothing']
      : []),
    ...faultsOfBalance(kind),
    ...(Object.keys(terms).length > 0 ? [] : ['terms: a kind without any term']),
    ...(isAnswered && Object.keys(results ?? {}).length === 0 ? [`results: the flow ${flow} ends in one`] : []),
    ...final.filter((result) => !Object.hasOwn(results ?? {}, result)).map((result) => `final: never ${result}`),
    ...(!isAnswered && results ? [`results: the flow ${flow} asks for none`] : []),
  ]
}

function faultsOfRound({ fields, result }: RoundKind): string[] {
  const told: Fields[string] | undefined = fields[result.field]
  if (told?.type !== 'choice') return [`result: ${result.field} is no choice`]
  const values = Object.keys(told.values ?? {})
  return [
    ...(told.must === true && told.when === undefined ? [] : [`result: ${result.field} is not always asked`]),
    ...result.done.filter((value) => !values.includes(value)).map((value) => `result: ${result.field} is never ${value}`),
    ...values
      .filter((value) => !result.done.includes(value) && Object.hasOwn(roundStandings, value))
      .map((value) => `result: ${value} has a meaning of its own`),
  ]
}

function faultsOfActs({ acts }: { readonly acts: readonly string[] }, first: string): string[] {
  return [
    ...(acts.includes(first) ? [] : [`acts: nothing begins without ${first}`]),
    ...(new Set(acts).size === acts.length ? [] : ['acts: one is said twice']),
  ]
}

function faultsOfPlans({
  fields,
  reviewOn,
  changed,
  alike = [],
  above,
  below,
  each,
  handling,
  health,
  needs,
  until,
}: DocumentKind): string[] {
  const asked = (name: string, types: readonly string[]) =>
    fields[name]?.must === true && fields[name].when === undefined && types.includes(fields[name].type)
  return [
    ...(reviewOn === undefined || asked(reviewOn, ['day']) ? [] : [`reviewOn: ${reviewOn} is no day that is always asked`]),
    ...(changed === undefined || fields[changed]?.type === 'words' || fields[changed]?.type === 'text'
      ? []
      : [`changed: ${changed} is no words`]),
    ...alike.filter((name) => !asked(name, ['text', 'choice'])).map((name) => `alike: ${name} is not always asked`),
    ...(each === undefined || (above && asked(each, ['choice'])) ? [] : [`each: ${each} is no choice that is read above`]),
    ...(below && until !== undefined ? ['below: what ends on a day of its own is not taken back from those below'] : []),
    ...(below && (health || needs) ? ['below: what needs a response, or is health data, is not given out'] : []),
    ...(above && !('days' in handling.keep) ? ['above: what goes with a response stays in its county'] : []),
  ]
}

function faultsOfDocument({ acts, title, letters, until, fields, receipt }: DocumentKind): string[] {
  const every = Object.entries({ ...fields, ...receipt })
  return [
    ...(fields[title]?.type === 'text' && fields[title].must === true
      ? []
      : [`title: ${title} is no line of text that is always asked`]),
    ...(/^[\u4e00-\u9fff]{1,6}$/.test(letters) ? [] : ['letters: one to six signs before the year and number']),
    ...(until === undefined || fields[until]?.type === 'day' ? [] : [`until: ${until} is no day`]),
    ...(receipt && !acts.includes('receive') ? ['receipt: nothing is received without receive'] : []),
    ...(receipt ? faultsOfFields(receipt).map((fault) => `receipt.${fault}`) : []),
    ...every.filter(([, { to }]) => to !== undefined && to !== 'office').map(([name]) => `${name}: a document is read whole`),
  ]
}

function faultsOfVisits({ visits, reviewDays, fields }: RegisterKind): string[] {
  if (!visits) return []
  const { by, but } = visits
  const chosen = fields[by]
  return [
    ...(chosen?.type === 'choice' ? [] : [`visits: ${by} is no choice`]),
    ...Object.keys(but)
      .filter((value) => !Object.hasOwn(chosen?.values ?? {}, value))
      .map((value) => `visits: ${by} is never ${value}`),
    ...(reviewDays === undefined ? [] : ['visits: what is visited is not looked at beside it']),
    ...(Object.hasOwn(fields, 'every') ? ['visits: every narrows its lists'] : []),
  ]
}

function faultsOfProof({ proves = [], provesBy = {}, mayBeNone, reviewDays, fields }: RegisterKind): string[] {
  return [
    ...(mayBeNone && (proves.length === 0 || reviewDays === undefined)
      ? ['mayBeNone: said of what proves something and is looked at again']
      : []),
    ...(Object.keys(provesBy).length > 0 && proves.length === 0 ? ['provesBy: it proves nothing'] : []),
    ...Object.entries(provesBy).flatMap(([name, among]) =>
      among
        .filter((value) => !Object.hasOwn(fields[name]?.values ?? {}, value))
        .map((value) => `provesBy: ${name} is never ${value}`),
    ),
  ]
}

function faultsOfMechanism(kind: Kind): string[] {
  switch (kind.mechanism) {
    case 'request':
      return faultsOfRequest(kind)
    case 'round':
      return [...faultsOfActs(kind, 'record'), ...faultsOfRound(kind)]
    case 'register':
      return [
        ...faultsOfActs(kind, 'add'),
        ...(kind.alike ?? []).filter((name) => !Object.hasOwn(kind.fields, name)).map((name) => `alike: there is no ${name}`),
        ...((kind.noSheet ?? false) === noCellSays(kind.fields).length > 0
          ? []
          : [
              `noSheet: said exactly where something always asked stands in no cell: ${noCellSays(kind.fields).join(', ') || 'nothing'}`,
            ]),
        ...((kind.reviewDays === undefined) === kind.acts.includes('still-right')
          ? ['still-right: what is looked at again can be found still right, and nothing else']
          : []),
        ...faultsOfVisits(kind),
        ...faultsOfProof(kind),
        ...(kind.each === undefined || kind.fields[kind.each]?.type === 'choice' ? [] : [`each: ${kind.each} is no choice`]),
        ...(kind.fields[kind.title]?.type === 'text' ? [] : [`title: ${kind.title} is no line of text`]),
        ...Object.entries(kind.fields)
          .filter(([, { to }]) => to === 'health' || to === 'named' || to === 'helper')
          .map(([name]) => `${name}: a register is read whole`),
      ]
    case 'document':
      return [...faultsOfActs(kind, 'save'), ...faultsOfDocument(kind), ...faultsOfPlans(kind)]
  }
}

/** What is wrong with a kind as declared, each fault with the kind it is of; nothing when all that follows from it can follow. */
export function faultsOf(kind: Kind): string[] {
  const { name, words, unit, version } = kind
  const faults = [
    ...(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/.test(name) ? [] : ['name: subject and word of its own, as in requests.errand']),
    ...([words, unit].every(({ zh, en }) => zh !== '' && en !== '') ? [] : ['words: in both languages']),
    ...(/^[a-z]/.test(unit.one) && unit.one !== unit.en ? [] : ['unit: in English one word for one, another for many']),
    ...(Number.isInteger(version) && version > 0 ? [] : ['version: counts up from 1']),
    ...(kind.daily && (kind.mechanism === 'register' || kind.mechanism === 'document')
      ? ['daily: it has nothing of one day']
      : []),
    ...(kind.daily && kind.health ? ['daily: health data is no line of it'] : []),
    ...faultsOfFields(kind.fields),
    ...faultsOfMechanism(kind),
  ]
  return [...faults.map((fault) => `${name}: ${fault}`), ...faultsOfHandling(kind)]
}
