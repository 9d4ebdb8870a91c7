import type { Door, DwellingUse } from '@wangdi/domain/places/places.ts'
import { problems as general } from '@wangdi/domain/problem.ts'
import type { Round, VisitEntry, VisitResult } from '@wangdi/domain/rounds/rounds.ts'
import type { CommunityCode, Day, Id, Instant } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { doorIn, doorJoins } from '../places/index.ts'
import { countyOf, type Db } from '../platform/db.ts'
import { tell } from '../platform/tenants/tell.ts'
import { atDoorsOf, inGrids } from './visit.queries.ts'

const roundColumns = sql`r.id, r.community, r.kind, r.name, r.denominator as of, r.groups, r.valid_from as from, r.last_day as until,
  r.every_days as "everyDays"`

/** Keeps a new round. */
export async function addRound(db: Db, round: Round, account: Id): Promise<void> {
  await sql`insert into round (county, id, community, kind, name, denominator, groups, valid_from, last_day, every_days, opened_by)
    values (${countyOf(db)}, ${round.id}, ${round.community}, ${round.kind}, ${round.name}, ${round.of}, ${JSON.stringify(round.groups)},
      ${round.from}, ${round.until}, ${round.everyDays}, ${account})`.execute(db)
  await tell(db, 'round', [round])
}

/** The round; "not found" when there is none in scope. */
export async function getRound(db: Db, id: Id): Promise<Round> {
  const { rows } =
    await sql<Round>`select ${roundColumns} from round r where r.county = ${countyOf(db)} and r.id = ${id}`.execute(db)
  if (!rows[0]) throw general.notFound({})
  return rows[0]
}

/** Closes a round with its last day; false when somebody closed it before. */
export async function endRound(db: Db, id: Id, until: Day, at: Date): Promise<boolean> {
  const { rows } = await sql<{ id: Id; community: CommunityCode }>`update round set last_day = ${until}, closed_at = ${at}
    where county = ${countyOf(db)} and id = ${id} and closed_at is null returning id, community`.execute(db)
  await tell(db, 'round', rows)
  return rows.length > 0
}

/** Rounds of a community, newest first; with a day, only those open on it. */
export async function listRounds(db: Db, community: CommunityCode, openOn?: Day): Promise<Round[]> {
  const open = openOn ? sql`and r.valid_from <= ${openOn} and (r.last_day is null or r.last_day >= ${openOn})` : sql``
  const { rows } = await sql<Round>`select ${roundColumns} from round r
    where r.county = ${countyOf(db)} and r.community = ${community} ${open} order by r.valid_from desc, r.id`.execute(db)
  return rows
}

/** A door as coverage needs it: its grid of the day and the visits of the turn in the order of time. */
export interface RoundDoor {
  readonly dwelling: Id
  readonly building: Id | null
  readonly door: Door
  readonly use: DwellingUse
  readonly grid: Id | null
  readonly gridName: string | null
  readonly visits: { id: Id; at: Instant; result: VisitResult; met: Id[]; entry: VisitEntry }[]
}

/** All doors of a community with the visits of these days, corrected ones left out, by building and door. */
export async function listRoundDoors(
  db: Db,
  community: CommunityCode,
  turn: { from: Day; to: Day },
  grids: readonly Id[] | undefined,
  today: Day,
): Promise<RoundDoor[]> {
  const ofGrids = atDoorsOf(db, 'v.dwelling', grids, today)
  const { rows } = await sql<RoundDoor>`
    with made as (
      select v.dwelling, jsonb_agg(jsonb_build_object('id', v.id, 'result', v.result, 'met', v.met, 'entry', v.entry,
          'at', to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by v.at) as visits
      from visit v
      where v.county = ${countyOf(db)} and v.community = ${community} and v.day between ${turn.from} and ${turn.to}
        and not exists (select 1 from visit c where c.county = ${countyOf(db)} and c.replaces = v.id) ${ofGrids}
      group by v.dwelling
    )
    select d.id as dwelling, d.building, d.use, g.grid, q.name as "gridName", ${doorIn(db)} as door, coalesce(m.visits, '[]') as visits
    from dwelling d ${doorJoins(db)}
      left join dwelling_grid g on g.county = ${countyOf(db)} and g.dwelling = d.id
        and g.valid_from <= ${today} and (g.valid_to is null or g.valid_to > ${today})
      left join grid q on q.county = ${countyOf(db)} and q.id = g.grid
      left join made m on m.dwelling = d.id
    where d.county = ${countyOf(db)} and d.community = ${community} ${inGrids(db, grids, today)}
    order by e.ordinal nulls first, b.ordinal nulls first, d.village_group, d.ordinal, d.id`.execute(db)
  return rows
}

/** Somebody living in a community who may be a key person: open marks and birthday. */
export interface RoundPerson {
  readonly id: Id
  readonly name: string
  readonly dwelling: Id
  readonly born: Day | null
  readonly marks: string[]
}

/** Everybody who lives behind a door of the community (of some grids only when given), with open marks. */
export async function listRoundPeople(
  db: Db,
  community: CommunityCode,
  grids: readonly Id[] | undefined,
  today: Day,
): Promise<RoundPerson[]> {
  const { rows } = await sql<Omit<RoundPerson, 'marks'>>`select p.id, p.name, p.dwelling, p.born from person p
    where p.county = ${countyOf(db)} and p.community = ${community} and p.dwelling is not null
      and (p.left_on is null or p.left_on > ${today}) ${atDoorsOf(db, 'p.dwelling', grids, today)} order by p.id`.execute(db)
  // Marks by themselves: joined, the planner takes a grid for a single person and goes through all marks for each.
  const marks = await sql<{ person: Id; kind: string }>`select k.person, k.kind from person_mark k
    where k.county = ${countyOf(db)} and k.community = ${community} and k.ended_on is null`.execute(db)
  const marked = Map.groupBy(marks.rows, ({ person }) => person)
  return rows.map((row) => ({ ...row, marks: (marked.get(row.id) ?? []).map(({ kind }) => kind) }))
}

/** The settings of the county, for the rhythm of contact. */
export async function readSettings(db: Db): Promise<unknown> {
  const { rows } = await sql<{ settings: unknown }>`select settings from county where place = ${countyOf(db)}`.execute(db)
  return rows[0]?.settings
}
