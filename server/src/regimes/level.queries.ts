import type { KeptAnswer } from '@wangdi/domain/documents/answer.ts'
import type { ConfirmedLevel, StatedFact } from '@wangdi/domain/regimes/regimes.ts'
import { findBrought, isPast } from '@wangdi/domain/regimes/own-facts.rules.ts'
import { isStale } from '@wangdi/domain/regimes/regimes.rules.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { getFact } from '@wangdi/policy/engine/facts.ts'
import type { FactName } from '@wangdi/policy/vocabulary.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { getPacks } from '../platform/packs.ts'

interface LevelRow extends Omit<ConfirmedLevel, 'at'> {
  at: Date
}
interface FactRow extends Omit<StatedFact, 'at' | 'value' | 'stale'> {
  at: Date
  value: string
}

const levelOf = (row: LevelRow): ConfirmedLevel => ({ ...row, at: row.at.toISOString() })
const levelColumns = sql`l.id, l.fact, l.place, l.value, l.valid_from as "from", l.proposed, l.reason, l.source,
  coalesce(a.name, '') as by, l.at, l.stricter,
  (select floor(extract(epoch from l.at - max(f.at)) / 60)::int from stated_fact f where f.place = l.place and f.at <= l.at
    and l.fact in ('county.risk', 'community.class')) as decided_after`

/** The newest confirmed level of each fact at these places on a day; of two for one day, the one said later. */
export async function listLevelsOn(db: Db, places: readonly PlaceCode[], day: Day): Promise<ConfirmedLevel[]> {
  const { rows } = await sql<LevelRow>`select distinct on (l.place, l.fact) ${levelColumns}
    from confirmed_level l left join account a on a.id = l.by_account
    where l.place in (${sql.join(places)}) and l.valid_from <= ${day}
    order by l.place, l.fact, l.valid_from desc, l.at desc`.execute(db)
  return rows.map(levelOf)
}

/** Every confirmed level of these places, newest first. */
export async function listLevels(
  db: Db,
  places: readonly PlaceCode[],
  { fact, from, to }: { fact: string | undefined; from: Day; to: Day },
): Promise<ConfirmedLevel[]> {
  const { rows } = await sql<LevelRow>`select ${levelColumns} from confirmed_level l left join account a on a.id = l.by_account
    where l.place in (${sql.join(places)}) and l.valid_from between ${from} and ${to}
      and (${fact ?? ''} = '' or l.fact = ${fact ?? ''})
    order by l.valid_from desc, l.at desc limit 500`.execute(db)
  return rows.map(levelOf)
}

/** A stated value as the vocabulary takes it: counts are numbers. */
const valueOf = (name: string, value: string): string | number =>
  getFact(name as FactName, getPacks().brought).values === 'number' ? Number(value) : value

const factOf =
  (day: Day) =>
  (row: FactRow): StatedFact => ({
    ...row,
    at: row.at.toISOString(),
    value: valueOf(row.name, row.value),
    stale: isStale(row.name, row.day, day) || isPast(findBrought(getPacks().brought, row.name), row.day, day),
  })
const factColumns = sql`f.name, f.place, f.value, f.day, f.source, coalesce(a.name, '') as by, f.at`

/** The newest statement of each fact at these places up to a day. */
export async function listFactsOn(db: Db, places: readonly PlaceCode[], day: Day): Promise<StatedFact[]> {
  const { rows } = await sql<FactRow>`select distinct on (f.place, f.name) ${factColumns}
    from stated_fact f left join account a on a.id = f.by_account
    where f.place in (${sql.join(places)}) and f.day <= ${day}
    order by f.place, f.name, f.day desc, f.at desc`.execute(db)
  return rows.map(factOf(day))
}

/** Every statement about these places, newest first. */
export async function listFacts(
  db: Db,
  places: readonly PlaceCode[],
  { fact, from, to, today }: { fact: string | undefined; from: Day; to: Day; today: Day },
): Promise<StatedFact[]> {
  const { rows } = await sql<FactRow>`select ${factColumns} from stated_fact f left join account a on a.id = f.by_account
    where f.place in (${sql.join(places)}) and f.day between ${from} and ${to}
      and (${fact ?? ''} = '' or f.name = ${fact ?? ''})
    order by f.day desc, f.at desc limit 500`.execute(db)
  return rows.map(factOf(today))
}

/** Keeps a level that a person confirmed, with what the rules had answered. */
export const saveLevel = (
  db: Db,
  {
    answer,
    ...level
  }: Omit<ConfirmedLevel, 'by' | 'at' | 'from' | 'decided_after'> & {
    valid_from: Day
    by_account: Id
    at: Date
    answer: KeptAnswer
  },
) =>
  db
    .insertInto('confirmed_level')
    .values({ ...level, answer: JSON.stringify(answer) })
    .execute()

/** Keeps statements of one day and source. */
export const saveFacts = (
  db: Db,
  facts: readonly { id: Id; place: PlaceCode; name: string; value: string; day: Day; source: string; by_account: Id; at: Date }[],
) =>
  db
    .insertInto('stated_fact')
    .values([...facts])
    .execute()
