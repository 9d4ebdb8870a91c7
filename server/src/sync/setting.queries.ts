import { rhythmOf } from '@wangdi/domain/rounds/due.rules.ts'
import type { CommunityCode, Day, Id } from '@wangdi/domain/schema.ts'
import type { Colleague, HeldSetting } from '@wangdi/domain/sync/sync.ts'
import { sql } from 'kysely'
import { namesEstates } from '../places/index.ts'
import { countyOf, type Db } from '../platform/db.ts'
import type { FieldCipher } from '../platform/secrets/fields.ts'
import { openDutyPhone } from '../staff/index.ts'

/** What a phone knows beside its doors, but for what is open or closed. */
export async function readSetting(
  db: Db,
  fields: FieldCipher,
  community: CommunityCode,
  account: Id | undefined,
  day: Day,
): Promise<Omit<HeldSetting, 'closed'>> {
  const [place, county, grids, colleagues] = [
    await sql<{ name: string }>`select name from place where code = ${community} and valid_to is null`.execute(db),
    await sql<{ demo: boolean; settings: unknown }>`select demo, settings from county where place = ${countyOf(db)}`.execute(db),
    await sql<{ id: Id; name: string }>`select g.id, g.name from grid g
      where g.county = ${countyOf(db)} and g.community = ${community} and g.valid_from <= ${day}
        and (g.valid_to is null or g.valid_to > ${day}) ${account ? ofAccount(db, account, day) : sql``} order by g.ordinal, g.name`.execute(
      db,
    ),
    await sql<Colleague>`select a.id as account, a.name, a.role, a.place, a.phone_cipher as phone from account a
      where a.active and ((a.place = ${community} and a.role in ('community-doctor', 'community-director', 'community-worker'))
        or (a.place = ${countyOf(db)} and a.role = 'county-health')) order by a.role, a.name limit 30`.execute(db),
  ]
  const rhythm = rhythmOf(county.rows[0]?.settings)
  return {
    community,
    communityName: place.rows[0]?.name ?? community,
    demo: county.rows[0]?.demo ?? false,
    grids: grids.rows,
    namesEstates: await namesEstates(db, community),
    colleagues: colleagues.rows.map(({ phone, ...row }) => ({ ...row, phone: openDutyPhone(fields, phone) })),
    rhythm: { groups: { ...rhythm.groups } as Record<string, number>, colours: { ...rhythm.colours } as Record<string, number> },
  }
}

const ofAccount = (
  db: Db,
  account: Id,
  day: Day,
) => sql`and exists (select 1 from grid_duty t where t.county = ${countyOf(db)} and t.grid = g.id
  and t.account = ${account} and t.valid_from <= ${day} and (t.valid_to is null or t.valid_to > ${day}))`
