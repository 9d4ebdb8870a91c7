import { addDays, shanghaiInstant } from '@wangdi/domain/day.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import { contactDays, dueVisits, rhythmOf, visitMemoryDays } from '@wangdi/domain/rounds/due.rules.ts'
import { isInGroups, withoutReplaced } from '@wangdi/domain/rounds/coverage.rules.ts'
import type { RoundGroup } from '@wangdi/domain/rounds/rounds.ts'
import type { CommunityCode, Day, Id } from '@wangdi/domain/schema.ts'
import type { Db } from '../platform/db.ts'
import { listRoundPeople, readSettings, type RoundPerson } from './round.queries.ts'
import { listDoors, listVisitsAt } from './visit.queries.ts'

/**
 * The doors of key persons that are due on a day (of some grids only when given), longest due first, with the people they are
 * for. Visits count up to `seenUntil`: with the day before, it is what was due in the morning.
 */
async function dueDoors(db: Db, community: CommunityCode, grids: readonly Id[] | undefined, today: Day, seenUntil: Day) {
  const rhythm = rhythmOf(await readSettings(db))
  const people = await listRoundPeople(db, community, grids, today)
  const watched = new Set(people.flatMap((person) => (contactDays(person, rhythm, today) === undefined ? [] : [person.dwelling])))
  const visits = await listVisitsAt(db, [...watched], addDays(today, -visitMemoryDays))
  const end = shanghaiInstant(addDays(seenUntil, 1), '00:00')
  const seen = withoutReplaced(visits).filter(({ at }) => at < end)
  const byDoor = Map.groupBy(seen, ({ dwelling }) => dwelling)
  const due = dueVisits({ people: people.filter(({ dwelling }) => watched.has(dwelling)), visits: byDoor, rhythm, today })
  return { due, people }
}

/** The dwellings of key persons due on a day, as they stood after the visits up to `seenUntil`. */
export const listDueDwellings = async (db: Db, community: CommunityCode, today: Day, seenUntil: Day): Promise<Id[]> =>
  (await dueDoors(db, community, undefined, today, seenUntil)).due.map(({ dwelling }) => dwelling)

/**
 * A page of the visits due today to key persons of a community (of some grids, or to people of some groups, only when given),
 * longest due first, with all counted.
 */
export async function listDue(
  db: Db,
  community: CommunityCode,
  of: { grids: readonly Id[] | undefined; groups: readonly RoundGroup[] },
  today: Day,
  page: { limit: number; offset: number },
) {
  const { due: all, people } = await dueDoors(db, community, of.grids, today, today)
  const isSought = (person: RoundPerson) => of.groups.length === 0 || isInGroups(of.groups, person, today)
  const sought = new Set(people.filter(isSought).map(({ id }) => id))
  const due = all
    .map((one) => ({ ...one, persons: one.persons.filter((id) => sought.has(id)) }))
    .filter(({ persons }) => persons.length > 0)
  const shown = due.slice(page.offset, page.offset + page.limit)
  const doors = new Map(
    (
      await listDoors(
        db,
        shown.map(({ dwelling }) => dwelling),
      )
    ).map((door) => [door.dwelling, door]),
  )
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const rows = shown.flatMap(({ persons, ...one }) => {
    const door = doors.get(one.dwelling)
    if (!door) return []
    return [
      {
        ...one,
        door: doorText(door.door),
        building: door.building,
        persons: persons.map((id) => ({ id, name: names.get(id) ?? '' })),
      },
    ]
  })
  return { rows, total: due.length }
}
