import type { Colour, ColourDecision, Disease, HealthSource } from '@wangdi/domain/health/health.ts'
import type { Door } from '@wangdi/domain/places/places.ts'
import type { CommunityCode, Day, Id } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { doorIn, doorJoins } from '../places/index.ts'
import { countyOf, type Db } from '../platform/db.ts'
import { tell } from '../platform/tenants/tell.ts'

/** What the colour of a person is computed from: the newest word on each point and the doctor's last decision. */
export interface KnownRow {
  person: string
  community: string
  born: string | null
  dwelling: string | null
  disease: Disease | null
  doses: number | null
  infected_since: Day | null
  decision: (Omit<ColourDecision, 'at'> & { at: string }) | null
}

/** A person of the ledger as pages show them. */
export interface LedgerRow extends KnownRow {
  name: string
  door: Door | null
  last_dose_on: Day | null
  doctor: string | null
  stated_on: Day | null
  source: HealthSource | null
}

/** Which people of the ledger are asked for. */
export interface LedgerFilter {
  readonly community: CommunityCode
  /** Born on this day or earlier, or with a health record. */
  readonly bornUntil: Day
  readonly today: Day
  readonly dwelling?: Id | undefined
  readonly grid?: Id | undefined
  /** Only dwellings of this account's grids. */
  readonly gridsOf?: Id | undefined
  readonly person?: Id | undefined
  /** Only people behind these doors, or only these people: what is known of others is not even read. */
  readonly among?: { readonly doors: readonly Id[] } | { readonly people: readonly Id[] } | undefined
}

const newest = (column: string, said = `${column} is not null`) =>
  sql`(array_agg(${sql.ref(column)} order by stated_on desc, at desc) filter (where ${sql.raw(said)}))[1] as ${sql.ref(column)}`

/** People of the ledger: the old, and others with a health record. */
export async function listLedger(db: Db, filter: LedgerFilter): Promise<LedgerRow[]> {
  const { rows } = await sql<LedgerRow>`
    with ${known(db, filter)}
    select p.id as person, p.community, p.name, p.born, p.dwelling, ${doorIn(db)} as door,
      t.disease, t.doses, t.last_dose_on, t.infected_since, t.doctor, t.stated_on, t.source, c.decision
    from person p
      left join told t on t.person = p.id
      left join decided c on c.person = p.id
      left join dwelling d on d.county = ${countyOf(db)} and d.id = p.dwelling
      ${doorJoins(db)}
    where p.county = ${countyOf(db)} and p.community = ${filter.community} and p.left_on is null and ${narrowed(db, filter)}
    order by p.id`.execute(db)
  return rows
}

/** Of the same people no more than their colours are computed from. */
export async function listKnown(db: Db, filter: LedgerFilter): Promise<KnownRow[]> {
  const { rows } = await sql<KnownRow>`
    with ${known(db, filter)}
    select p.id as person, p.community, p.born, p.dwelling, t.disease, t.doses, t.infected_since, c.decision
    from person p left join told t on t.person = p.id left join decided c on c.person = p.id
    where p.county = ${countyOf(db)} and p.community = ${filter.community} and p.left_on is null and ${narrowed(db, filter)}
    order by p.id`.execute(db)
  return rows
}

const known = (db: Db, filter: LedgerFilter) => sql`told as (
      select person, ${newest('disease')}, ${newest('doses')}, ${newest('last_dose_on')},
        ${newest('infected_since', 'infection_told')}, ${newest('doctor')}, ${newest('stated_on')}, ${newest('source')}
      from health_fact where county = ${countyOf(db)} and community = ${filter.community} ${knownOf(db, 'person', filter)} group by person
    ), decided as (
      select distinct on (c.person) c.person, jsonb_build_object('id', c.id, 'colour', c.colour, 'proposed', c.proposed,
        'reason', c.reason, 'by', coalesce(a.name, ''), 'at', c.at) as decision
      from colour_decision c left join account a on a.id = c.by_account
      where c.county = ${countyOf(db)} and c.community = ${filter.community} ${knownOf(db, 'c.person', filter)}
      order by c.person, c.at desc
    )`

// What is known of few people is found by them: the facts of a whole community are ten times as many as a page shows.
function knownOf(
  db: Db,
  column: string,
  { person, dwelling, among = dwelling ? { doors: [dwelling] } : undefined }: LedgerFilter,
) {
  if (person) return sql`and ${sql.ref(column)} = ${person}`
  if (!among) return sql``
  return 'people' in among
    ? sql`and ${sql.ref(column)} = any(${[...among.people]}::uuid[])`
    : sql`and ${sql.ref(column)} in (select id from person
        where county = ${countyOf(db)} and dwelling = any(${[...among.doors]}::uuid[]))`
}

function narrowed(db: Db, filter: LedgerFilter): RawBuilder<unknown> {
  if (filter.person) return sql`p.id = ${filter.person}`
  const all = [sql`(p.born <= ${filter.bornUntil} or t.person is not null)`]
  if (filter.among)
    all.push(
      'people' in filter.among
        ? sql`p.id = any(${[...filter.among.people]}::uuid[])`
        : sql`p.dwelling = any(${[...filter.among.doors]}::uuid[])`,
    )
  if (filter.dwelling) all.push(sql`p.dwelling = ${filter.dwelling}`)
  const inGrid = (which: RawBuilder<unknown>) => sql`p.dwelling in (select g.dwelling from dwelling_grid g
    left join grid_duty y on y.county = ${countyOf(db)} and y.grid = g.grid and y.valid_from <= ${filter.today}
      and (y.valid_to is null or y.valid_to > ${filter.today})
    where g.county = ${countyOf(db)} and g.valid_from <= ${filter.today} and (g.valid_to is null or g.valid_to > ${filter.today})
      and ${which})`
  if (filter.grid) all.push(inGrid(sql`g.grid = ${filter.grid}`))
  if (filter.gridsOf) all.push(inGrid(sql`y.account = ${filter.gridsOf}`))
  return sql.join(all, sql` and `)
}

