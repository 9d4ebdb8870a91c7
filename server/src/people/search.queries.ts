import { plainDocument } from '@wangdi/domain/people/plain/document-number.ts'
import { birthdaysOf } from '@wangdi/domain/people/key-group.rules.ts'
import { type AgeGroup, civilAffairsKinds, type KeyGroup } from '@wangdi/domain/people/key-group.ts'
import { isPhone, plainPhone } from '@wangdi/domain/people/phone.ts'
import type { Door } from '@wangdi/domain/places/places.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { doorIn, doorJoins, listDoorsSought } from '../places/index.ts'
import { countyOf, type Db } from '../platform/db.ts'
import type { FieldCipher } from '../platform/secrets/fields.ts'
import { gramsSought, readingSought } from './name-index.ts'

/** What is looked for; every part narrows. */
export interface Sought {
  readonly place: string
  readonly text?: string
  readonly building?: Id
  readonly dwelling?: Id
  readonly grid?: Id
  readonly mark?: KeyGroup
  /** Only who bears any mark. */
  readonly marked?: boolean
  readonly group?: AgeGroup
  readonly civilAffairs?: boolean
  readonly reviewDue?: boolean
  readonly advised?: boolean
  /** Only dwellings of this account's grids: the reach of a grid worker. */
  readonly gridsOf?: Id
}

/** A row of `person` with its door and whether it is linked to another record. */
export interface FoundPerson {
  id: string
  community: string
  dwelling: string | null
  door_text: string | null
  name: string
  sex: string | null
  born: string | null
  document_kind: string
  document_cipher: string | null
  phone_cipher: string | null
  relation: string
  left_on: string | null
  version: number
  linked: boolean
  door: Door | null
}

/** One page of residents in order of building and door, with the count of all. */
export async function searchPeople(
  db: Db,
  fields: FieldCipher,
  sought: Sought,
  today: Day,
  page: number,
  size: number,
): Promise<{ rows: FoundPerson[]; total: number }> {
  const named = await listByName(db, sought)
  const behind = sought.text ? await listDoorsSought(db, { place: sought.place }, sought.text) : []
  const where = sql.join(conditions(db, fields, sought, today, named, behind), sql` and `)
  // Everybody found is put in order by narrow columns; the wide ones are read for one page.
  const { rows } = await sql<FoundPerson & { total: number }>`
    with found as materialized (select p.id, p.dwelling from person p where ${where}),
    door as materialized (${doorsOf(db, sought)}),
    paged as materialized (
      select f.id, f.dwelling, d.estate, d.building, d.ordinal from found f left join door d on d.id = f.dwelling
      order by d.estate nulls last, d.building nulls last, d.ordinal, f.id limit ${size} offset ${page * size})
    select p.id, p.community, p.dwelling, p.door_text, p.name, p.sex, p.born, p.document_kind, p.document_cipher, p.phone_cipher, p.relation, p.left_on,
      p.version, ${doorIn(db)} as door,
      (select count(*)::int from found) as total,
      exists (select from person_link l where l.county = ${countyOf(db)} and l.ended_at is null and l.state = 'same' and (l.one = p.id or l.other = p.id)) as linked
    from paged f
      join person p on p.county = ${countyOf(db)} and p.id = f.id
      left join dwelling d on d.county = ${countyOf(db)} and d.id = f.dwelling ${doorJoins(db)}
    order by f.estate nulls last, f.building nulls last, f.ordinal, f.id`.execute(db)
  return {
    rows,
    total:
      rows[0]?.total ??
      (page === 0
        ? 0
        : ((await sql<{ total: number }>`select count(*)::int as total from person p where ${where}`.execute(db)).rows[0]
            ?.total ?? 0)),
  }
}

// The places of doors in their order. A whole community's are read at once, since the planner, misled by the wall of rows, looks
// each up by itself; where few people are sought, only theirs.
function doorsOf(db: Db, { place, text, dwelling, building, grid }: Sought): RawBuilder<unknown> {
  const isWhole = place.length === 12 && !text && !dwelling && !building && !grid
  return sql`select d.id, e.ordinal as estate, b.ordinal as building, d.ordinal from dwelling d
    left join building b on b.county = ${countyOf(db)} and b.id = d.building
    left join estate e on e.county = ${countyOf(db)} and e.id = d.estate
    where d.county = ${countyOf(db)} and ${isWhole ? sql`d.community = ${place}` : sql`d.id in (select dwelling from found)`}`
}

