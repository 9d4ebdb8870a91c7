import { readOffice, saveOffice } from '@wangdi/domain/observation/notice/notice.api.ts'
import { countyOf } from '@wangdi/domain/place-code.ts'
import { serve } from '../../platform/serve.ts'
import { findOffice, saveOffice as keepOffice } from './office.queries.ts'

/** What notices say of the office that gives them. */
export const officeVerbs = [
  serve(readOffice, {
    run: async ({ db, input }) => {
      const { office, usual } = await findOffice(db, countyOf(input.place))
      return { office, usual: { ...usual, phone: '' } }
    },
  }),

  serve(saveOffice, {
    run: async ({ db, input, note }) => {
      const place = countyOf(input.place)
      await keepOffice(db, place, input.office)
      note({ county: place })
      return { place }
    },
  }),
]
