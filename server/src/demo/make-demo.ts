import { reviewDay } from '@wangdi/domain/people/key-group.rules.ts'
import { addDays, shanghaiDay } from '@wangdi/domain/day.ts'
import { countyOf } from '@wangdi/domain/place-code.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import type { Day } from '@wangdi/domain/schema.ts'
import { type Insertable, sql } from 'kysely'
import { gramsOf, initialsOf, sealed } from '../people/index.ts'
import { getPlaceWithAncestors } from '../places/index.ts'
import type { Db } from '../platform/db.ts'
import type { Logins } from '../platform/logins.ts'
import { type FieldCipher, fieldCipher } from '../platform/secrets/fields.ts'
import type { Keys } from '../platform/secrets/keys.ts'
import type { Dwelling, DwellingGrid, Grid, GridDuty, Person, PersonGram, PersonMark } from '../platform/tables.gen.ts'
import { type DemoLogin, makeDemoAccounts, town, villages } from './accounts.ts'
import { type Resident, Households } from './households.ts'
import { type Layout, layTown, layVillage } from './layout.ts'
import { seeded, type Seeded } from './seeded.ts'
import { shownHousehold, shownKey, shownPrefix, shownVacant } from './shown-building.ts'
import { demoRounds, demoVisits, type VisitedDoor } from './visits.ts'
import { writeAll } from './write.ts'

/** What the demo stands on: the owner's handle, sign-in, the keys that seal numbers, and the moment around which it is laid. */
export interface DemoParts {
  readonly owner: Db
  readonly logins: Logins
  readonly keys: Keys
  readonly now: Date
}

/** What the demo holds after it was made; `made` is false when it was there already. */
export interface DemoMade {
  readonly made: boolean
  readonly communities: number
  readonly dwellings: number
  readonly people: number
  readonly visits: number
}

const seed = 20_200_129

/**
 * Makes two real counties with invented people, all the same in every run: a town community of some 1,300 households and
 * six villages, with grids, workers, key groups, rounds and visits up to yesterday. The place list must be loaded. Throws
 * when one of the counties is used for real people.
 */
export async function makeDemo({ owner, logins, keys, now }: DemoParts): Promise<DemoMade> {
  const fields = fieldCipher(keys)
  const today = shanghaiDay(now.getTime())
  const counties = [countyOf(town), countyOf(villages[0])]
  const held = await owner.selectFrom('county').select(['place', 'demo']).where('place', 'in', counties).execute()
  if (held.some((county) => !county.demo)) throw new Error('one of the counties of the demo is used for real people')
  const accounts = await makeDemoAccounts(owner, logins)
  if (held.length === 0)
    await owner.transaction().execute(async (db) => {
      await writeAll(
        db,
        'county',
        counties.map((place) => ({ place, demo: true })),
      )
      const chance = seeded(seed)
      const households = new Households(chance)
      await fill(db, {
        chance,
        households,
        fields,
        today,
        community: town,
        layout: layTown(chance),
        accounts,
        workers: townWorkers,
        openedBy: 'zhoumin',
      })
      for (const village of villages) {
        const { place } = await getPlaceWithAncestors(db, village, today)
        const layout = layVillage(chance, village, shortName(place.name).replace(/村$/, ''))
        await fill(db, {
          chance,
          households,
          fields,
          today,
          community: village,
          layout,
          accounts,
          workers: villageWorkers[village] ?? [],
          openedBy: 'rongzhuang',
        })
      }
    })
  if (held.length === 0) await sql`analyze`.execute(owner) // pages are opened at once: the planner must know the sizes already
  return { made: held.length === 0, ...(await countDemo(owner, counties)) }
}

// Grid by grid, first grid first; the last grid of the town and some of the villages are vacant.
const townWorkers: readonly DemoLogin[] = ['maxiaoyan', 'xingweidong', 'liujing', 'zhaopeng']
const townGrids = 5
const villageWorkers: Readonly<Record<string, readonly DemoLogin[]>> = {
  [villages[0]]: ['rongxiulan'],
  [villages[1]]: ['hongdejun', 'hongdejun'],
  [villages[2]]: ['lichunmei', 'lichunmei'],
  [villages[4]]: ['malinhai'],
}

