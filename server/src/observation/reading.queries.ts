import type { AlertAnswer, Reading } from '@wangdi/domain/observation/observation.ts'
import type { SlotReading } from '@wangdi/domain/observation/slots.rules.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../platform/db.ts'
import { tell } from '../platform/tenants/tell.ts'
import { answeredAt, isAbnormal, isUnanswered } from './abnormal.queries.ts'

interface Row extends Omit<Reading, 'taken_at' | 'recorded_at' | 'temperature'> {
  taken_at: Date
  recorded_at: Date
  temperature: string | null
}

const columns = sql`r.id, r.observation, r.taken_at, r.day, r.half, r.temperature, r.symptoms, r.measured_by, r.not_measured, r.note,
  coalesce(c.name, '') as by, r.recorded_at`

const readingOf = (row: Row): Reading => ({
  ...row,
  taken_at: row.taken_at.toISOString(),
  recorded_at: row.recorded_at.toISOString(),
  temperature: row.temperature === null ? null : Number(row.temperature),
})

/** All readings of these stays, oldest first; of one day when it is given. */
export async function listReadings(db: Db, observations: readonly Id[], day?: Day): Promise<Reading[]> {
  if (observations.length === 0) return []
  const { rows } = await sql<Row>`select ${columns} from reading r left join account c on c.id = r.by_account
    where r.county = ${countyOf(db)} and r.observation in (${sql.join(observations)}) and (${day ?? null}::date is null or r.day = ${day ?? null}::date)
    order by r.taken_at, r.recorded_at`.execute(db)
  return rows.map(readingOf)
}

/** The readings of one day at a place, with no more than a slot is judged by. */
export async function listReadingsOn(db: Db, place: PlaceCode, day: Day): Promise<(SlotReading & { observation: Id })[]> {
  const { rows } = await sql<Pick<Row, 'observation' | 'half' | 'taken_at' | 'temperature' | 'symptoms' | 'not_measured'>>`
    select r.observation, r.half, r.taken_at, r.temperature, r.symptoms, r.not_measured from reading r
    where r.county = ${countyOf(db)} and ${place.length === 12 ? sql`r.community = ${place}` : sql`starts_with(r.community, ${place})`}
      and r.day = ${day}`.execute(db)
  return rows.map(({ taken_at, temperature, ...row }) => ({
    ...row,
    day,
    taken_at: taken_at.toISOString(),
    temperature: temperature === null ? null : Number(temperature),
  }))
}

/** One reading, with where it belongs. */
export async function findReading(db: Db, id: Id) {
  const { rows } = await sql<Row & { community: string; fever: string }>`select ${columns}, r.community, o.fever
    from reading r join observation o on o.county = ${countyOf(db)} and o.id = r.observation left join account c on c.id = r.by_account
    where r.county = ${countyOf(db)} and r.id = ${id}`.execute(db)
  const [row] = rows
  return row && { reading: readingOf(row), community: row.community, fever: Number(row.fever) }
}

/** Keeps a reading as it was made; false when its id is in use. */
export const saveReading = async (
  db: Db,
  reading: Omit<Reading, 'by' | 'recorded_at' | 'taken_at'> & {
    community: PlaceCode
    taken_at: Date
    by_account: Id
    recorded_at: Date
  },
): Promise<boolean> => {
  const { symptoms, temperature, ...rest } = reading
  const row = { county: countyOf(db), ...rest, symptoms: symptoms && [...symptoms] }
  const made = await db
    .insertInto('reading')
    .values({ ...row, temperature: temperature === null ? null : String(temperature) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) await tell(db, 'reading', [reading])
  return made !== undefined
}

/** The doctor's answers to readings of these stays, oldest first. */
export async function listAnswers(db: Db, observation: Id): Promise<AlertAnswer[]> {
  const { rows } = await sql<
    Omit<AlertAnswer, 'at'> & { at: Date }
  >`select a.id, a.reading, a.outcome, a.note, coalesce(c.name, '') as by, a.at
    from alert_answer a join reading r on r.county = ${countyOf(db)} and r.id = a.reading left join account c on c.id = a.by_account
    where a.county = ${countyOf(db)} and r.observation = ${observation} order by a.at`.execute(db)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Keeps a doctor's answer. */
export async function saveAnswer(
  db: Db,
  answer: { id: Id; community: PlaceCode; reading: Id; outcome: AlertAnswer['outcome']; note: string; by_account: Id; at: Date },
): Promise<void> {
  await db
    .insertInto('alert_answer')
    .values({ county: countyOf(db), ...answer })
    .execute()
  await tell(db, 'alert_answer', [answer])
}

/** A reading beyond the threshold of its order, or with symptoms, and the stay it belongs to. */
export interface KeptAlert {
  readonly reading: Reading
  readonly community: string
  readonly fever: boolean
  readonly answers: AlertAnswer[]
}

/** Abnormal readings of a place: unanswered ones the oldest first, answered ones the newest first. To ask for a second reading answers nothing yet. */
export async function listAlerts(
  db: Db,
  place: PlaceCode,
  answered: boolean,
  { page, size }: { page: number; size: number },
): Promise<{ rows: KeptAlert[]; total: number }> {
  const { rows } = await sql<Row & { community: string; fever: boolean; answers: AlertAnswer[]; total: number }>`
    select ${columns}, r.community, coalesce(r.temperature >= o.fever, false) as fever, count(*) over ()::int as total,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'reading', a.reading, 'outcome', a.outcome, 'note', a.note,
          'by', coalesce(y.name, ''), 'at', a.at) order by a.at)
        from alert_answer a left join account y on y.id = a.by_account where a.county = ${countyOf(db)} and a.reading = r.id), '[]') as answers
    from reading r join observation o on o.county = ${countyOf(db)} and o.id = r.observation left join account c on c.id = r.by_account
    where r.county = ${countyOf(db)} and ${place.length === 12 ? sql`r.community = ${place}` : sql`starts_with(r.community, ${place})`}
      and ${answered ? sql`${isAbnormal} and ${answeredAt(db)} is not null` : isUnanswered(db)}
    order by r.recorded_at ${answered ? sql`desc` : sql``}, r.id limit ${size} offset ${page * size}`.execute(db)
  const kept = rows.map((row): KeptAlert => {
    const { community, fever, answers, total: _, ...reading } = row
    const dated = answers.map((answer) => ({ ...answer, at: new Date(answer.at).toISOString() }))
    return { reading: readingOf(reading), community, fever, answers: dated }
  })
  return { rows: kept, total: rows[0]?.total ?? 0 }
}
