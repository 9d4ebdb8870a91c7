import { addDays } from '@wangdi/domain/day.ts'
import { doorText } from '@wangdi/domain/places/places.ts'
import { dueVisits, rhythmOf, visitMemoryDays } from '@wangdi/domain/rounds/due.rules.ts'
import type { Visit } from '@wangdi/domain/rounds/rounds.ts'
import type { CommunityCode, Day, Id } from '@wangdi/domain/schema.ts'
import type { Db } from '../platform/db.ts'
import { listRoundDoors, listRoundPeople, readSettings } from './round.queries.ts'
import { doorOf } from './visit.queries.ts'

/**
 * The visits due on a day to key persons of a community (of some grids only when given), longest due first. Visits count up to
 * `seenUntil`: with the day before, it is what was due in the morning.
 */
export async function listDue(db: Db, community: CommunityCode, grids: readonly Id[] | undefined, today: Day, seenUntil = today) {
  const people = await listRoundPeople(db, community, grids, today)
  const window = { from: addDays(today, -visitMemoryDays), to: seenUntil }
  const doors = new Map((await listRoundDoors(db, community, window, grids, today)).map((door) => [door.dwelling, door]))
  const visits = new Map([...doors].map(([dwelling, door]) => [dwelling, door.visits as unknown as Visit[]]))
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return dueVisits({ people, visits, rhythm: rhythmOf(await readSettings(db)), today }).flatMap(({ persons, ...due }) => {
    const door = doors.get(due.dwelling)
    if (!door) return []
    return [
      {
        ...due,
        door: doorText(doorOf(door), true),
        building: door.building,
        persons: persons.map((id) => ({ id, name: names.get(id) ?? '' })),
      },
    ]
  })
}
