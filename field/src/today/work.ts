import { shanghaiDay } from '@wangdi/domain/day.ts'
import { type DueReading, dayOf, dueReadings, judgeSlots } from '@wangdi/domain/observation/slots.rules.ts'
import type { AlertAnswer, Episode, Reading } from '@wangdi/domain/observation/observation.ts'
import {
  type Coverage,
  coverageOf,
  countsFor,
  isInGroups,
  isOpen,
  personStanding,
  standingOf,
  turnOf,
} from '@wangdi/domain/rounds/coverage.rules.ts'
import { type ContactRhythm, contactsOfDay, type DueVisit } from '@wangdi/domain/rounds/due.rules.ts'
import { personsToMeet as toMeet } from '@wangdi/domain/rounds/to-meet.rules.ts'
import type { Round } from '@wangdi/domain/rounds/rounds.ts'
import type { Day, Id, Instant } from '@wangdi/domain/schema.ts'
import { dwellingOf, type Held } from '@wangdi/domain/sync/held.rules.ts'
import type { HeldArrival, HeldSetting } from '@wangdi/domain/sync/sync.ts'
import { decidedOn } from '../observation/answers.ts'
import { everybodyOf, type Household, householdsOf, type Resident } from '../places/door.ts'

/** A reading due at a door, with the person and the stay. */
export interface ReadingDue extends DueReading {
  readonly household: Household
  readonly person: Resident
  readonly episode: Episode
  /** Day n of N of the stay. */
  readonly day_n: number
  /** For a second reading: the high one before it. */
  readonly high: Reading | undefined
}

/** A visit due, with its household. */
export interface VisitDue extends DueVisit {
  readonly household: Household
}

/** Somebody who came and did not answer the telephone: to be met at the door where they stay. */
export interface CallDue {
  readonly household: Household
  readonly arrival: HeldArrival
}

/** What is to be done today, computed on the phone from what it holds: nothing of it is stored. */
export interface Work {
  readonly today: Day
  /** Second readings after a high one. */
  readonly urgent: readonly ReadingDue[]
  /** What doctors decided today about readings, newest first. */
  readonly decided: readonly { reading: Reading; answer: AlertAnswer; household: Household; person: Resident }[]
  /** First readings, by half day, soonest first. */
  readonly readings: readonly { half: DueReading['half']; at: Instant; late: boolean; all: readonly ReadingDue[] }[]
  readonly visits: readonly VisitDue[]
  /** Who did not answer the telephone, longest here first. */
  readonly calls: readonly CallDue[]
  readonly rounds: readonly { round: Round; coverage: Coverage; notReached: readonly Household[] }[]
  /** Of what was due this morning: done, gone to in vain today, still to do. */
  readonly done: number
  readonly tried: number
  readonly left: number
}

/** The work of a moment. */
export function workOf(held: Held, setting: HeldSetting | undefined, now: Instant): Work {
  const today = shanghaiDay(now)
  const households = householdsOf(held, setting, today)
  const readings = setting?.closed.observation ? [] : readingsDue(held, households, now)
  const contacts = contactsOf(households, setting, today)
  const visits = contacts.left.flatMap((due) => {
    const household = households.get(due.dwelling)
    return household ? [{ ...due, household }] : []
  })
  const calls = setting?.closed.arrivals ? [] : callsOf(held, households)
  const callsLeft = calls.filter((call) => !isMetToday(call, today))
  const doors = [...contacts.standing.values()]
  const urgent = readings.filter(({ why }) => why === 'retest')
  const left = readings.length + visits.length + callsLeft.length
  return {
    today,
    urgent,
    decided: decidedToday(held, households, today),
    readings: byHalf(readings.filter(({ why }) => why !== 'retest')),
    visits,
    calls: callsLeft,
    rounds: [...held.round.values()].filter((round) => isOpen(round, today)).map((round) => coverRound(round, households, today)),
    done:
      readingsDone(held, now, readings) +
      doors.filter((standing) => standing === 'done').length +
      (calls.length - callsLeft.length),
    tried: doors.filter((standing) => standing === 'tried').length,
    left,
  }
}

function callsOf(held: Held, households: ReadonlyMap<Id, Household>): CallDue[] {
  return [...held.arrival.values()]
    .flatMap((arrival) => {
      const household = households.get(arrival.dwelling)
      return household ? [{ household, arrival }] : []
    })
    .sort((a, b) => (a.arrival.arrived_on < b.arrival.arrived_on ? -1 : 1))
}

// Whoever was met at the door today was asked; the desk writes down what they said, and the row goes.
const isMetToday = ({ household: { visits } }: CallDue, today: Day): boolean =>
  visits.some(({ at, result }) => result === 'met' && shanghaiDay(at) === today)

