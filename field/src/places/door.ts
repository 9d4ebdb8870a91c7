import { ageOn } from '@wangdi/domain/day.ts'
import { stateOf } from '@wangdi/domain/observation/slots.rules.ts'
import { partText } from '@wangdi/domain/places/door-plate.ts'
import { dwellingOf, type Held } from '@wangdi/domain/sync/held.rules.ts'
import type { HeldColour, HeldDwelling, HeldPerson, HeldRow, HeldSetting } from '@wangdi/domain/sync/sync.ts'
import type { Visit } from '@wangdi/domain/rounds/rounds.ts'
import { withoutReplaced } from '@wangdi/domain/rounds/coverage.rules.ts'
import type { Day, Id, Instant } from '@wangdi/domain/schema.ts'

/** A resident as pages show them. */
export interface Resident extends HeldPerson {
  readonly age: number | undefined
  readonly marks: readonly string[]
  readonly colour: HeldColour | undefined
}

/** A door, named as `doorPlate` names it, with who lives there, who is observed there, and the visits to it in the order of time, corrected ones left out. */
export interface Household {
  readonly door: HeldDwelling
  readonly people: readonly Resident[]
  /** Observed behind this door, at home elsewhere: a reading is taken here, a key person is visited at home. */
  readonly guests: readonly Resident[]
  readonly visits: readonly Visit[]
}

/** Rows by a key, each group in the order of the rows. */
export const grouped = <K, T>(rows: Iterable<T>, keyOf: (row: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

/** One stay of each person who is observed behind a door other than their home, by that door. */
function guestsOf(held: Held): Map<Id, HeldRow<'episode'>[]> {
  const away = [...held.episode.values()].filter(
    ({ person, dwelling }) => dwelling !== null && held.person.get(person)?.dwelling !== dwelling,
  )
  const once = new Map(away.map((episode) => [`${episode.person} ${episode.dwelling}`, episode]))
  return grouped(once.values(), (episode) => episode.dwelling ?? '')
}

/** The stays that run behind a door, each with the person, in the order of the people. */
export const runningBehind = (
  held: Held,
  household: Household,
  now: Instant,
): { person: Resident; episode: HeldRow<'episode'> }[] =>
  everybodyOf(household).flatMap((person) =>
    [...held.episode.values()]
      .filter(
        (episode) =>
          episode.person === person.id &&
          dwellingOf(held, 'episode', episode) === household.door.id &&
          stateOf(episode, now) === 'running',
      )
      .map((episode) => ({ person, episode })),
  )

/** Whoever is behind a door today: those who live there and those who are observed there. */
export const everybodyOf = ({ people, guests }: Pick<Household, 'people' | 'guests'>): readonly Resident[] => [
  ...people,
  ...guests,
]

let last: { held: Held; names: boolean; today: Day; households: Map<Id, Household> } | undefined

/** All households that the phone holds, in walking order; computed once for each state of the phone. */
export function householdsOf(held: Held, setting: Pick<HeldSetting, 'namesEstates'> | undefined, today: Day): Map<Id, Household> {
  const names = setting?.namesEstates ?? false
  if (last?.held === held && last.names === names && last.today === today) return last.households
  const marks = grouped(held.mark.values(), (mark) => mark.person)
  const people = grouped(held.person.values(), (person) => person.dwelling)
  const visits = grouped(held.visit.values(), (visit) => visit.dwelling)
  const resident = (person: HeldPerson): Resident => ({
    ...person,
    age: person.born === null ? undefined : ageOn(person.born, today),
    marks: (marks.get(person.id) ?? []).map(({ kind }) => kind),
    colour: held.colour.get(person.id),
  })
  const guests = guestsOf(held)
  const guest = ({ person, dwelling, who }: HeldRow<'episode'>): Resident[] =>
    who === undefined || dwelling === null
      ? []
      : [{ ...resident({ id: person, dwelling, relation: '', ...who }), colour: undefined, marks: [] }]
  const households = new Map(
    [...held.dwelling.values()].map((door) => [
      door.id,
      {
        door: names ? door : { ...door, estate: null },
        people: (people.get(door.id) ?? []).map(resident),
        guests: (guests.get(door.id) ?? []).flatMap(guest),
        visits: withoutReplaced(visits.get(door.id) ?? []).sort((a, b) => (a.at < b.at ? -1 : 1)),
      },
    ]),
  )
  last = { held, names, today, households }
  return households
}

/** The name under which a household is known: its head, else the first. */
export const headOf = ({ people }: Household): Resident | undefined =>
  people.find(({ relation }) => relation === '户主' || relation === '本人') ?? people[0]

/** Doors by estate or natural village and building or group, in the order of the way: the groups by name, doors as they stand. */
export function buildingsOf(households: Iterable<Household>): [string, Household[]][] {
  const groups = grouped(households, ({ door }) => partText({ ...door, unit: null }))
  return [...groups]
    .map(([name, own]): [string, Household[]] => [name, own.sort((a, b) => a.door.ordinal - b.door.ordinal)])
    .sort(([a], [b]) => a.localeCompare(b, 'zh-CN', { numeric: true }))
}
