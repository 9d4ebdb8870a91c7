import { addDays, shanghaiInstant } from '@wangdi/domain/day.ts'
import { countyOf } from '@wangdi/domain/place-code.ts'
import type { ProgressName } from '@wangdi/domain/plan/progress/progress.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { countCommunity, keepProgress } from '../plan/index.ts'
import { type Db, inTransaction } from '../platform/db.ts'

const shownDays = 14
// Figures that records tell of a past day as of today; the others say what is known now.
const told: readonly ProgressName[] = ['visits.survey', 'observation.readings', 'visits.elders', 'staff.duties']

/** Counts the days before today of the demo's communities from their records, so that boards have a line from the first day on. */
export async function keepHistory(owner: Db, communities: readonly PlaceCode[], today: Day): Promise<void> {
  for (const [county, own] of Map.groupBy(communities, countyOf))
    for (let day = addDays(today, 1 - shownDays); day < today; day = addDays(day, 1)) {
      const evening = new Date(shanghaiInstant(day, '20:30'))
      await inTransaction(owner, { county, area: county, place: county, health: true }, async (db) => {
        const counted = []
        for (const place of own) {
          const figures = await countCommunity(db, place, day, evening)
          counted.push({
            place,
            figures: Object.fromEntries(told.flatMap((name) => (figures[name] ? [[name, figures[name]]] : []))),
          })
        }
        await keepProgress(db, county, day, evening, counted)
      })
    }
}
