import { addDays } from '@wangdi/domain/day.ts'
import { arrivalDays, callsInVain } from '@wangdi/domain/people/arrival/arrival.rules.ts'
import type { HeldArrival } from '@wangdi/domain/sync/sync.ts'
import { sql } from 'kysely'
import { doorOfArrival } from '../people/index.ts'
import { countyOf } from '../platform/db.ts'
import { among } from './door.queries.ts'
import type { Feed } from './feed.ts'

/** Who came and was called in vain more than once, until somebody checked where they came from: met at the door where they stay. */
export const arrivalFeed: Feed<'arrival'> = {
  kind: 'arrival',
  subjects: ['arrival'],
  needs: 'people.list-arrivals',
  async list({ db, community, today, fields }, pick) {
    const asked = pick.by === 'id' ? among('a.id', pick) : sql`${doorOfArrival} = any(${[...pick.ids]}::uuid[])`
    const { rows } = await sql<Omit<HeldArrival, 'phone'> & { cipher: string | null }>`
      select a.id, ${doorOfArrival} as dwelling, a.person, p.name, p.phone_cipher as cipher, a.origin, a.arrived_on, a.unanswered
      from arrival a join person p on p.county = ${countyOf(db)} and p.id = a.person
      where a.county = ${countyOf(db)} and a.community = ${community} and a.state = 'arrived' and a.unanswered >= ${callsInVain}
        and a.origin_confirmed_by is null and a.arrived_on >= ${addDays(today, -arrivalDays)} and ${doorOfArrival} is not null and ${asked}
      order by dwelling, a.id`.execute(db)
    return rows.map(({ cipher, ...row }) => ({
      dwelling: row.dwelling,
      row: { ...row, phone: cipher === null ? null : fields.open('phone', cipher) },
    }))
  },
}
