import { reachOf } from '@wangdi/domain/access/access.ts'
import { addDays, shanghaiInstant } from '@wangdi/domain/day.ts'
import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import { turnOfRound } from '@wangdi/domain/kinds/round/round.rules.ts'
import type { Ask } from '@wangdi/domain/kinds/inbox/waiting.ts'
import type { Day, Instant } from '@wangdi/domain/schema.ts'
import { coverRound } from '../count-kind.queries.ts'
import { type Asking, isFirstAbove, mostOfPart, type Waits } from './joined.ts'
import { listWaitingPapers, listWaitingThings, type WaitingFor, type WaitingRecord } from './records.queries.ts'

const kinds = new Map<string, Kind>()

/** Tells the inbox of a kind whose records wait: things, documents and rounds over things. */
export const joinRecords = (kind: Kind): void => void kinds.set(kind.name, kind)

/** The end of a day: a term that names the day is kept until then. */
export const endOf = (day: Day): Instant => shanghaiInstant(addDays(day, 1), '00:00')

// The acts that a state waits for, and what the office is asked to do then.
const ofThings = { draft: ['sign'], waiting: ['approve'], live: ['renew', 'still-right', 'set-state', 'change'] } as const
const ofPapers = { draft: ['sign'], waiting: ['approve'], ready: ['publish'], 'in-force': ['save'] } as const
const askOf: Readonly<Record<string, Ask>> = {
  ...{ draft: 'sign', waiting: 'approve', ready: 'publish', live: 'renew', 'in-force': 'renew' },
}

// Of a record that waits for an act it is told whoever may do that act, where the record lies or, where nobody there may, above.
function waitingFor(
  { actor }: Asking,
  mechanism: Kind['mechanism'],
  states: Readonly<Record<string, readonly string[]>>,
): WaitingFor[] {
  const all = [...kinds.values()].filter((kind) => kind.mechanism === mechanism && !('health' in kind && kind.health))
  return Object.entries(states).flatMap(([state, acts]): WaitingFor[] => {
    const verbsOf = (kind: Kind) =>
      acts.map((act) => `${kind.name}.${act}`).filter((verb) => reachOf(verb, actor.role) === 'area')
    // Whom to visit today is a list of the plan; each visit would be a line here.
    const here = all.filter((kind) => verbsOf(kind).length > 0 && !(state === 'live' && 'visits' in kind && kind.visits))
    const below = here.filter((kind) => actor.place.length < 12 && verbsOf(kind).some((verb) => isFirstAbove(verb, actor)))
    return here.length === 0 ? [] : [{ state, here: here.map(({ name }) => name), below: below.map(({ name }) => name) }]
  })
}

const told = ({ id, kind, community, title, at, state, day }: WaitingRecord): Waits => ({
  ...{ id, what: kind, about: community, at, said: title, due_at: day && endOf(day) },
  ask: askOf[state] ?? 'do',
})

// One line for each round over things of which something was not gone to in its turn.
async function roundsLeft({ db, actor, today }: Asking): Promise<Waits[]> {
  if (actor.place.length !== 12) return []
  const mine = [...kinds.values()].filter(({ name }) => reachOf(`${name}.record`, actor.role) === 'area')
  const left: Waits[] = []
  for (const kind of mine) {
    if (kind.mechanism !== 'round') continue
    const { notReached: n } = await coverRound(db, kind, actor.place, today)
    const { to } = turnOfRound(kind, today)
    if (n > 0) left.push({ id: kind.name, what: kind.name, ask: 'do', about: actor.place, at: null, due_at: endOf(to), n })
  }
  return left
}

/** Things to be signed, approved or looked at again, documents to be signed, approved, given out or renewed, and rounds with something left. */
export async function recordsWaiting(asking: Asking): Promise<Waits[]> {
  const { db, actor, today } = asking
  if (actor.place.length < 6) return []
  const among = { place: actor.place, account: actor.account, today }
  const things = await listWaitingThings(db, { ...among, waiting: waitingFor(asking, 'register', ofThings) })
  const papers = await listWaitingPapers(db, { ...among, waiting: waitingFor(asking, 'document', ofPapers) })
  return [...things.map(told), ...papers.map(told), ...(await roundsLeft(asking))].slice(0, mostOfPart)
}