function conditions(
  db: Db,
  fields: FieldCipher,
  sought: Sought,
  today: Day,
  named: readonly Id[],
  behind: readonly Id[],
): RawBuilder<unknown>[] {
  const all = [sql`p.county = ${countyOf(db)}`, sql`p.left_on is null`]
  if (sought.place.length === 12) all.push(sql`p.community = ${sought.place}`)
  else all.push(sql`starts_with(p.community, ${sought.place})`)
  if (sought.dwelling) all.push(sql`p.dwelling = ${sought.dwelling}`)
  if (sought.building)
    all.push(sql`p.dwelling in (select id from dwelling where county = ${countyOf(db)} and building = ${sought.building})`)
  if (sought.grid)
    all.push(sql`p.dwelling in (select g.dwelling from dwelling_grid g where g.county = ${countyOf(db)} and g.grid = ${sought.grid}
      and g.valid_from <= ${today} and (g.valid_to is null or g.valid_to > ${today}))`)
  // Of a group it is a mark of that group that is to be reviewed: somebody may bear several.
  const due = sought.reviewDue ? sql`and m.review_on <= ${today}` : sql``
  if (sought.mark) all.push(hasMark(db, sql`m.kind = ${sought.mark} ${due}`))
  if (sought.marked) all.push(hasMark(db, sql`true`))
  if (sought.civilAffairs) all.push(hasMark(db, sql`m.kind in (${sql.join(civilAffairsKinds)}) ${due}`))
  if (sought.reviewDue && !sought.mark && !sought.civilAffairs) all.push(hasMark(db, sql`m.review_on <= ${today}`))
  if (sought.advised) all.push(sql`exists (select from person_advice a where a.county = ${countyOf(db)} and a.person = p.id)`)
  if (sought.group) {
    const { after, until } = birthdaysOf(sought.group, today)
    all.push(sql`p.born > ${after} and p.born <= ${until}`)
  }
  if (sought.gridsOf)
    all.push(sql`p.dwelling in (select g.dwelling from dwelling_grid g join grid_duty y on y.county = ${countyOf(db)} and y.grid = g.grid
    where g.county = ${countyOf(db)} and y.account = ${sought.gridsOf} and g.valid_from <= ${today} and (g.valid_to is null or g.valid_to > ${today})
    and y.valid_from <= ${today} and (y.valid_to is null or y.valid_to > ${today}))`)
  const bare = bareText(sought.text ?? '')
  if (bare !== '') {
    const byText = textCondition(fields, sought.place, bare, named)
    all.push(behind.length === 0 ? byText : sql`(${byText} or p.dwelling = any (${behind}::uuid[]))`)
  }
  return all
}

const hasMark = (db: Db, which: RawBuilder<unknown>) =>
  sql`exists (select from person_mark m where m.county = ${countyOf(db)} and m.person = p.id and m.ended_on is null and ${which})`

// Digits are a number or its end, letters are pinyin initials, anything else is a name. Each finds its own index.
const isEnd = (bare: string) => /^\d{3}[\dX]$/.test(bare)
const isNumber = (bare: string) => /^(?=(?:[A-Z]*\d){5})[A-Z\d]{6,20}$/.test(bare) || isPhone(plainPhone(bare))
const isInitials = (bare: string) => /^[a-z]+$/i.test(bare)
// Numbers as they are kept: who looks for one types it as it was typed when it was entered.
const bareText = plainDocument

/** The people `p` of a place whom a text finds: by name, initials of it, a number or its end; as the search for people does. */
export async function soughtBy(db: Db, fields: FieldCipher, place: string, text: string): Promise<RawBuilder<unknown>> {
  const bare = bareText(text)
  return bare === '' ? sql`false` : textCondition(fields, place, bare, await listByName(db, { place, text }))
}

function textCondition(fields: FieldCipher, place: string, bare: string, named: readonly Id[]): RawBuilder<unknown> {
  if (isEnd(bare))
    return sql`(p.phone_tail_hash = ${fields.hash('phone', 'tail', bare)} or p.document_tail_hash = ${fields.hash('document', 'tail', bare)})`
  if (isNumber(bare))
    return sql`(p.phone_hash = ${fields.hash('phone', 'whole', plainPhone(bare))} or p.document_hash = ${fields.hash('document', 'whole', bare)})`
  const byName = sql`p.id = any (${named}::uuid[])`
  if (!isInitials(bare)) return byName
  const initials = bare.toLowerCase()
  // A range of text instead of LIKE: only leakproof comparisons use the index behind row security. Community by community:
  // their index serves the whole county too, and a roster fills one tree less.
  const near =
    place.length === 12
      ? sql`p.community = ${place}`
      : sql`p.community = any (array(select code from place where level = 'community' and code >= ${place} and code < ${`${place}:`}))`
  return sql`((${near} and p.initials >= ${initials} and p.initials < ${`${initials}{`}) or ${byName})`
}

// Who bears a name, or one that letters are the initials of in a reading other than the likeliest, by its search rows. A question of its own: the planner, who knows nothing of a roster that has just come
// in, sees how many they are, where as a part of the other question it may read them once for everybody.
async function listByName(db: Db, { place, text = '' }: Sought): Promise<Id[]> {
  const bare = bareText(text)
  if (bare === '' || isEnd(bare) || isNumber(bare)) return []
  const grams = gramsSought(text)
  const [first = ''] = grams
  const alone = grams.length === 1 && [...first].length === 1
  const those = alone ? sql`g.gram >= ${first} and g.gram < ${`${first}\u{10ffff}`}` : sql`g.gram = any (${grams}::text[])`
  const near = place.length === 12 ? sql`g.community = ${place}` : sql`starts_with(g.community, ${place})`
  const bearing = (gram: RawBuilder<unknown>, least: number) =>
    sql<{ person: Id }>`select person from person_gram g, unnest(g.people) as person
      where g.county = ${countyOf(db)} and ${gram} and ${near} group by person having count(*) >= ${least}`.execute(db)
  const { rows } = await bearing(those, grams.length)
  if (!isInitials(bare)) return rows.map(({ person }) => person)
  const read = readingSought(bare)
  const others = await bearing(sql`g.gram >= ${read} and g.gram < ${`${read}{`}`, 1)
  return [...new Set([...rows, ...others.rows].map(({ person }) => person))]
}
