import { randomBytes } from 'node:crypto'
import { codeBytes, makeCode, numberOf } from '@wangdi/domain/kinds/document/code.ts'
import { Office, usualOffice } from '@wangdi/domain/observation/notice/office.ts'
import { problems } from '@wangdi/domain/problem.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** What a county wrote of its office, and the lines that stand there until it did. */
export async function findOffice(db: Db, county: PlaceCode): Promise<{ office: Office | null; usual: Omit<Office, 'phone'> }> {
  const { rows } = await sql<{ office: Office | null; name: string | null }>`select c.settings -> 'notice-office' as office,
      (select p.name from place p where p.code = c.place and p.valid_to is null) as name
    from county c where c.place = ${county}`.execute(db)
  return { office: rows[0]?.office ?? null, usual: usualOffice(shortName(rows[0]?.name ?? '')) }
}

/** Writes it for a county that works here; throws "not found" for another. */
export async function saveOffice(db: Db, county: PlaceCode, office: Office): Promise<void> {
  const set = JSON.stringify({ 'notice-office': office })
  const saved = await sql`update county set settings = settings || ${set}::jsonb where place = ${county}`.execute(db)
  if (saved.numAffectedRows !== 1n) throw problems.notFound({})
}

/** The next numbers of a county's series of a year; whoever asks at the same moment waits, so that none is given twice or left out. */
export async function takeNumbers(
  db: Db,
  {
    county,
    series,
    letters,
    day,
    count,
  }: { county: PlaceCode; series: 'observation' | 'release'; letters: string; day: Day; count: number },
): Promise<string[]> {
  const year = Number(day.slice(0, 4))
  const { rows } = await sql<{ last: number }>`insert into notice_series as s (place, series, year, last)
    values (${county}, ${series}, ${year}, ${count}) on conflict (place, series, year) do update set last = s.last + excluded.last
    returning last`.execute(db)
  const last = rows[0]?.last ?? count
  return Array.from({ length: count }, (_, nth) => numberOf(letters, year, last - count + 1 + nth))
}

/** New codes of a county by which its notices are checked. */
export const drawCodes = (county: PlaceCode, count: number): string[] =>
  Array.from({ length: count }, () => makeCode(county, randomBytes(codeBytes)))

/** A notice as its code tells of it. */
export interface CodedNotice {
  readonly code: string
  readonly kind: 'observation' | 'release'
  readonly issuer: string
  readonly issued_on: Day
  readonly until: Day
}

/** Keeps what the codes of notices tell. */
export async function saveCodes(db: Db, county: PlaceCode, notices: readonly CodedNotice[]): Promise<void> {
  if (notices.length === 0) return
  await db
    .insertInto('notice_code')
    .values(notices.map((notice) => ({ place: county, ...notice })))
    .execute()
}

/** From now on the code says that its notice is void. */
export const voidCode = (db: Db, county: PlaceCode, code: string, at: Date) =>
  db
    .updateTable('notice_code')
    .set({ void_at: at })
    .where('place', '=', county)
    .where('code', '=', code)
    .where('void_at', 'is', null)
    .execute()

/** From that day on the code says that the term of its notice is over. */
export const endCode = (db: Db, county: PlaceCode, code: string, day: Day) =>
  sql`update notice_code set until = least(until, ${day}::date) where place = ${county} and code = ${code}`.execute(db)

/** What a code tells; nothing where there is no such notice. */
export const findCode = (db: Db, county: PlaceCode, code: string) =>
  db
    .selectFrom('notice_code')
    .select(['kind', 'issuer', 'issued_on', 'until', 'void_at'])
    .where('place', '=', county)
    .where('code', '=', code)
    .executeTakeFirst()
