import { addDays } from '@wangdi/domain/day.ts'
import { keyGroups } from '@wangdi/domain/people/key-group.ts'
import type { Entry } from '@wangdi/domain/people/roster/entry.ts'
import { marksIn } from '@wangdi/domain/people/roster/marks.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'
import { v7 as newId } from 'uuid'
import type { ElderFacts } from './elder-facts.ts'
import type { NewArrival, NewMark, NewPerson } from './import.queries.ts'
import type { Match, ReadyEntry } from './matching.ts'
import type { FilledGaps } from './undo/gaps.queries.ts'

/** The row of somebody new. */
export function newPerson(id: Id, { entry, names, document, phone, dwelling }: ReadyEntry): NewPerson {
  return {
    id,
    dwelling,
    door_text: entry.doorText ?? null,
    name: entry.name,
    initials: names.initials,
    grams: names.grams,
    sex: entry.sex ?? null,
    born: entry.birth ?? null,
    document_kind: entry.documentKind,
    document_cipher: document?.cipher ?? null,
    document_hash: document?.hash ?? null,
    document_tail_hash: document?.tailHash ?? null,
    phone_cipher: phone?.cipher ?? null,
    phone_hash: phone?.hash ?? null,
    phone_tail_hash: phone?.tailHash ?? null,
    relation: entry.relation,
    residence: entry.residence,
    source: entry.arrival ? 'arrival' : 'import',
  }
}

/** What an entry adds to somebody held; only a resident's roster says where a resident lives. */
export function gapsOf(id: Id, { entry, phone, dwelling }: ReadyEntry): FilledGaps {
  const resident = entry.arrival === undefined && entry.elder === undefined
  return {
    id,
    dwelling: resident ? dwelling : null,
    door_text: resident ? (entry.doorText ?? null) : null,
    sex: entry.sex ?? null,
    born: entry.birth ?? null,
    phone_cipher: phone?.cipher ?? null,
    phone_hash: phone?.hash ?? null,
    phone_tail_hash: phone?.tailHash ?? null,
    relation: entry.relation,
    resident,
  }
}

/** The marks of an entry, due for review after the days of their kind. */
export const marksOf = (person: Id, entry: Entry, today: Day): NewMark[] =>
  marksIn(entry).map((kind) => ({ id: newId(), person, kind, since: today, review_on: addDays(today, keyGroups[kind].review) }))

/** The arrival of an entry, when it is one. What was told about risk areas stands in the note: the level is not the traveller's to say. */
export function arrivalsOf({ id: person, ready, match }: Placed): NewArrival[] {
  const { entry } = ready
  const { arrival } = entry
  if (!arrival) return []
  const told = arrival.passedRisk === undefined ? [] : [arrival.passedRisk ? '自述途经中高风险地区' : '自述未途经中高风险地区']
  return [
    {
      id: newId(),
      person,
      dwelling: ready.dwelling,
      match: match.by ?? 'new',
      origin: arrival.origin,
      origin_kind: /境外|国外/.test(arrival.origin) ? 'abroad' : 'unknown',
      arrived_on: arrival.arrivedOn,
      transport: arrival.transport,
      companions: arrival.companions ?? null,
      note: [
        ...told,
        ...arrival.words,
        ...(entry.doorText ? [`申报住址 ${entry.doorText}`] : []),
        ...(entry.remark === '' ? [] : [entry.remark]),
      ].join('；'),
    },
  ]
}

/** What an entry says about an elder's health, when it says anything. */
export function elderFactsOf(person: Id, { elder }: Entry): ElderFacts[] {
  if (!elder) return []
  const { disease, doses, lastDoseOn, doctor } = elder
  const facts = {
    ...(disease === 'unknown' ? {} : { disease }),
    ...(doses === undefined ? {} : { doses }),
    ...(lastDoseOn === undefined ? {} : { last_dose_on: lastDoseOn }),
    ...(doctor === '' ? {} : { doctor }),
  }
  return Object.keys(facts).length === 0 ? [] : [{ person, ...facts }]
}

/** A match with the id that its entry will stand under: the one held, or a new one. */
export interface Placed {
  readonly ready: ReadyEntry
  readonly match: Match
  readonly id: Id
}

/** Gives each entry its id. */
export const placeEntries = (entries: readonly ReadyEntry[], matches: readonly Match[]): Placed[] =>
  entries.map((ready, at) => {
    const match = matches[at] ?? { likes: [], counts: false }
    return { ready, match, id: match.same?.id ?? newId() }
  })
