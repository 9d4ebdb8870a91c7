import { storyKinds, type StoryLine, type StoryPart } from '@wangdi/domain/plan/story/story.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import type { Door } from '@wangdi/domain/places/places.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { doorOfStay } from '../../observation/index.ts'
import { doorOfArrival } from '../../people/index.ts'
import { doorIn, doorJoins } from '../../places/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'
import { followed, onOrder } from './on-order.queries.ts'
import { isVisitOf } from './own-visits.queries.ts'

/** Whose story: that of a door, or of a person with the door behind which the record stands now. */
export type StoryOf = { readonly dwelling: Id } | { readonly person: Id; readonly home: Id | null }

type Facts<L> = L extends StoryLine ? Omit<L, 'id' | 'day' | 'at' | 'by' | 'people' | 'kind' | 'from' | 'to'> : never

interface Row {
  id: Id
  kind: StoryLine['kind']
  day: Day
  at: Date | null
  by: string
  people: { id: Id; name: string }[]
  facts: Facts<StoryLine>
  from: Door | null
  to: Door | null
}

/**
 * What happened, newest first, of one part or of all that are shown, how much that is in all, and how many lines each part that is
 * shown has. What is known to the day alone stands at its beginning. Visits that a later one corrects do not count.
 */
export async function listStory(
  db: Db,
  of: StoryOf,
  parts: readonly StoryPart[],
  { part, page, size }: { part: StoryPart | undefined; page: number; size: number },
): Promise<{ rows: StoryLine[]; total: number; counts: { part: StoryPart; lines: number }[] }> {
  const lines = partsOf(db, of)
  const all = (which: readonly StoryPart[]) =>
    sql.join(
      which.flatMap((one) => lines[one]),
      sql` union all `,
    )
  if (parts.length === 0) return { rows: [], total: 0, counts: [] }
  const kinds = await sql<{ kind: StoryLine['kind']; count: number }>`
    select kind, count(*)::int as count from (${all(parts)}) line group by kind`.execute(db)
  const sumOf = (part: StoryPart) =>
    kinds.rows.reduce((sum, { kind, count }) => (storyKinds[kind].part === part ? sum + count : sum), 0)
  const counts = parts.map((one) => ({ part: one, lines: sumOf(one) }))
  const listed = parts.filter((one) => part === undefined || one === part)
  const total = counts.reduce((sum, one) => (listed.includes(one.part) ? sum + one.lines : sum), 0)
  if (total === 0) return { rows: [], total, counts }
  const { rows } = await sql<Row>`
    with line as (${all(listed)}),
    page as (select * from line
      order by coalesce(at, day::timestamp at time zone 'Asia/Shanghai') desc, id desc limit ${size} offset ${page * size})
    select l.id, l.kind, l.day, l.at, coalesce(c.name, '') as by, l.facts, ${doorIn(db, 'f')} as "from", ${doorIn(db, 't')} as "to",
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by p.born, p.id), '[]')
        from person p where p.county = ${countyOf(db)} and p.id = any(l.people)) as people
    from page l left join account c on c.id = l.by_account
    left join dwelling fd on fd.county = ${countyOf(db)} and fd.id = l.from_dwelling ${doorJoins(db, 'f')}
    left join dwelling td on td.county = ${countyOf(db)} and td.id = l.to_dwelling ${doorJoins(db, 't')}
    order by coalesce(l.at, l.day::timestamp at time zone 'Asia/Shanghai') desc, l.id desc`.execute(db)
  return { rows: rows.map(lineOf), total, counts }
}

function lineOf({ facts, from, to, at, kind, ...row }: Row): StoryLine {
  const doors = kind === 'move' ? { from: doorText(from), to: doorText(to) } : {}
  return { ...row, kind, at: at === null ? null : at.toISOString(), ...facts, ...doors } as StoryLine
}

