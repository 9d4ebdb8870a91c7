import { addDays, ageOn } from '@wangdi/domain/day.ts'
import { reviewDay } from '@wangdi/domain/people/key-group.rules.ts'
import { countyOf } from '@wangdi/domain/place-code.ts'
import type { Day } from '@wangdi/domain/schema.ts'
import type { Insertable } from 'kysely'
import { gramsOf, initialsOf, sealed } from '../people/index.ts'
import type { Db } from '../platform/db.ts'
import type { Arrival, HealthFact, Person, PersonGram, PersonMark } from '../platform/tables.gen.ts'
import type { Filling } from './layout.ts'
import type { Resident } from './households.ts'
import type { Seeded } from './seeded.ts'
import { writeAll } from './write.ts'

/** Writes the people of a community with search rows, marks, and of those of 65 and older what is known of their health. */
export async function writePeople(
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
    people.flatMap(({ resident: { id, name } }) =>
      gramsOf(name).map((gram): Insertable<PersonGram> => ({ ...of, gram, page: id, people: [id] })),
    ),
  )
  const marks = people.flatMap(({ resident }) =>
    resident.marks.map((kind): Insertable<PersonMark> => {
      const since = addDays(today, -chance.below(120))
      return { ...of, id: chance.id(), person: resident.id, kind, source: 'demo', since, review_on: reviewDay(kind, since) }
    }),
  )
  await writeAll(db, 'person_mark', marks)
  const elders = people.filter(({ resident }) => ageOn(resident.born, today) >= 65)
  await writeAll(
    db,
    'health_fact',
    elders.flatMap(({ resident }) =>
      chance.chance(0.9) ? [{ ...of, person: resident.id, ...healthOf(chance, resident, today) }] : [],
    ),
  )
}

// A tenth of the elders is not asked yet: what is absent stays absent.
function healthOf(
  chance: Seeded,
  resident: Resident,
  today: Day,
): Omit<Insertable<HealthFact>, 'county' | 'community' | 'person'> {
  const ill = resident.marks.includes('chronic') ? 0.95 : 0.3
  const disease = chance.chance(ill) ? (chance.chance(0.25) ? 'unstable' : 'stable') : 'none'
  const stated_on = addDays(today, -chance.below(60))
  const doses = chance.pick([0, 1, 2, 2, 3, 3, 3, 4])
  const last_dose_on = doses === 0 ? null : addDays(today, -200 - chance.below(400))
  return {
    id: chance.id(),
    stated_on,
    source: 'clinic',
    disease,
    doses,
    last_dose_on,
    infection_told: true,
    at: new Date(`${stated_on}T02:00:00Z`),
  }
}

const origins = [
  ['上海市浦东新区', '31', 'medium'],
  ['北京市丰台区', '11', 'low'],
  ['广东省深圳市南山区', '44', 'low'],
  ['河北省石家庄市藁城区', '13', 'high'],
  ['浙江省杭州市余杭区', '33', 'low'],
] as const

type Origin = (typeof origins)[number]
interface Group {
  readonly origin: Origin
  /** How many days ago they left; they arrived a day later. */
  readonly left: number
  readonly count: number
  /** Checked by the community; of the others, how many calls nobody answered. */
  readonly checked: boolean
  readonly unanswered?: number
}
// Who is observed already, one each day; who waits for a decision, from several places and days; whose term is over; who is out of scope; who is being checked still.
const groups: readonly Group[] = [
  { origin: origins[0], left: 2, count: 1, checked: true },
  { origin: origins[0], left: 3, count: 1, checked: true },
  { origin: origins[0], left: 4, count: 1, checked: true },
  { origin: origins[0], left: 5, count: 1, checked: true },
  { origin: origins[3], left: 2, count: 5, checked: true },
  { origin: origins[0], left: 2, count: 12, checked: true },
  { origin: origins[0], left: 3, count: 6, checked: true },
  { origin: origins[0], left: 12, count: 4, checked: true },
  { origin: origins[1], left: 3, count: 5, checked: true },
  { origin: origins[4], left: 2, count: 6, checked: false },
  { origin: origins[2], left: 2, count: 2, checked: false, unanswered: 2 },
]

/** Writes that these people came back in the last days, from places of all levels; gives the arrivals by person. */
export async function writeArrivals(
  db: Db,
  { chance, community, today, accounts }: Filling,
  people: readonly { id: string; dwelling: string }[],
): Promise<Map<string, string>> {
  const of = { county: countyOf(community), community, source: 'demo', reported_by: 'self', point_to_point: false }
  const each = groups.flatMap((group) => Array.from({ length: group.count }, () => group))
  const rows = people.slice(0, each.length).map(({ id, dwelling }, nth): Insertable<Arrival> => {
    const { origin, left, checked, unanswered = 0 } = each[nth] as Group
    const [name, origin_place, origin_kind] = origin
    const arrived_on = addDays(today, 1 - left)
    const at = new Date(`${arrived_on}T00:40:00Z`)
    return {
      ...{ ...of, id: chance.id(), person: id, dwelling, unanswered },
      ...{ origin: name, origin_place, origin_kind, arrived_on, left_origin_on: addDays(today, -left) },
      ...{ transport: chance.pick(['高铁', '自驾', '飞机', '长途客车']), health_proof: chance.chance(0.5), recorded_at: at },
      ...(checked && { origin_confirmed_by: accounts.zhoumin, origin_confirmed_at: at }),
    }
  })
  await writeAll(db, 'arrival', rows)
  return new Map(rows.map(({ person, id }) => [person, id]))
}
