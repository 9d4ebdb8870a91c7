import { maskName } from '@wangdi/domain/people/name.ts'
import { type DoorText, doorText } from '@wangdi/domain/places/door-plate.ts'
import type { Door } from '@wangdi/domain/places/places.ts'
import type { CertificateRefusal, RefusedCertificate, ResidenceProof } from '@wangdi/domain/rights/certificates/certificate.ts'
import { numberOf } from '@wangdi/domain/rights/certificates/certificate.rules.ts'
import { shanghaiDay } from '@wangdi/domain/day.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { doorIn, doorJoins } from '../../places/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'

/** Somebody as a proof of residence names them. */
export interface Resident {
  readonly county: string
  readonly community: PlaceCode
  readonly name: string
  readonly left_on: Day | null
  readonly dwelling: Id | null
  readonly door: DoorText
}

/** A person of the scope with the door behind which they live. */
export async function findResident(db: Db, person: Id): Promise<Resident | undefined> {
  const { rows } = await sql<
    Omit<Resident, 'door'> & { door: Door | null }
  >`select p.county, p.community, p.name, p.left_on, p.dwelling,
      ${doorIn(db)} as door
    from person p left join dwelling d on d.county = ${countyOf(db)} and d.id = p.dwelling
      ${doorJoins(db)}
    where p.county = ${countyOf(db)} and p.id = ${person}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  return { ...row, door: doorText(row.door) }
}

/** Sees to it that somebody, and the door given, stay until the transaction ends: a proof names both, and no foreign key holds them. Whether they are there. */
export async function holdResident(db: Db, person: Id, dwelling: Id): Promise<boolean> {
  const people = await sql`select id from person where county = ${countyOf(db)} and id = ${person} for key share`.execute(db)
  const doors = await sql`select id from dwelling where county = ${countyOf(db)} and id = ${dwelling} for key share`.execute(db)
  return people.rows.length > 0 && doors.rows.length > 0
}

/** Adds a proof under the next number of its community and year; gives the number. */
export async function saveProof(
  db: Db,
  proof: Pick<Resident, 'county' | 'community' | 'name' | 'door'> & {
    id: Id
    person: Id
    dwelling: Id
    year: number
    asked_by: string
    by_account: Id
    at: Date
  },
): Promise<string> {
  const { county, community, year } = proof
  // Two desks of one community do not draw the same number.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`residence_proof ${community} ${year}`}, 0))`.execute(db)
  const { rows } = await sql<{ next: number }>`select coalesce(max(serial), 0)::int + 1 as next from residence_proof
    where county = ${county} and community = ${community} and year = ${year}`.execute(db)
  const serial = rows[0]?.next ?? 1
  await db
    .insertInto('residence_proof')
    .values({ ...proof, serial })
    .execute()
  return numberOf(year, serial)
}

const proofs = (
  db: Db,
) => sql`select r.id, r.person, r.community, r.year, r.serial, r.name, r.door, r.asked_by, r.at, coalesce(a.name, '') as by,
    count(*) over ()::int as total
  from residence_proof r left join account a on a.id = r.by_account where r.county = ${countyOf(db)}`
interface ProofRow extends Omit<ResidenceProof, 'number' | 'on'> {
  year: number
  serial: number
  person: Id
  at: Date
  total: number
}
const asProof = ({ year, serial, person: _, at, total: __, ...row }: ProofRow): ResidenceProof => ({
  ...row,
  number: numberOf(year, serial),
  on: shanghaiDay(at.toISOString()),
})

/** Proofs of a place, newest first, one page, names covered, each with whose it is. */
export async function listProofs(db: Db, place: PlaceCode, page: number, size: number) {
  const { rows } = await sql<ProofRow>`${proofs(db)} and starts_with(r.community, ${place})
    order by r.at desc, r.id limit ${size} offset ${page * size}`.execute(db)
  const shown = rows.map((row) => ({ ...asProof(row), person: row.person, name: maskName(row.name) }))
  return { rows: shown, total: rows[0]?.total ?? 0 }
}

/** One proof with the whole name, and whose it is. */
export async function findProof(db: Db, id: Id): Promise<{ proof: ResidenceProof; person: Id } | undefined> {
  const { rows } = await sql<ProofRow>`${proofs(db)} and r.id = ${id}`.execute(db)
  return rows[0] && { proof: asProof(rows[0]), person: rows[0].person }
}

/** Keeps a demand that was refused. */
export const saveRefusal = (
  db: Db,
  refusal: Pick<CertificateRefusal, 'id' | 'place' | 'certificate' | 'wording' | 'asked_by'> & { by_account: Id; at: Date },
) => db.insertInto('certificate_refusal').values(refusal).execute()

/** Refused demands of a place and below, newest first, one page, and how often each body and certificate came. */
export async function listRefusals(db: Db, place: PlaceCode, page: number, size: number) {
  const { rows } = await sql<Omit<CertificateRefusal, 'at'> & { at: Date; total: number }>`
    select r.id, r.place, coalesce((select p.name from place p where p.code = r.place order by p.valid_from desc limit 1), r.place) as place_name,
      r.certificate, r.wording, r.asked_by, coalesce(a.name, '') as by, r.at, count(*) over ()::int as total
    from certificate_refusal r left join account a on a.id = r.by_account where starts_with(r.place, ${place})
    order by r.at desc, r.id limit ${size} offset ${page * size}`.execute(db)
  const bodies = await sql<{ asked_by: string; times: number; communities: number }>`
    select asked_by, count(*)::int as times, count(distinct place)::int as communities from certificate_refusal
    where starts_with(place, ${place}) group by asked_by order by times desc, asked_by limit 20`.execute(db)
  const kinds = await sql<{ certificate: RefusedCertificate; times: number }>`
    select certificate, count(*)::int as times from certificate_refusal
    where starts_with(place, ${place}) group by certificate order by times desc, certificate`.execute(db)
  return {
    rows: rows.map(({ total: _, at, ...row }) => ({ ...row, at: at.toISOString() })),
    total: rows[0]?.total ?? 0,
    by_body: bodies.rows,
    by_certificate: kinds.rows,
  }
}