function readingsDue(held: Held, households: ReadonlyMap<Id, Household>, now: Instant): ReadingDue[] {
  const today = shanghaiDay(now)
  const all = [...held.reading.values()]
  return dueReadings([...held.episode.values()], all, now).flatMap((due) => {
    const episode = held.episode.get(due.observation)
    const household = households.get((episode && dwellingOf(held, 'episode', episode)) ?? '')
    const person = household && everybodyOf(household).find(({ id }) => id === episode?.person)
    if (!episode || !household || !person) return []
    const own = all.filter(
      (reading) => reading.observation === episode.id && reading.day === due.day && reading.half === due.half,
    )
    const high = due.why === 'retest' ? own.find(({ temperature }) => temperature !== null) : undefined
    return [{ ...due, household, person, episode, day_n: dayOf(episode, today)?.n ?? 0, high }]
  })
}

function decidedToday(held: Held, households: ReadonlyMap<Id, Household>, today: Day): Work['decided'] {
  return decidedOn(held, today).flatMap(({ reading, answer }) => {
    const episode = held.episode.get(reading.observation)
    const household = households.get((episode && dwellingOf(held, 'episode', episode)) ?? '')
    const person = household && everybodyOf(household).find(({ id }) => id === episode?.person)
    return household && person ? [{ reading, answer, household, person }] : []
  })
}

function byHalf(all: readonly ReadingDue[]): Work['readings'] {
  const groups = new Map<string, ReadingDue[]>()
  for (const due of all) {
    const key = `${due.half}|${due.at}|${due.why}`
    const group = groups.get(key)
    if (group) group.push(due)
    else groups.set(key, [due])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first ? [{ half: first.half, at: first.at, late: first.why === 'missing', all: group }] : []
  })
}

const rhythmFrom = (setting: HeldSetting | undefined): ContactRhythm => setting?.rhythm ?? { groups: {}, colours: {} }

const asDue = (person: Resident) => ({
  id: person.id,
  dwelling: person.dwelling,
  born: person.born,
  marks: person.marks,
  colour: person.colour?.colour ?? null,
  everyDays: person.colour?.everyDays ?? null,
})

function contactsOf(households: ReadonlyMap<Id, Household>, setting: HeldSetting | undefined, today: Day) {
  const people = [...households.values()].flatMap((household) => household.people.map(asDue))
  const visits = new Map([...households].map(([id, household]) => [id, household.visits]))
  return contactsOfDay({ people, visits, rhythm: rhythmFrom(setting), today })
}

/**
 * Who of a household is to be seen in person when somebody comes to the door: whose days have passed, and whom an open round of
 * people has not met yet. `without` is a visit that is being corrected, as if it had not been.
 */
export function personsToMeet(
  { people, visits }: Household,
  held: Held,
  setting: HeldSetting | undefined,
  today: Day,
  without: Id | null = null,
): Id[] {
  const counted = visits.filter(({ id }) => id !== without)
  const rounds = held.round.values()
  return toMeet({ people: people.map(asDue), visits: counted, rounds, rhythm: rhythmFrom(setting), today })
}

/** How far a round has come within the doors of this phone, and the doors nobody was at. */
export function coverRound(round: Round, households: ReadonlyMap<Id, Household>, today: Day): Work['rounds'][number] {
  const turn = turnOf(round, today)
  const standings = [...households.values()].flatMap((household) => {
    const visits = household.visits.filter((visit) => countsFor(visit, turn))
    if (round.of === 'dwellings')
      return [
        {
          household,
          standing: standingOf(
            household.door.use,
            visits.map(({ result }) => result),
          ),
        },
      ]
    return household.people
      .filter((person) => isInGroups(round.groups, person, today))
      .map(({ id }) => ({ household, standing: personStanding(visits, id) }))
  })
  const notReached = new Set(standings.filter(({ standing }) => standing === 'not-reached').map(({ household }) => household))
  return { round, coverage: coverageOf(standings.map(({ standing }) => standing)), notReached: [...notReached] }
}

// Readings that were due today and are taken.
function readingsDone(held: Held, now: Instant, left: readonly ReadingDue[]): number {
  const today = shanghaiDay(now)
  const open = new Set(left.map(({ observation, half }) => observation + half))
  const all = [...held.reading.values()]
  return [...held.episode.values()]
    .filter(({ id }) => all.some((reading) => reading.observation === id))
    .flatMap((episode) =>
      judgeSlots(
        episode,
        all.filter(({ observation }) => observation === episode.id),
        now,
      )
        .filter(({ day, state }) => day === today && (state === 'done' || state === 'abnormal'))
        .filter(({ half }) => !open.has(episode.id + half)),
    ).length
}
