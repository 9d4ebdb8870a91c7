import { ageOn } from '@wangdi/domain/day.ts'
import type { Known, PersonKind } from '@wangdi/domain/observation/observation.ts'
import {
  type AskTerm,
  exceptionsOf,
  factsOfOrigin,
  groupOf,
  inOrder,
  judgeArrival,
  type Judged,
  mostOften,
  textOfGroup,
  type ToJudge,
  usualOf,
} from '@wangdi/domain/observation/queue/queue.rules.ts'
import { type QueueGroup, type QueueRow, stages } from '@wangdi/domain/observation/queue/queue.ts'
import { factsOfPerson, homeFit } from '@wangdi/domain/observation/term.rules.ts'
import { maskPhone } from '@wangdi/domain/people/phone.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { findNumber } from '@wangdi/policy/engine/setting.ts'
import { kindsMet, termFor } from '@wangdi/policy/engine/term.ts'
import type { Facts, OwnName } from '@wangdi/policy/vocabulary.ts'
import type { Db } from '../../platform/db.ts'
import { getPacks } from '../../platform/packs.ts'
import type { FieldCipher } from '../../platform/secrets/fields.ts'
import { factsOfMany } from '../../regimes/index.ts'
import { type KeptArrival, listQueue, type QueueFilter } from './queue.queries.ts'

/** An arrival with its standing, and what its order is written from. */
export interface Queued {
  readonly kept: KeptArrival
  readonly judged: Judged
  readonly row: QueueRow
  /** What was known of the person, and the facts the term was asked with. */
  readonly known: Known
  readonly facts: Facts
}

/** What the arrival record and the last look at the home say of a person, in the words of the rules. */
function knownOf({ point_to_point, health_proof, home }: KeptArrival): Known {
  const fit = home ? homeFit(home) : null
  return {
    ...(point_to_point !== null && { came_point_to_point: point_to_point }),
    ...(health_proof !== null && { holds_health_proof: health_proof }),
    ...(fit !== null && { home_fit: fit }),
  }
}

/** Asks the rules for terms, once for each question that many arrivals have in common. */
function askerFor(today: Day) {
  const packs = getPacks()
  const answers = new Map<string, ReturnType<AskTerm>>()
  return (place: PlaceCode, facts: Facts, kind: PersonKind, known: Known) => {
    const key = JSON.stringify([kind, known, place, facts])
    const kept = answers.get(key)
    if (kept) return kept
    const term = termFor(packs, { kind, day: today, place, facts: { ...facts, ...factsOfPerson(known) } })
    const exposure = findNumber(packs, 'counting.exposure-day', place, term.rules_of)?.value ?? 0
    const asks = term.missing.flatMap((name) => {
      const fact = packs.brought[name as OwnName]
      return fact ? [{ name, words: { zh: fact.words.zh, en: fact.words.en } }] : []
    })
    const answer = { term, exposure, asks, words: packs.kinds.get(kind as OwnName)?.words }
    answers.set(key, answer)
    return answer
  }
}

/** The arrivals asked for, each judged by the rules of the day, in groups with what is usual in them. */
export async function judgeQueue(db: Db, fields: FieldCipher, filter: QueueFilter): Promise<Queued[]> {
  const { today } = filter
  const all = await listQueue(db, filter)
  const factsOf = await factsOfMany(db, [...new Set(all.map(({ community }) => community))], today)
  const ask = askerFor(today)
  const judged = all.map((kept) => {
    const known = knownOf(kept)
    const facts = { ...factsOf.get(kept.community), ...factsOfOrigin(kept) }
    const met = kindsMet(getPacks(), { ...facts, ...factsOfPerson(known) }, kept.community, today)
    const toJudge: ToJudge = { ...kept, known, decided: kept.decision !== null }
    return {
      kept,
      known,
      facts,
      toJudge,
      judged: judgeArrival(toJudge, (kind, told) => ask(kept.community, facts, kind, told), today, met),
    }
  })
  const keyOf = ({ toJudge, judged: { stage } }: (typeof judged)[number]) => textOfGroup(groupOf(toJudge, stage))
  const usual = new Map(
    [...Map.groupBy(judged, keyOf)].map(([key, group]) => [key, usualOf(group.map((one) => one.judged.proposal))] as const),
  )
  return judged.map((one) => {
    const { kept, known, facts, toJudge } = one
    const exceptions = exceptionsOf(toJudge, one.judged, usual.get(keyOf(one)) ?? null, today)
    return {
      kept,
      known,
      facts: { ...facts, ...factsOfPerson(known) },
      judged: one.judged,
      row: rowOf(kept, fields, one.judged, exceptions, today),
    }
  })
}

function rowOf(
  kept: KeptArrival,
  fields: FieldCipher,
  { stage, to_check, proposal }: Judged,
  exceptions: QueueRow['exceptions'],
  today: Day,
): QueueRow {
  const { arrival, version, person, name, sex, born, community, dwelling, match, origin, origin_kind, decision } = kept
  return {
    ...{
      arrival,
      version,
      person,
      name,
      sex,
      community,
      dwelling,
      match,
      origin,
      origin_kind,
      stage,
      to_check,
      proposal,
      exceptions,
    },
    age: born === null ? null : ageOn(born, today),
    door: doorText(kept.door),
    phone: kept.phone_cipher === null ? null : maskPhone(fields.open('phone', kept.phone_cipher)),
    arrived_on: kept.arrived_on,
    left_origin_on: kept.left_origin_on,
    checked:
      kept.origin_confirmed_by !== null && kept.checked_at
        ? { by: kept.origin_confirmed_by, at: kept.checked_at.toISOString() }
        : null,
    unanswered: kept.unanswered,
    sent_back: kept.sent_back && { ...kept.sent_back, at: new Date(kept.sent_back.at).toISOString() },
    decision: decision && {
      ...{ id: decision.id, outcome: decision.outcome, observation: decision.observation, number: decision.number },
      ...{ reason: decision.reason, by: decision.by, delivered: decision.delivered, alone: decision.alone },
      at: new Date(decision.at).toISOString(),
    },
  }
}

/** The groups of judged arrivals in the order in which they are read. */
export function groupsOf(all: readonly Queued[]): QueueGroup[] {
  const groups = Map.groupBy(all, ({ kept, row }) => textOfGroup(groupOf(kept, row.stage)))
  return inOrder(
    [...groups.values()].flatMap((group) => {
      const [first] = group
      if (!first) return []
      return {
        ...groupOf(first.kept, first.row.stage),
        name: mostOften(group, ({ kept }) => kept.origin)?.kept.origin ?? first.kept.origin,
        people: group.length,
        exceptions: group.filter(({ row }) => row.exceptions.length > 0).length,
        communities: new Set(group.map(({ kept }) => kept.community)).size,
        proposal: usualOf(group.map(({ row }) => row.proposal)),
      }
    }),
  )
}

/** How many stand where; they add up to all. */
export const countStages = (all: readonly Queued[]) => {
  const of = (stage: QueueRow['stage']) => all.filter(({ row }) => row.stage === stage).length
  const [expected, checking, decide, over, out, decided] = stages.map(of) as [number, number, number, number, number, number]
  return { all: all.length, expected, checking, decide, over, out, decided }
}
