import { countyOf } from '@wangdi/domain/place-code.ts'
import { endUnit, listUnits, saveUnit } from '@wangdi/domain/places/units/unit.api.ts'
import { problems } from '@wangdi/domain/problem.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import type { Db } from '../../platform/db.ts'
import { type Served, serve } from '../../platform/serve.ts'
import { endUnitRow, findUnitPlace, keepUnit, listUnitsOf } from './unit.queries.ts'

const getPlace = async (db: Db, id: Id) => {
  const place = await findUnitPlace(db, id)
  if (!place) throw problems.notFound({})
  return place
}

/** The register of firms, schools and other crowded units. */
export const unitRoutes: readonly Served[] = [
  serve(listUnits, {
    run: ({ db, fields, input: { page = 0, size = 50, ...asked }, today }) =>
      listUnitsOf(db, fields, { ...asked, today, page, size }),
  }),
  serve(saveUnit, {
    about: async (db, { id, community, version }) => {
      if (version !== undefined && (await getPlace(db, id)) !== community) throw problems.notFound({})
      return { place: community }
    },
    run: async ({ db, fields, input, today, note }) => {
      const { version, phone, ...said } = input
      const unit = {
        ...said,
        county: countyOf(input.community),
        name: input.name.trim(),
        phone: phone === null ? null : fields.seal('phone', phone.replace(/[\s()-]/g, '')).cipher,
      }
      note({ unit: input.id })
      return { id: input.id, version: await keepUnit(db, unit, version, today) }
    },
  }),
  serve(endUnit, {
    about: async (db, { id }) => ({ place: await getPlace(db, id) }),
    run: async ({ db, actor, input, today, note }) => {
      await endUnitRow(db, countyOf(actor.place), input.id, input.version, today)
      note({ unit: input.id })
      return { id: input.id, until: today }
    },
  }),
]
