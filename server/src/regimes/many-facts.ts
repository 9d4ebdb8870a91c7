import { countyOf } from '@wangdi/domain/place-code.ts'
import { inForceAt } from '@wangdi/domain/regimes/regimes.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Facts } from '@wangdi/policy/vocabulary.ts'
import type { Db } from '../platform/db.ts'
import { factsIn, placesAsked } from './facts.ts'
import { listFactsOn, listLevelsOn } from './level.queries.ts'
import { listAbove } from './response.queries.ts'

/** The facts of many communities on a day, as `factsOf` gives those of one: levels and statements of all are asked at once. */
export async function factsOfMany(db: Db, places: readonly PlaceCode[], day: Day): Promise<Map<PlaceCode, Facts>> {
  const asked = [...new Set(places.flatMap(placesAsked))]
  if (asked.length === 0) return new Map()
  const levels = Map.groupBy(await listLevelsOn(db, asked, day), ({ place }) => place)
  const stated = Map.groupBy(await listFactsOn(db, asked, day), ({ place }) => place)
  const above = new Map<PlaceCode, Awaited<ReturnType<typeof listAbove>>>()
  for (const county of new Set(places.map(countyOf))) above.set(county, await listAbove(db, county, day))
  return new Map(
    places.map((place) => {
      const widestFirst = placesAsked(place)
      const recorded = {
        inForce: inForceAt(above.get(countyOf(place)) ?? [], place, day),
        levels: new Map(widestFirst.flatMap((code) => levels.get(code) ?? []).map((level) => [level.fact, level])),
        stated: new Map(widestFirst.flatMap((code) => stated.get(code) ?? []).map((fact) => [fact.name, fact])),
      }
      return [place, factsIn(recorded, place)]
    }),
  )
}
