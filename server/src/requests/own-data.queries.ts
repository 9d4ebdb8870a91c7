import type { OwnDataSection } from '@wangdi/domain/requests/requests.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../platform/db.ts'
import type { FieldCipher } from '../platform/secrets/fields.ts'

// What is kept of a person, table by table, in the columns that say something about them.
const kept: readonly { name: OwnDataSection['name']; table: string; columns: readonly string[]; order: string }[] = [
  { name: 'marks', table: 'person_mark', columns: ['kind', 'source', 'since', 'review_on', 'ended_on'], order: 'since' },
  { name: 'moves', table: 'person_move', columns: ['moved_on', 'why', 'at'], order: 'at' },
  {
    name: 'arrivals',
    table: 'arrival',
    columns: ['origin', 'origin_kind', 'arrived_on', 'left_origin_on', 'transport', 'companions', 'note'],
    order: 'arrived_on',
  },
  {
    name: 'health',
    table: 'health_fact',
    columns: ['stated_on', 'source', 'disease', 'doses', 'last_dose_on', 'infected_since', 'doctor'],
    order: 'stated_on',
  },
  { name: 'colours', table: 'colour_decision', columns: ['colour', 'reason'], order: 'at' },
  {
    name: 'observation',
    table: 'observation',
    columns: ['kind', 'number', 'issuer', 'basis', 'day_zero', 'last_day'],
    order: 'day_zero',
  },
]

type Line = Record<string, string>

// Absent values are left out; days and numbers become text as they stand.
const textOf = (row: Readonly<Record<string, unknown>>): Line =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, String(value)]])),
  )

async function readSection(db: Db, person: Id, { name, table, columns, order }: (typeof kept)[number]): Promise<OwnDataSection> {
  const { rows } = await sql<Record<string, unknown>>`select ${sql.join(columns.map((column) => sql.ref(column)))}
    from ${sql.table(table)} where county = ${countyOf(db)} and person = ${person} order by ${sql.ref(order)}`.execute(db)
  return { name, lines: rows.map(textOf) }
}

/** All that is kept of a person, in the clear: what the person gets to see or to take along. Undefined outside the scope. */
export async function readOwnData(db: Db, fields: FieldCipher, id: Id): Promise<OwnDataSection[] | undefined> {
  const { rows } = await sql<Line & { document_cipher: string | null; phone_cipher: string | null }>`select name, sex, born,
    document_kind, document_cipher, phone_cipher, relation, residence, source, left_on
    from person where county = ${countyOf(db)} and id = ${id}`.execute(db)
  const [person] = rows
  if (!person) return undefined
  const { document_cipher, phone_cipher, ...plain } = person
  const numbers = {
    document: document_cipher && fields.open('document', document_cipher),
    phone: phone_cipher && fields.open('phone', phone_cipher),
  }
  const readings = await sql<Record<string, unknown>>`select r.day, r.half, r.temperature from reading r
    join observation o on o.county = ${countyOf(db)} and o.id = r.observation
    where r.county = ${countyOf(db)} and o.person = ${id} order by r.taken_at`.execute(db)
  const sections: OwnDataSection[] = [{ name: 'person', lines: [textOf({ ...plain, ...numbers })] }]
  for (const part of kept) sections.push(await readSection(db, id, part))
  return [...sections, { name: 'readings', lines: readings.rows.map(textOf) }]
}
