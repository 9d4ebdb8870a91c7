import { addDays } from '@wangdi/domain/day.ts'
import type { AlertAnswer, Episode, Reading } from '@wangdi/domain/observation/observation.ts'
import { birthdaysOf } from '@wangdi/domain/people/key-group.rules.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'
import { keptDays } from '@wangdi/domain/sync/held.rules.ts'
import { sql } from 'kysely'
import { gradesBy, listKnown } from '../health/index.ts'
import { doorOfStay } from '../observation/index.ts'
import { countyOf, type Db } from '../platform/db.ts'
import { getPacks } from '../platform/packs.ts'
import { among } from './door.queries.ts'
import type { Feed, Pick } from './feed.ts'

const moment = (column: string) => sql`to_char(${sql.raw(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

// Two conditions, each with its index, where one over both columns would read every stay.
const behind = (pick: Pick) => sql`(${among('o.dwelling', pick)} or (o.dwelling is null and ${among('p.dwelling', pick)}))`

interface Who {
  name: string
  sex: 'male' | 'female' | null
  born: Day | null
  cipher: string | null
}

/** Stays ordered or running, and those that ended a short while ago. */
export const episodeFeed: Feed<'episode'> = {
  kind: 'episode',
  subjects: ['observation', 'observation_end'],
  needs: 'observation.record-reading',
  async list({ db, today, fields }, pick) {
    const asked = pick.by === 'dwelling' ? behind(pick) : sql`(${among('o.id', pick)} or ${among('n.id', pick)})`
    const { rows } = await sql<Episode & { door: Id | null } & Who>`
      select o.id, o.person, o.community, o.dwelling, o.kind, o.number, o.issuer, ${moment('o.decided_at')} as decided_at, o.day_zero,
        o.phases, o.last_day, ${moment('n.at')} as ended_at, o.rule, ${doorOfStay} as door, p.name, p.sex, p.born, p.phone_cipher as cipher
      from observation o join person p on p.county = ${countyOf(db)} and p.id = o.person
        left join observation_end n on n.county = ${countyOf(db)} and n.observation = o.id
      where o.county = ${countyOf(db)} and ${asked} and o.last_day >= ${addDays(today, -keptDays.episode)}
        and (n.at is null or n.at >= ${addDays(today, -keptDays.episode)}::date)
      order by door, o.id`.execute(db)
    return rows.map(({ door, name, sex, born, cipher, ...row }) => {
      const who = { name, sex, born, phone: cipher === null ? null : fields.open('phone', cipher) }
      return { dwelling: door, row: { ...row, who } }
    })
  },
  // The end of a stay changes the stay; a destroyed one is known by its id alone.
  async rowsOf({ db }, changed) {
    const { rows } = await sql<{ id: Id; observation: Id }>`select id, observation from observation_end
      where county = ${countyOf(db)} and id = any(${changed as Id[]}::uuid[])`.execute(db)
    const ended = new Map(rows.map(({ id, observation }) => [id, observation]))
    return [...new Set(changed.map((id) => ended.get(id) ?? id))]
  },
}

/** The readings of those stays, all of them: the worst of a half day decides. */
export const readingFeed: Feed<'reading'> = {
  kind: 'reading',
  subjects: ['reading'],
  needs: 'observation.record-reading',
  async list({ db, today }, pick) {
    const { rows } = await sql<Omit<Reading, 'temperature'> & { temperature: string | null; door: Id | null }>`
      select r.id, r.observation, ${moment('r.taken_at')} as taken_at, r.day, r.half, r.temperature::text as temperature, r.symptoms,
        r.measured_by, r.not_measured, r.note, coalesce(a.name, '') as by, ${moment('r.recorded_at')} as recorded_at,
        ${doorOfStay} as door
      from reading r join observation o on o.county = ${countyOf(db)} and o.id = r.observation
        join person p on p.county = ${countyOf(db)} and p.id = o.person
        left join observation_end n on n.county = ${countyOf(db)} and n.observation = o.id
        left join account a on a.id = r.by_account
      where r.county = ${countyOf(db)} and ${pick.by === 'dwelling' ? behind(pick) : among('r.id', pick)}
        and o.last_day >= ${addDays(today, -keptDays.episode)} and (n.at is null or n.at >= ${addDays(today, -keptDays.episode)}::date)
      order by door, r.taken_at`.execute(db)
    return rows.map(({ door, temperature, ...row }) => ({
      dwelling: door,
      row: { ...row, temperature: temperature === null ? null : Number(temperature) },
    }))
  },
}

/** What doctors decided about those readings. */
export const answerFeed: Feed<'answer'> = {
  kind: 'answer',
  subjects: ['alert_answer'],
  needs: 'observation.record-reading',
  async list({ db, today }, pick) {
    const { rows } = await sql<AlertAnswer & { door: Id | null }>`
      select w.id, w.reading, w.outcome, w.note, coalesce(a.name, '') as by, ${moment('w.at')} as at, ${doorOfStay} as door
      from alert_answer w join reading r on r.county = ${countyOf(db)} and r.id = w.reading
        join observation o on o.county = ${countyOf(db)} and o.id = r.observation
        join person p on p.county = ${countyOf(db)} and p.id = o.person
        left join observation_end n on n.county = ${countyOf(db)} and n.observation = o.id
        left join account a on a.id = w.by_account
      where w.county = ${countyOf(db)} and ${pick.by === 'dwelling' ? behind(pick) : among('w.id', pick)}
        and o.last_day >= ${addDays(today, -keptDays.episode)} and (n.at is null or n.at >= ${addDays(today, -keptDays.episode)}::date)
      order by door, w.at`.execute(db)
    return rows.map(({ door, ...row }) => ({ dwelling: door, row }))
  },
}

/** The colour that counts for a key person, with the rhythm of contact that the rules ask; of nobody whose colour is unknown. */
export const colourFeed: Feed<'colour'> = {
  kind: 'colour',
  subjects: ['health_fact', 'colour_decision'],
  needs: 'health.tier-list',
  rowsOf: ({ db }, changed) => listPeopleOf(db, changed),
  async list({ db, community, today }, pick) {
    const among = pick.by === 'id' ? { people: await listPeopleOf(db, pick.ids) } : { doors: pick.ids }
    const gradeOf = gradesBy(getPacks(), today)
    const rows = await listKnown(db, { community, today, bornUntil: birthdaysOf('elder', today).until, among })
    return rows.flatMap((row) => {
      const { colour, every_days: everyDays } = gradeOf(row)
      return row.dwelling === null || colour === null
        ? []
        : [{ dwelling: row.dwelling, row: { id: row.person, colour, everyDays } }]
    })
  },
}

async function listPeopleOf(db: Db, ids: readonly Id[]): Promise<Id[]> {
  const { rows } = await sql<{ person: Id }>`
    select person from health_fact where county = ${countyOf(db)} and id = any(${ids as Id[]}::uuid[])
    union select person from colour_decision where county = ${countyOf(db)} and id = any(${ids as Id[]}::uuid[])`.execute(db)
  return rows.map(({ person }) => person)
}
