import { shanghaiDay } from '@wangdi/domain/day.ts'
import { countyOf } from '@wangdi/domain/place-code.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { sql } from 'kysely'
import { getPlaceWithAncestors } from '../places/index.ts'
import type { Db } from '../platform/db.ts'
import type { Log } from '../platform/log.ts'
import type { Logins } from '../platform/logins.ts'
import { fieldCipher } from '../platform/secrets/fields.ts'
import type { Keys } from '../platform/secrets/keys.ts'
import { enterCounty } from '../platform/tenants/enter.ts'
import { type DemoLogin, makeDemoAccounts, town, villages } from './accounts.ts'
import { fill, type Lived } from './fill.ts'
import { keepHistory } from './history.ts'
import { Households } from './households.ts'
import { tellKinds } from './kinds/tell-kinds.ts'
import { type Filling, layTown, layVillage } from './layout.ts'
import { writeArrivals } from './people.ts'
import { type EmergencyParts, makeEmergency } from './response/emergency.ts'
import { seeded } from './seeded.ts'
import { shownHousehold } from './shown-building.ts'
import { writeAll } from './write.ts'

/** What the demo stands on: the owner's handle, sign-in, the keys that seal numbers, and the moment around which it is laid. */
export interface DemoParts {
  readonly owner: Db
  readonly logins: Logins
  readonly keys: Keys
  readonly log: Log
  readonly now: Date
  /** Puts the town county into an emergency response with people under observation; else both are in ordinary times. */
  readonly inResponse?: boolean
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
export async function makeDemo({ owner, logins, keys, log, now, inResponse = false }: DemoParts): Promise<DemoMade> {
  const fields = fieldCipher(keys)
  const today = shanghaiDay(now.getTime())
  const counties = [countyOf(town), countyOf(villages[0])]
  const held = await owner.selectFrom('county').select(['place', 'demo']).where('place', 'in', counties).execute()
  if (held.some((county) => !county.demo)) throw new Error('one of the counties of the demo is used for real people')
  const accounts = await makeDemoAccounts(owner, logins, fields)
  if (held.length === 0) {
    const chance = seeded(seed)
    const filling = { chance, households: new Households(chance), fields, today, accounts }
    const lived = await owner.transaction().execute(async (db) => {
      for (const county of counties) await enterCounty(db, county)
      await writeAll(
        db,
        'county',
        counties.map((place) => ({ place, demo: true })),
      )
      const inTown: Filling = {
        ...filling,
        community: town,
        layout: layTown(chance),
        workers: townWorkers,
        openedBy: 'zhoumin',
      }
      const made = await fill(db, inTown)
      // A chance of its own: the people of the villages are the same with and without arrivals.
      const arrivals = inResponse
        ? await writeArrivals(db, { ...inTown, chance: seeded(seed + 1) }, comeBack(made))
        : new Map<string, string>()
      for (const village of villages) {
        const { place } = await getPlaceWithAncestors(db, village, today)
        const layout = layVillage(chance, village, shortName(place.name).replace(/村$/, ''))
        const workers = villageWorkers[village] ?? []
        made.push(...(await fill(db, { ...filling, community: village, layout, workers, openedBy: 'rongzhuang' })))
      }
      return { made, arrivals }
    })
    if (inResponse)
      await makeEmergency({ owner, fields, keys, log, chance, today, accounts, contacts: contactsOf(lived.made, lived.arrivals) })
    const doors = new Map(lived.made.map(({ door }) => [door.text, door.row.id]))
    await tellKinds({ owner, fields, keys, log, chance: seeded(seed + 2), today, accounts, now, doors })
    await sql`analyze`.execute(owner) // days are counted and pages opened at once: the planner must know the sizes already
    await keepHistory(owner, [town, ...villages], today)
  }
  return { made: held.length === 0, ...(await countDemo(owner, counties)) }
}

// Grid by grid, first grid first; the last grid of the town and some of the villages are vacant.
const townWorkers: readonly DemoLogin[] = ['maxiaoyan', 'xingweidong', 'liujing', 'zhaopeng']
const villageWorkers: Readonly<Record<string, readonly DemoLogin[]>> = {
  [villages[0]]: ['rongxiulan'],
  [villages[1]]: ['hongdejun', 'hongdejun'],
  [villages[2]]: ['lichunmei', 'lichunmei'],
  [villages[4]]: ['malinhai'],
}

// Households of one entrance whose head came back in the last days.
const comeBack = (lived: readonly Lived[]) =>
  lived
    .filter(({ door, residents }) => residents.length > 1 && door.text.startsWith('翠苑小区6号楼'))
    .flatMap(({ door, residents }) => (residents[0] ? [{ id: residents[0].id, dwelling: door.row.id }] : []))
    .slice(0, 44)

// Two of the shown building, and four of those who came back.
function contactsOf(lived: readonly Lived[], arrivals: ReadonlyMap<string, string>): EmergencyParts['contacts'] {
  const at = (text: string) => lived.find(({ door }) => door.text === text)?.residents[0]?.id
  const shown = [
    [at(shownHousehold.door), 4],
    [at('翠苑小区3号楼4单元204'), 2],
  ] as const
  return [
    ...shown.flatMap(([person, daysAgo]) => (person ? [{ person, daysAgo, kind: 'secondary-contact' as const }] : [])),
    ...comeBack(lived)
      .slice(0, 4)
      .flatMap(({ id }, nth) => {
        const arrival = arrivals.get(id)
        return arrival ? { person: id, arrival, daysAgo: 1 + nth, kind: 'returned-medium-risk' as const } : []
      }),
  ]
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