interface Behind {
  readonly id: Id
  readonly born: Day | null
  readonly marks: string[]
}

/** Birthday and open marks of whoever lives behind these doors on a day: what contact follows from beside the colour. */
export async function listBehind(db: Db, community: CommunityCode, dwellings: readonly Id[], today: Day) {
  if (dwellings.length === 0) return new Map<Id, Behind>()
  const { rows } = await sql<Behind>`
    select p.id, p.born, coalesce((select array_agg(k.kind) from person_mark k
      where k.county = ${countyOf(db)} and k.person = p.id and k.ended_on is null), '{}') as marks from person p
    where p.county = ${countyOf(db)} and p.community = ${community} and (p.left_on is null or p.left_on > ${today})
      and p.dwelling = any(${[...dwellings]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** A statement about a person's health; what it does not say is absent. */
export interface HealthFact {
  readonly id: Id
  readonly community: CommunityCode
  readonly person: Id
  readonly stated_on: Day
  readonly source: HealthSource
  readonly disease?: Disease | undefined
  readonly doses?: number | undefined
  readonly last_dose_on?: Day | undefined
  /** Null says that there is no infection (any more); absent says nothing. */
  readonly infected_since?: Day | null | undefined
  /** The family doctor. */
  readonly doctor?: string | undefined
  readonly by_account: Id
}

/** Keeps statements about health, any number at once; says how many were new (a repeated id changes nothing). */
export async function saveHealthFacts(db: Db, facts: readonly HealthFact[]): Promise<number> {
  if (facts.length === 0) return 0
  const rows = facts.map(({ infected_since, ...fact }) => ({
    ...fact,
    infection_told: infected_since !== undefined,
    infected_since: infected_since ?? null,
  }))
  const { rows: made } = await sql<{ id: Id; community: CommunityCode }>`
    insert into health_fact (county, id, community, person, stated_on, source, disease, doses, last_dose_on, infection_told, infected_since, doctor, by_account)
    select t.county, f.* from tenant t, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f (id uuid, community text, person uuid,
      stated_on date, source text, disease text, doses smallint, last_dose_on date, infection_told boolean, infected_since date, doctor text, by_account uuid)
    where t.county = ${countyOf(db)} on conflict do nothing returning id, community`.execute(db)
  await tell(db, 'health_fact', made)
  return made.length
}

/** Keeps what an elders' survey said, in the transaction of its import; people about whom it said nothing get no row. Gives back the ids. */
export async function saveSurvey(
  db: Db,
  community: CommunityCode,
  stated_on: Day,
  by_account: Id,
  facts: readonly Omit<HealthFact, 'id' | 'community' | 'stated_on' | 'source' | 'infected_since' | 'by_account'>[],
): Promise<readonly Id[]> {
  const told = facts.filter(({ person: _, ...said }) => Object.values(said).some((word) => word !== undefined))
  const kept = told.map((fact) => ({ ...fact, id: newId(), community, stated_on, source: 'import' as const, by_account }))
  await saveHealthFacts(db, kept)
  return kept.map(({ id }) => id)
}

/** All statements about a person, newest first. */
export const listHealthFacts = async (db: Db, person: Id) =>
  (
    await sql<{
      id: string
      disease: Disease | null
      doses: number | null
      last_dose_on: Day | null
      infected_since: Day | null
      doctor: string | null
      stated_on: Day
      source: HealthSource
      by: string
    }>`select f.id, f.disease, f.doses, f.last_dose_on, f.infected_since, f.doctor, f.stated_on, f.source, coalesce(a.name, '') as by
      from health_fact f left join account a on a.id = f.by_account
      where f.county = ${countyOf(db)} and f.person = ${person} order by f.stated_on desc, f.at desc limit 100`.execute(db)
  ).rows

/** All decisions on a person's colour, newest first. */
export const listDecisions = async (db: Db, person: Id): Promise<ColourDecision[]> =>
  (
    await sql<
      Omit<ColourDecision, 'at'> & { at: Date }
    >`select c.id, c.colour, c.proposed, c.reason, coalesce(a.name, '') as by, c.at
      from colour_decision c left join account a on a.id = c.by_account
      where c.county = ${countyOf(db)} and c.person = ${person} order by c.at desc limit 100`.execute(db)
  ).rows.map((row) => ({ ...row, at: row.at.toISOString() }))

/** Keeps a doctor's word on a colour. */
export async function saveDecision(
  db: Db,
  decision: {
    id: Id
    community: CommunityCode
    person: Id
    colour: Colour
    proposed: Colour | null
    reason: string
    by_account: Id
    at: Date
  },
): Promise<void> {
  await db
    .insertInto('colour_decision')
    .values({ county: countyOf(db), ...decision })
    .execute()
  await tell(db, 'colour_decision', [decision])
}

/** Where a person of the scope lives, for the reach of a request. */
export async function findHome(db: Db, person: Id): Promise<{ place: CommunityCode; dwelling: Id | null } | undefined> {
  const row = await db
    .selectFrom('person')
    .select(['community', 'dwelling'])
    .where('county', '=', countyOf(db))
    .where('id', '=', person)
    .executeTakeFirst()
  return row && { place: row.community, dwelling: row.dwelling }
}
