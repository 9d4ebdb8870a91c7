import { reachOf } from '@wangdi/domain/access/access.ts'
import { phoneKinds } from '@wangdi/domain/sync/phone-kinds.ts'
import { openOnPhone } from '../kinds/index.ts'
import type { Feed } from './feed.ts'

/** Requests of the kinds that phones carry, as far as the role sees them; whoever goes by grids holds those of their doors alone. */
export const askedFeed: Feed<'asked'> = {
  kind: 'asked',
  subjects: ['kind_request'],
  stays: true,
  async list({ db, community, role, fields }, pick) {
    const rows = await Promise.all(
      [true, false].map((isArea) => {
        const kinds = phoneKinds.filter(({ name, health }) => {
          const reach = reachOf(`${name}.see`, role)
          return !health && (isArea ? reach === 'area' : reach === 'grid')
        })
        return kinds.length === 0 ? [] : openOnPhone(db, fields, community, kinds, { ...pick, everywhere: isArea })
      }),
    )
    return rows.flat().map((row) => ({ dwelling: row.dwelling, row }))
  },
}
