import { compareFacilities, type FacilityPart } from '@wangdi/domain/rounds/facilities/facilities.api.ts'
import { type Served, serve } from '../../platform/serve.ts'
import { placeNames } from '../../kinds/index.ts'
import { compareAll, type Compared } from './compare.ts'

const isOf: Readonly<Record<FacilityPart, (one: Compared) => boolean>> = {
  differs: ({ standing }) => standing === 'differs',
  'kept-shut': ({ standing }) => standing === 'kept-shut',
  beyond: ({ beyond }) => beyond !== null,
  undecided: ({ standing }) => standing === 'undecided',
}

function rowOf({ held, asked, standing, beyond }: Compared, names: ReadonlyMap<string, string> | undefined) {
  const { id, title, community, kind, own, own_since, basis } = held
  return {
    ...{ id, title, community, kind, own, own_since, basis, standing, beyond },
    place_name: names ? (names.get(community) ?? community) : null,
    proposed: asked?.proposed ?? null,
    rules: [...(asked?.rules ?? [])],
  }
}

const comparing = serve(compareFacilities, {
  run: async ({ db, input, today }) => {
    const { place, part, page = 0, size = 50 } = input
    const all = await compareAll(db, place, today)
    const counts = {
      differs: all.filter(isOf.differs).length,
      'kept-shut': all.filter(isOf['kept-shut']).length,
      beyond: all.filter(isOf.beyond).length,
      undecided: all.filter(isOf.undecided).length,
    }
    const shown = part === undefined ? all : all.filter(isOf[part])
    const rows = shown.slice(page * size, (page + 1) * size)
    const names =
      place.length === 12
        ? undefined
        : await placeNames(
            db,
            rows.map(({ held }) => held.community),
          )
    return { total: shown.length, counts, rows: rows.map((row) => rowOf(row, names)) }
  },
})

/** The verbs of facilities beside those of their register. */
export const facilityRoutes: readonly Served[] = [comparing]
