import { doorText } from '@wangdi/domain/places/door-plate.ts'
import { findDoors } from '@wangdi/domain/places/doors.api.ts'
import { ofCommunity, serve } from '../../platform/serve.ts'
import { type DoorsAmong, listDoorsOf, listDoorsSought, listNamedDoors } from './doors-sought.queries.ts'

const usualSize = 50

/** The verb that finds a door among many. */
export const doorRoutes = [
  serve(findDoors, {
    about: ofCommunity,
    run: async ({ db, input, reach, actor, today }) => {
      const among: DoorsAmong = {
        place: input.community,
        ...(input.building ? { building: input.building } : {}),
        ...(input.estate ? { estate: input.estate } : {}),
        ...(input.group ? { group: input.group } : {}),
        ...(reach === 'grid' ? { gridsOf: { account: actor.account, day: today } } : {}),
      }
      const found = input.text ? await listDoorsSought(db, among, input.text) : await listDoorsOf(db, among)
      const size = input.size ?? usualSize
      const shown = found.slice((input.page ?? 0) * size, ((input.page ?? 0) + 1) * size)
      const rows = await listNamedDoors(db, shown)
      return { rows: rows.map((row) => ({ ...row, door: doorText(row.door) })), total: found.length }
    },
  }),
]
