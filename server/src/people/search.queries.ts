import { birthdaysOf } from '@wangdi/domain/people/key-group.rules.ts'
import { type AgeGroup, civilAffairsKinds, type KeyGroup } from '@wangdi/domain/people/key-group.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { FieldCipher } from '../platform/secrets/fields.ts'
import { gramsSought } from './name-index.ts'

/** What is looked for; every part narrows. */
export interface Sought {
  readonly place: string
  readonly text?: string
  readonly building?: Id
  readonly dwelling?: Id
  readonly mark?: KeyGroup
  readonly group?: AgeGroup
  readonly civilAffairs?: boolean
  readonly reviewDue?: boolean
  /** Only dwellings of this account's grids: the reach of a grid worker. */
  readonly gridsOf?: Id
}

/** A row of `person` with its door and whether it is linked to another record. */
export interface FoundPerson {
  id: string
  community: string
  dwelling: string | null
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
  estate: string | null
  building: string | null
  unit: string | null
  room: string | null
  village_group: string | null
  house: string | null
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
  const where = sql.join(conditions(fields, sought, today), sql` and `)
  const { rows } = await sql<FoundPerson & { total: number }>`
    with found as materialized (select p.* from person p where ${where})
    select f.id, f.community, f.dwelling, f.name, f.sex, f.born, f.document_kind, f.document_cipher, f.phone_cipher, f.relation, f.left_on, f.version,
      e.name as estate, b.name as building, d.unit, d.room, d.village_group, d.house, (select count(*)::int from found) as total,
      exists (select from person_link l where l.county = f.county and l.ended_at is null and l.state = 'same' and (l.one = f.id or l.other = f.id)) as linked
    from found f
      left join dwelling d on d.county = f.county and d.id = f.dwelling
      left join building b on b.county = d.county and b.id = d.building
      left join estate e on e.county = d.county and e.id = d.estate
    order by e.ordinal nulls last, b.ordinal nulls last, d.ordinal, f.id limit ${size} offset ${page * size}`.execute(db)
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

function conditions(fields: FieldCipher, sought: Sought, today: Day): RawBuilder<unknown>[] {
  const all = [sql`p.county = scope_county()`, sql`p.left_on is null`]
  if (sought.place.length === 12) all.push(sql`p.community = ${sought.place}`)
  else all.push(sql`starts_with(p.community, ${sought.place})`)
  if (sought.dwelling) all.push(sql`p.dwelling = ${sought.dwelling}`)
  if (sought.building)
    all.push(sql`p.dwelling in (select id from dwelling where county = scope_county() and building = ${sought.building})`)
  if (sought.mark) all.push(hasMark(sql`m.kind = ${sought.mark}`))
  if (sought.civilAffairs) all.push(hasMark(sql`m.kind in (${sql.join(civilAffairsKinds)})`))
  if (sought.reviewDue) all.push(hasMark(sql`m.review_on <= ${today}`))
  if (sought.group) {
    const { after, until } = birthdaysOf(sought.group, today)
    all.push(sql`p.born > ${after} and p.born <= ${until}`)
  }
  if (sought.gridsOf)
    all.push(sql`p.dwelling in (select g.dwelling from dwelling_grid g join grid_duty y on y.county = g.county and y.grid = g.grid
    where g.county = scope_county() and y.account = ${sought.gridsOf} and g.valid_from <= ${today} and (g.valid_to is null or g.valid_to > ${today})
    and y.valid_from <= ${today} and (y.valid_to is null or y.valid_to > ${today}))`)
  if (sought.text?.trim()) all.push(textCondition(fields, sought.text.trim()))
  return all
}

const hasMark = (which: RawBuilder<unknown>) =>
  sql`exists (select from person_mark m where m.county = p.county and m.person = p.id and m.ended_on is null and ${which})`

// Digits are a number or its end, letters are pinyin initials, anything else is a name. Each finds its own index.
function textCondition(fields: FieldCipher, text: string): RawBuilder<unknown> {
  const bare = text.replace(/[\s-]/g, '')
  if (/^\d{3}[\dxX]$/.test(bare))
    return sql`(p.phone_tail_hash = ${fields.hash('phone', 'tail', bare)} or p.document_tail_hash = ${fields.hash('document', 'tail', bare)})`
  if (/^[A-Za-z]{0,2}\d{5,17}[\dxX]$/.test(bare))
    return sql`(p.phone_hash = ${fields.hash('phone', 'whole', bare)} or p.document_hash = ${fields.hash('document', 'whole', bare)})`
  const byGrams = sql.join(
    gramsSought(text).map(
      (gram) => sql`exists (select from person_gram g where g.county = p.county and g.gram = ${gram} and g.person = p.id)`,
    ),
    sql` and `,
  )
  if (!/^[a-z]+$/i.test(bare)) return byGrams
  const initials = bare.toLowerCase()
  // A range of text instead of LIKE: only leakproof comparisons use the index behind row security.
  return sql`((p.initials >= ${initials} and p.initials < ${`${initials}{`}) or (${byGrams}))`
}
