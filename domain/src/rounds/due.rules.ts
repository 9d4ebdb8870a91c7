import { addDays, shanghaiDay, shanghaiInstant, shanghaiTime } from '../day.ts'
import { ageGroupsOf } from '../people/key-group.rules.ts'
import type { Day, Id, Instant } from '../schema.ts'
import { contactOf, isContact } from './contact.rules.ts'
import { lastOf, type LastVisit, type RoundGroup, type Visit } from './rounds.ts'

/** Every how many days a key person is seen, by group and by colour of the health grade. */
export interface ContactRhythm {
  readonly groups: Readonly<Partial<Record<RoundGroup, number>>>
  readonly colours: Readonly<Partial<Record<'green' | 'yellow' | 'red', number>>>
}

/**
 * The rhythm where neither rules nor county say another: a setting of ours, since the notices ask for regular contact
 * (民发〔2021〕11号 二; 民发〔2023〕5号 一) and name no number of days; the national plan of 2022-12 counts days for the infected only.
 */
export const usualRhythm: ContactRhythm = {
  groups: {
    'elder-alone': 7,
    orphan: 7,
    'unraised-child': 7,
    'left-behind-child': 14,
    'child-in-need': 14,
    pregnant: 14,
    'mental-illness': 14,
    'special-hardship': 14,
    'extreme-poverty': 14,
    disabled: 30,
    chronic: 30,
    'low-income': 30,
    elder: 14,
  },
  colours: { red: 3, yellow: 7 },
}

/**
 * Every how many days a person is due: the closest of their groups and colour; undefined when none asks. Of the colour the days
 * of the rules and those the county set count, and ours where both are silent.
 */
export function contactDays(
  person: Pick<DuePerson, 'born' | 'marks' | 'colour' | 'everyDays'>,
  rhythm: ContactRhythm,
  today: Day,
): number | undefined {
  const groups: readonly string[] = [...person.marks, ...ageGroupsOf(person.born, today)]
  const asked = groups.flatMap((group) => rhythm.groups[group as RoundGroup] ?? [])
  const own = person.colour ? rhythm.colours[person.colour] : undefined
  const usual = person.colour && typeof person.everyDays !== 'number' ? usualRhythm.colours[person.colour] : undefined
  const byColour = [own ?? usual, person.everyDays].filter((days): days is number => typeof days === 'number')
  const all = [...asked, ...byColour]
  return all.length === 0 ? undefined : Math.min(...all)
}

/** A person of a household as the due list needs them. */
export interface DuePerson {
  readonly id: Id
  readonly dwelling: Id
  readonly born: Day | null
  readonly marks: readonly string[]
  readonly colour?: 'green' | 'yellow' | 'red' | null
  /** What the rules ask for the colour, closer while infected (国卫明电〔2022〕509号). */
  readonly everyDays?: number | null
}

/** What the rule of what is due needs to know of a visit. */
export type SeenVisit = Pick<Visit, 'id' | 'dwelling' | 'at' | 'result' | 'met' | 'replaces'> & Partial<Pick<Visit, 'entry'>>

/** A door to go to today: whom to see, since when it is due, what the last visit found. */
export interface DueVisit {
  readonly dwelling: Id
  readonly persons: readonly Id[]
  /** `rhythm`: the days have passed; `again`: somebody was there and met nobody. */
  readonly why: 'rhythm' | 'again'
  readonly dueOn: Day
  /** Not before this moment: another hour than the one that found nobody; null for at once. */
  readonly notBefore: Instant | null
  readonly last: LastVisit | null
}

const bands = ['09:00', '14:00', '18:30'] as const

/** When to come again after nobody was home: the next other part of the day, at the latest the next morning. */
export function againAfter(at: Instant): Instant {
  const [day, time] = [shanghaiDay(at), shanghaiTime(at)]
  const next = time < '12:00' ? bands[1] : time < '17:30' ? bands[2] : undefined
  return next ? shanghaiInstant(day, next) : shanghaiInstant(addDays(day, 1), bands[0])
}

/** Whether the last try of a visit asks for another one, and from when. */
function repeatOf(last: SeenVisit | undefined): { from: Instant; day: Day } | undefined {
  if (last?.result === 'nobody-home') return { from: againAfter(last.at), day: shanghaiDay(againAfter(last.at)) }
  if (last?.result !== 'not-convenient') return undefined
  const day = addDays(shanghaiDay(last.at), 1)
  return { from: shanghaiInstant(day, bands[0]), day }
}

