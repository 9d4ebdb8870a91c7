import { countyOf } from '@wangdi/domain/place-code.ts'
import type { Insertable } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { Dwelling } from '../platform/tables.gen.ts'
import { drawGrids } from './grids.ts'
import type { Resident } from './households.ts'
import type { DemoDoor, Filling } from './layout.ts'
import { writePeople } from './people.ts'
import { shownHousehold, shownKey, shownPrefix, shownVacant } from './shown-building.ts'
import { demoRounds, demoVisits, type VisitedDoor } from './visits.ts'
import { writeAll } from './write.ts'

/** A door with who was put behind it. */
export interface Lived {
  readonly door: DemoDoor
  readonly use: string
  readonly residents: readonly Resident[]
}

/** Fills one community: doors, people behind them, grids with their workers, rounds and visits; gives the doors back. */
export async function fill(db: Db, filling: Filling): Promise<Lived[]> {
  const { chance, layout, accounts, today } = filling
  await writeAll(db, 'estate', layout.estates)
  await writeAll(db, 'building', layout.buildings)
  const lived = layout.doors.map((door): Lived => ({ door, ...liveIn(filling, door.text, door.kind) }))
  await writeAll(
    db,
    'dwelling',
    lived.map(({ door, use }): Insertable<Dwelling> => ({ ...door.row, use })),
  )
  await drawGrids(db, filling)
  const of = { county: countyOf(filling.community), community: filling.community }
  const people = lived.flatMap(({ door, residents }) => residents.map((resident) => ({ resident, dwelling: door.row.id })))
  await writePeople(db, filling, people)
  const rounds = demoRounds(chance, filling.community, accounts[filling.openedBy], today)
  await writeAll(db, 'round', rounds)
  const doors = lived.map(
    ({ door, use, residents }): VisitedDoor => ({
      ...of,
      id: door.row.id,
      text: door.text,
      by: accounts[filling.workers[door.grid - 1] ?? filling.openedBy],
      vacant: use === 'vacant',
      alone: residents.length === 1 ? residents[0]?.id : undefined,
      key: residents.filter((resident) => resident.marks.length > 0).map((resident) => resident.id),
    }),
  )
  await writeAll(db, 'visit', demoVisits(chance, rounds, doors, today))
  return lived
}

function liveIn({ chance, households }: Filling, text: string, kind: 'town' | 'village'): { use: string; residents: Resident[] } {
  if (text === shownHousehold.door) return { use: 'own', residents: households.told(shownHousehold.people) }
  const shown = text.startsWith(shownPrefix)
  const vacant = shown ? shownVacant.has(text) : chance.chance(kind === 'town' ? 0.07 : 0.12)
  if (vacant) return { use: 'vacant', residents: [] }
  const key = shown ? shownKey.has(text) : chance.chance(kind === 'town' ? 0.1 : 0.16)
  const residents = households.make(kind, key ? 'key' : 'plain')
  return { use: residents[0]?.residence === 'elsewhere' ? 'rented' : 'own', residents }
}
