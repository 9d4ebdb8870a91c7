import { ageOn } from '@wangdi/domain/day.ts'
import type { Held } from '@wangdi/domain/sync/held.rules.ts'
import type { HeldColour, HeldDwelling, HeldPerson, HeldSetting } from '@wangdi/domain/sync/sync.ts'
import type { Visit } from '@wangdi/domain/rounds/rounds.ts'
import { withoutReplaced } from '@wangdi/domain/rounds/coverage.rules.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'

/** A resident as pages show them. */
export interface Resident extends HeldPerson {
  readonly age: number | undefined
  readonly marks: readonly string[]
  readonly colour: HeldColour | undefined
}

/** A door, named as `doorPlate` names it, with who lives there and the visits to it in the order of time, corrected ones left out. */
export interface Household {
  readonly door: HeldDwelling
  readonly people: readonly Resident[]
  readonly visits: readonly Visit[]
}

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
  const households = new Map(
    [...held.dwelling.values()].map((door) => [
      door.id,
      {
        door: names ? door : { ...door, estate: null },
        people: (people.get(door.id) ?? []).map(resident),
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