/**
 * The visits due on a day, one a door, longest due first. `visits` are those of each door in the last weeks, without corrected
 * ones, in the order of time; somebody not met in them is due today. A refusal counts as the contact of its turn.
 */
export function dueVisits(given: {
  people: readonly DuePerson[]
  visits: ReadonlyMap<Id, readonly SeenVisit[]>
  rhythm: ContactRhythm
  today: Day
}): DueVisit[] {
  const { visits, rhythm, today } = given
  const households = new Map<Id, DuePerson[]>()
  for (const person of given.people) {
    const household = households.get(person.dwelling)
    if (household) household.push(person)
    else households.set(person.dwelling, [person])
  }
  const due: DueVisit[] = []
  for (const [dwelling, household] of households) {
    const visit = dueAt(dwelling, household, visits.get(dwelling) ?? [], rhythm, today)
    if (visit) due.push(visit)
  }
  return due.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.dwelling < b.dwelling ? -1 : 1))
}

/**
 * Who of a household is to be seen by a day, since when: the days of their rhythm have passed since somebody last met them. Whoever
 * comes to the door, at whatever hour, is to see them.
 */
export function personsDue(
  household: readonly Omit<DuePerson, 'dwelling'>[],
  visits: readonly Pick<SeenVisit, 'at' | 'result' | 'met'>[],
  rhythm: ContactRhythm,
  today: Day,
): { person: Id; on: Day }[] {
  return household.flatMap((person) => {
    const everyDays = contactDays(person, rhythm, today)
    const { state, due_on } = contactOf({ id: person.id, everyDays }, visits, today)
    return (state === 'due' || state === 'no-answer') && due_on !== null ? [{ person: person.id, on: due_on }] : []
  })
}

function dueAt(
  dwelling: Id,
  household: readonly DuePerson[],
  visits: readonly SeenVisit[],
  rhythm: ContactRhythm,
  today: Day,
): DueVisit | undefined {
  const last = visits.at(-1)
  const due = personsDue(household, visits, rhythm, today)
  if (due.length === 0) return undefined
  const repeat = repeatOf(last)
  if (repeat && repeat.day > today) return undefined
  return {
    dwelling,
    persons: due.map(({ person }) => person),
    why: repeat ? 'again' : 'rhythm',
    dueOn: due.reduce((first, { on }) => (on < first ? on : first), today),
    notBefore: repeat ? repeat.from : null,
    last: last ? lastOf(last) : null,
  }
}

/** How a door that was due in the morning stands now: everybody seen, somebody went there in vain today, or still to go to. */
export type DoorOfDay = 'done' | 'tried' | 'left'

/**
 * The doors that were due in the morning of a day and how each stands after its visits, those still to go to, longest due
 * first, and these with the doors gone to in vain: all that is not done. Done of a day is done of what was due that day: a visit to a door that was not due changes nothing.
 */
export function contactsOfDay(given: Parameters<typeof dueVisits>[0]): {
  standing: Map<Id, DoorOfDay>
  left: DueVisit[]
  open: DueVisit[]
} {
  const before = new Map([...given.visits].map(([door, own]) => [door, own.filter(({ at }) => shanghaiDay(at) < given.today)]))
  const morning = dueVisits({ ...given, visits: before })
  const left = dueVisits(given)
  const standing = new Map<Id, DoorOfDay>()
  for (const { dwelling, persons } of morning) {
    const today = (given.visits.get(dwelling) ?? []).filter(({ at }) => shanghaiDay(at) >= given.today)
    standing.set(dwelling, persons.every((id) => today.some((visit) => isContact(visit, id))) ? 'done' : 'tried')
  }
  for (const { dwelling } of left) standing.set(dwelling, 'left')
  const tried = morning.filter(({ dwelling }) => standing.get(dwelling) === 'tried')
  return { standing, left, open: [...left, ...tried] }
}

/** How many days back visits are looked at for what is due; longer than the slowest rhythm of groups. */
export const visitMemoryDays = 60

/** The rhythm of a county: by group ours, with the days its settings (`contact_days`: group or colour → days) put instead; by colour what it set. */
export function rhythmOf(settings: unknown): ContactRhythm {
  const own = (settings as { contact_days?: Record<string, unknown> } | null)?.contact_days ?? {}
  const days = Object.entries(own).filter((entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] >= 1)
  const colours = days.filter(([name]) => ['red', 'yellow', 'green'].includes(name))
  return {
    groups: { ...usualRhythm.groups, ...Object.fromEntries(days.filter((entry) => !colours.includes(entry))) },
    colours: Object.fromEntries(colours),
  }
}
