import { ageOn } from '@wangdi/domain/day.ts'
import type { Held } from '@wangdi/domain/sync/held.rules.ts'
import type { HeldColour, HeldDwelling, HeldPerson } from '@wangdi/domain/sync/sync.ts'
import type { Visit } from '@wangdi/domain/rounds/rounds.ts'
import { withoutReplaced } from '@wangdi/domain/rounds/coverage.rules.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'

/** A resident as pages show them. */
export interface Resident extends HeldPerson {
  readonly age: number | undefined
  readonly marks: readonly string[]
  readonly colour: HeldColour | undefined
}

/** A door with who lives there and the visits to it in the order of time, corrected ones left out. */
export interface Household {
  readonly door: HeldDwelling
  readonly people: readonly Resident[]
  readonly visits: readonly Visit[]
}

const ending = (text: string | null, word: string) => (text ? (/\d$/.test(text) ? text + word : text) : '')

/** The two lines of a door plate: 3号楼2单元 / 501; in a village 二组 / 18号. */
export const plateOf = (door: HeldDwelling): { building: string; room: string } =>
  door.room === null
    ? { building: ending(door.group, '组') || (door.estate ?? ''), room: ending(door.house, '号') }
    : { building: ending(door.building, '号楼') + ending(door.unit, '单元'), room: door.room }

/** The short name of a door among others: 4号楼203, with its unit where it has one 4号楼2-203. */
export const shortDoor = (door: HeldDwelling): string =>
  door.room === null
    ? `${ending(door.group, '组')}${ending(door.house, '号')}`
    : `${ending(door.building, '号楼')}${door.unit ? `${door.unit.replace('单元', '')}-` : ''}${door.room}`

/** The name of a community as people say it, without the name of its committee. */
export const shortCommunity = (name: string | undefined): string =>
  (name ?? '').replace(/(居民委员会|居民居委会|居委会|村民委员会|村委会)$/, '')

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

let last: { held: Held; today: Day; households: Map<Id, Household> } | undefined

/** All households that the phone holds, in walking order; computed once for each state of the phone. */
export function householdsOf(held: Held, today: Day): Map<Id, Household> {
  if (last?.held === held && last.today === today) return last.households
  const marks = grouped(held.mark.values(), (mark) => mark.person)
  const people = grouped(held.person.values(), (person) => person.dwelling)
  const visits = grouped(held.visit.values(), (visit) => visit.dwelling)
  const resident = (person: HeldPerson): Resident => ({
    ...person,
    age: person.born === null ? undefined : ageOn(person.born, today),
    marks: (marks.get(person.id) ?? []).map(({ kind }) => kind),
    colour: held.colour.get(person.id),
  })
  const households = new Map(
    [...held.dwelling.values()].map((door) => [
      door.id,
      {
        door,
        people: (people.get(door.id) ?? []).map(resident),
        visits: withoutReplaced(visits.get(door.id) ?? []).sort((a, b) => (a.at < b.at ? -1 : 1)),
      },
    ]),
  )
  last = { held, today, households }
  return households
}

/** The name under which a household is known: its head, else the first. */
export const headOf = ({ people }: Household): Resident | undefined =>
  people.find(({ relation }) => relation === '户主' || relation === '本人') ?? people[0]
