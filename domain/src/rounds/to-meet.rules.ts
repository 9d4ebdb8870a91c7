import type { Day, Id } from '../schema.ts'
import { countsFor, isInGroups, isOpen, personStanding, turnOf } from './coverage.rules.ts'
import { type ContactRhythm, type DuePerson, personsDue, type SeenVisit } from './due.rules.ts'
import type { Round } from './rounds.ts'

/**
 * Whom of a household a contact on a day is to reach, in the order of the household: whose rhythm is due, and whom an open round of
 * key persons has not reached. The phone and the desk choose them before anybody presses. `visits` are without corrected ones.
 */
export function personsToMeet(given: {
  people: readonly Omit<DuePerson, 'dwelling'>[]
  visits: readonly Pick<SeenVisit, 'at' | 'result' | 'met'>[]
  rounds: Iterable<Pick<Round, 'of' | 'groups' | 'from' | 'until' | 'everyDays'>>
  rhythm: ContactRhythm
  today: Day
}): Id[] {
  const { people, visits, today } = given
  const due = new Set(personsDue(people, visits, given.rhythm, today).map(({ person }) => person))
  for (const round of given.rounds) {
    if (round.of !== 'key-persons' || !isOpen(round, today)) continue
    const turn = turnOf(round, today)
    const made = visits.filter((visit) => countsFor(visit, turn))
    for (const person of people)
      if (isInGroups(round.groups, person, today) && personStanding(made, person.id) !== 'done') due.add(person.id)
  }
  return people.flatMap(({ id }) => (due.has(id) ? [id] : []))
}

/** Who of those to be reached is left out of those named. */
export const leftOut = (due: readonly Id[], met: readonly Id[]): Id[] => due.filter((id) => !met.includes(id))