/** The statements that give the lines of each part. */
function partsOf(db: Db, of: StoryOf): Record<StoryPart, RawBuilder<unknown>[]> {
  const county = countyOf(db)
  const whose =
    'dwelling' in of
      ? {
          visits: sql`v.dwelling = ${of.dwelling}`,
          met: sql`array(select jsonb_array_elements_text(v.met)::uuid)`,
          moves: sql`(m.from_dwelling = ${of.dwelling} or m.to_dwelling = ${of.dwelling})`,
          arrivals: sql`${doorOfArrival} = ${of.dwelling}
            and a.community = (select h.community from dwelling h where h.county = ${county} and h.id = ${of.dwelling})`,
          stays: sql`${doorOfStay} = ${of.dwelling}
            and o.community = (select h.community from dwelling h where h.county = ${county} and h.id = ${of.dwelling})`,
          requests: sql`q.person in (select p.id from person p where p.county = ${county} and p.dwelling = ${of.dwelling} and p.left_on is null)`,
        }
      : {
          visits: isVisitOf(db, of.person, of.home),
          met: sql`case when v.met ? ${of.person} then array[${of.person}::uuid] else '{}' end`,
          moves: sql`m.person = ${of.person}`,
          arrivals: sql`a.person = ${of.person}`,
          stays: sql`o.person = ${of.person}`,
          requests: sql`q.person = ${of.person}`,
        }
  const stays = sql`observation o join person p on p.county = ${county} and p.id = o.person`
  const one = (what: RawBuilder<unknown>) => sql`array[${what}]`
  return {
    visits: [
      line('visit', {
        ...{ id: sql`v.id`, day: sql`v.day`, at: sql`v.at`, by: sql`v.by_account`, people: whose.met },
        facts: sql`jsonb_build_object('result', v.result, 'needs', v.needs, 'entry', v.entry, 'note', v.note)`,
        rest: sql`from visit v where v.county = ${county} and ${whose.visits}
          and not exists (select from visit c where c.county = ${county} and c.replaces = v.id)`,
      }),
    ],
    moves: [
      line('move', {
        ...{ id: sql`m.id`, day: sql`coalesce(m.moved_on, (m.at at time zone 'Asia/Shanghai')::date)` },
        at: sql`case when m.moved_on is null then m.at end`,
        ...{ by: sql`m.by_account`, people: one(sql`m.person`), facts: sql`jsonb_build_object('why', m.why)` },
        ...{ from: sql`m.from_dwelling`, to: sql`m.to_dwelling` },
        rest: sql`from person_move m where m.county = ${county} and ${whose.moves}`,
      }),
    ],
    arrivals: [
      line('arrival', {
        ...{
          id: sql`a.id`,
          day: sql`a.arrived_on`,
          at: sql`null::timestamptz`,
          by: sql`a.recorded_by`,
          people: one(sql`a.person`),
        },
        facts: sql`jsonb_build_object('origin', a.origin, 'state', a.state)`,
        rest: sql`from arrival a join person p on p.county = ${county} and p.id = a.person
          where a.county = ${county} and ${whose.arrivals}`,
      }),
    ],
    stays: [
      line('order', {
        ...{ id: sql`o.id`, ...moment(sql`o.decided_at`), by: sql`o.decided_by`, people: one(sql`o.person`) },
        facts: sql`jsonb_build_object('stay', o.id, 'number', o.number, 'last_day', o.last_day)`,
        rest: sql`from ${stays} where o.county = ${county} and ${whose.stays}`,
      }),
      ...followed.map((kind) => {
        const { id, at, by, facts, joins } = onOrder[kind](db)
        return line(kind, {
          ...{ id, ...moment(at), by, people: one(sql`o.person`) },
          facts: sql`jsonb_build_object('stay', o.id) || ${facts}`,
          rest: sql`from ${stays} ${joins} where o.county = ${county} and ${whose.stays}`,
        })
      }),
    ],
    requests: [
      line('request', {
        ...{ id: sql`r.id`, day: sql`r.day`, at: sql`r.at`, by: sql`r.by_account`, people: one(sql`q.person`) },
        facts: sql`jsonb_build_object('request', r.kind, 'number', r.number)`,
        rest: sql`from requester q join request r on r.county = ${county} and r.id = q.request where q.county = ${county} and ${whose.requests}`,
      }),
    ],
  }
}

const moment = (at: RawBuilder<unknown>) => ({ at, day: sql`(${at} at time zone 'Asia/Shanghai')::date` })

interface LineParts extends Record<'id' | 'day' | 'at' | 'by' | 'people' | 'facts' | 'rest', RawBuilder<unknown>> {
  readonly from?: RawBuilder<unknown>
  readonly to?: RawBuilder<unknown>
}

const line = (kind: keyof typeof storyKinds, { id, day, at, by, people, facts, from, to, rest }: LineParts) =>
  sql`select ${id} as id, ${kind}::text as kind, ${day} as day, ${at} as at, ${by} as by_account, ${people}::uuid[] as people, ${facts} as facts,
    ${from ?? sql`null`}::uuid as from_dwelling, ${to ?? sql`null`}::uuid as to_dwelling ${rest}`
