import type { Static } from 'typebox'
import type { recordReading } from '../observation/observation.api.ts'
import { slotOf } from '../observation/slots.rules.ts'
import type { recordVisit } from '../rounds/rounds.api.ts'
import type { Id } from '../schema.ts'
import { askedRows, isFirst } from './asked.rules.ts'
import type { Held } from './held.rules.ts'
import { paperRows } from './papers/paper.rules.ts'
import { kindAct, paperOfVerb, roundOfVerb } from './phone-kinds.ts'
import { checkRows } from './round.rules.ts'
import type { Me, Said } from './said.ts'
import type { HeldRows } from './sync.ts'

/**
 * The rows that a command makes once it is done, so that the phone shows them before the server tells of them;
 * the server's row has the same id and takes their place. Verbs that make no row on phones give none.
 */
export function rowsOf(held: Held, said: Said, me: Me): HeldRows {
  const ofKind = kindAct(said.verb)
  if (ofKind) return askedRows(held, ofKind, said, me)
  const round = roundOfVerb(said.verb)
  if (round) return checkRows(held, round, said)
  if (paperOfVerb(said.verb)) return paperRows(held, said)
  switch (said.verb) {
    case 'rounds.record-visit':
      return visitRows(held, said, me.account)
    case 'observation.record-reading':
      return readingRows(held, said, me.name)
    default:
      return {}
  }
}

function visitRows(held: Held, { at, input }: Said, by: Id): HeldRows {
  const said = input as Static<typeof recordVisit.input>
  const { id, dwelling, result, round = null, needs = [], use = null, met = [], note = '', changes = '', replaces = null } = said
  const door = held.dwelling.get(dwelling)
  const visit = { id, dwelling, round, at, by, result, needs, use, met, note, changes, entry: said.entry ?? 'at-door', replaces }
  return { visit: [visit], ...(door && use && use !== door.use ? { dwelling: [{ ...door, use }] } : {}) }
}

function readingRows(held: Held, { at, input }: Said, by: string): HeldRows {
  const { note = '', taken_at = at, ...said } = input as Static<typeof recordReading.input>
  const episode = held.episode.get(said.observation)
  return episode ? { reading: [{ ...said, note, taken_at, ...slotOf(taken_at, episode.rule), by, recorded_at: at }] } : {}
}

/** Every text in a command, the ids of all that it is about among them: what it makes, and whom and what it names. */
export function textsIn(input: unknown): string[] {
  if (typeof input === 'string') return [input]
  return input !== null && typeof input === 'object' ? Object.values(input).flatMap(textsIn) : []
}

/** Ids of records that a command makes, and of those that it needs to be there before it. An act needs what it is done to. */
export function idsOf({ verb, input }: Pick<Said, 'verb' | 'input'>): { makes: Id[]; uses: Id[] } {
  const { id, entered, replaces, after } = input as { id?: Id; entered?: { id?: Id }; replaces?: Id; after?: Id }
  const given = (...ids: (Id | undefined)[]) => ids.filter((one): one is Id => typeof one === 'string')
  const ofKind = kindAct(verb)
  if ((ofKind && !isFirst(ofKind)) || paperOfVerb(verb)) return { makes: [], uses: given(id) }
  return { makes: given(id, entered?.id), uses: given(replaces, after) }
}
