import { addDays, shanghaiInstant } from '@wangdi/domain/day.ts'
import { birthdaysOf } from '@wangdi/domain/people/key-group.rules.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import { isInGroups, withoutReplaced } from '@wangdi/domain/rounds/coverage.rules.ts'
import {
  contactDays,
  contactsOfDay,
  type DuePerson,
  dueVisits,
  rhythmOf,
  visitMemoryDays,
} from '@wangdi/domain/rounds/due.rules.ts'
import { personsToMeet } from '@wangdi/domain/rounds/to-meet.rules.ts'
import type { RoundGroup } from '@wangdi/domain/rounds/rounds.ts'
import type { CommunityCode, Day, Id } from '@wangdi/domain/schema.ts'
import type { Db } from '../platform/db.ts'
import { getPacks } from '../platform/packs.ts'
import { listDoors, listRoundPeople, listRounds, listVisitsAt, readSettings, type RoundPerson } from '../rounds/index.ts'
import { listBehind, listKnown } from './health.queries.ts'
import { gradesBy } from './tiers.ts'

/**
 * What the rules of contact ask of a community on a day (of some grids only when given): key persons with their rhythm, and the
 * visits to their doors. Groups and colour decide together how often, as on the phone: the one count of who is due.
 */
async function askedOf(db: Db, community: CommunityCode, grids: readonly Id[] | undefined, today: Day) {
  const rhythm = rhythmOf(await readSettings(db))
  const people = await listRoundPeople(db, community, grids, today)
  const graded = await withColours(db, community, grids === undefined ? undefined : people, people, today)
  const watched = new Set(graded.flatMap((person) => (contactDays(person, rhythm, today) === undefined ? [] : [person.dwelling])))
  const visits = withoutReplaced(await listVisitsAt(db, [...watched], addDays(today, -visitMemoryDays)))
  // Of a day that is over, what came after it is not asked.
  const end = shanghaiInstant(addDays(today, 1), '00:00')
  const until = visits.filter(({ at }) => at < end)
  const byDoor = Map.groupBy(until, ({ dwelling }) => dwelling)
  const behind = graded.filter(({ dwelling }) => watched.has(dwelling))
  return { people, asked: { people: behind, visits: byDoor, rhythm, today } }
}

// Of a whole community all that is known is read at once; of the people of some grids only theirs.
async function withColours<P extends Pick<RoundPerson, 'id' | 'born' | 'marks'>>(
  db: Db,
  community: CommunityCode,
  only: readonly P[] | undefined,
  people: readonly P[],
  today: Day,
): Promise<(P & Omit<DuePerson, 'dwelling'>)[]> {
  const gradeOf = gradesBy(getPacks(), today)
  const among = only && { people: only.map(({ id }) => id) }
  const known = await listKnown(db, { community, today, bornUntil: birthdaysOf('elder', today).until, among })
  const grades = new Map(known.map((row) => [row.person, gradeOf(row)]))
  return people.map((person) => {
    const grade = grades.get(person.id)
    return { ...person, colour: grade?.colour ?? null, everyDays: grade?.every_days ?? null }
  })
}

/** How the doors of key persons that were due in the morning of a day stand after its visits. */
export const doorsOfDay = async (db: Db, community: CommunityCode, today: Day) =>
  contactsOfDay((await askedOf(db, community, undefined, today)).asked).standing

/**
 * A page of the visits due today to key persons of a community (of some grids, or to people of some groups, only when given),
 * longest due first, with all counted; with `tried` also of doors where nobody was met today.
 */
export async function listDue(
  db: Db,
  community: CommunityCode,
  of: { grids: readonly Id[] | undefined; groups: readonly RoundGroup[]; tried?: boolean | undefined },
  today: Day,
  page: { limit: number; offset: number },
) {
  const { asked, people } = await askedOf(db, community, of.grids, today)
  const isSought = (person: RoundPerson) => of.groups.length === 0 || isInGroups(of.groups, person, today)
  const sought = new Set(people.filter(isSought).map(({ id }) => id))
  const open = of.tried ? contactsOfDay(asked).open : dueVisits(asked)
  const due = open
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
  return { rows, total: due.length, people: due.reduce((sum, { persons }) => sum + persons.length, 0) }
}

/** Whom of one household a contact today is to reach, in the order of their ids. */
export async function listToMeet(db: Db, community: CommunityCode, dwelling: Id, today: Day): Promise<Id[]> {
  const behind = [...(await listBehind(db, community, [dwelling], today)).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const visits = withoutReplaced(await listVisitsAt(db, [dwelling], addDays(today, -visitMemoryDays)))
  return personsToMeet({
    people: await withColours(db, community, behind, behind, today),
    visits,
    rounds: await listRounds(db, community, today),
    rhythm: rhythmOf(await readSettings(db)),
    today,
  })
}