interface Filling {
  readonly chance: Seeded
  readonly households: Households
  readonly fields: FieldCipher
  readonly today: Day
  readonly community: string
  readonly layout: Layout
  readonly accounts: Record<DemoLogin, string>
  readonly workers: readonly DemoLogin[]
  readonly openedBy: DemoLogin
}

async function fill(db: Db, filling: Filling): Promise<void> {
  const { chance, layout, accounts, today } = filling
  await writeAll(db, 'estate', layout.estates)
  await writeAll(db, 'building', layout.buildings)
  const lived = layout.doors.map((door) => ({ door, ...liveIn(filling, door.text, door.kind) }))
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
      key: residents.filter((resident) => resident.marks.length > 0).map((resident) => resident.id),
    }),
  )
  await writeAll(db, 'visit', demoVisits(chance, rounds, doors, today))
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

async function drawGrids(db: Db, { chance, community, layout, accounts, workers, today }: Filling): Promise<void> {
  const of = { county: countyOf(community), community }
  const from = `${Number(today.slice(0, 4)) - 1}-07-01`
  const count = community === town ? townGrids : 2
  const grids = Array.from(
    { length: count },
    (_, at): Insertable<Grid> => ({ ...of, id: chance.id(), name: `${at + 1}网格`, ordinal: at + 1, valid_from: from }),
  )
  await writeAll(db, 'grid', grids)
  const idOf = (number: number) => grids[number - 1]?.id ?? ''
  await writeAll(
    db,
    'dwelling_grid',
    layout.doors.map(
      ({ row, grid }): Insertable<DwellingGrid> => ({ ...of, dwelling: row.id, grid: idOf(grid), valid_from: from }),
    ),
  )
  const duty = (number: number, login: DemoLogin, more: Partial<Insertable<GridDuty>> = {}): Insertable<GridDuty> => ({
    ...of,
    id: chance.id(),
    grid: idOf(number),
    account: accounts[login],
    kind: 'worker',
    valid_from: from,
    ...more,
  })
  const duties = workers.map((login, at) => duty(at + 1, login))
  // One worker is away, and somebody stands in; the last grid lost its worker a week ago.
  if (community === town)
    duties.push(
      duty(4, 'maxiaoyan', { kind: 'stand-in', valid_from: addDays(today, -1), valid_to: addDays(today, 6) }),
      duty(5, 'liujing', { valid_to: addDays(today, -7) }),
    )
  await writeAll(db, 'grid_duty', duties)
}

async function writePeople(
  db: Db,
  { fields, community, chance, today }: Filling,
  people: readonly { resident: Resident; dwelling: string }[],
): Promise<void> {
  const of = { county: countyOf(community), community }
  const changed_at = new Date(`${today}T00:00:00Z`)
  const rows = people.map(({ resident, dwelling }): Insertable<Person> => {
    const { id, name, sex, born, relation, residence, document, phone } = resident
    const numbers = { ...sealed(fields, 'document', document), ...sealed(fields, 'phone', phone) }
    return {
      ...of,
      id,
      dwelling,
      name,
      initials: initialsOf(name),
      sex,
      born,
      relation,
      residence,
      document_kind: 'identity-card',
      source: 'demo',
      changed_at,
      ...numbers,
    }
  })
  await writeAll(db, 'person', rows)
  await writeAll(
    db,
    'person_gram',
    people.flatMap(({ resident }) =>
      gramsOf(resident.name).map((gram): Insertable<PersonGram> => ({ ...of, gram, person: resident.id })),
    ),
  )
  const marks = people.flatMap(({ resident }) =>
    resident.marks.map((kind): Insertable<PersonMark> => {
      const since = addDays(today, -chance.below(120))
      return { ...of, id: chance.id(), person: resident.id, kind, source: 'demo', since, review_on: reviewDay(kind, since) }
    }),
  )
  await writeAll(db, 'person_mark', marks)
}

async function countDemo(owner: Db, counties: string[]): Promise<Omit<DemoMade, 'made'>> {
  const count = async (table: 'dwelling' | 'person' | 'visit') => {
    const { n } = await owner
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('county', 'in', counties)
      .executeTakeFirstOrThrow()
    return Number(n)
  }
  return {
    communities: 1 + villages.length,
    dwellings: await count('dwelling'),
    people: await count('person'),
    visits: await count('visit'),
  }
}
