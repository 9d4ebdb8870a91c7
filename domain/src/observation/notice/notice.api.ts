import Type from 'typebox'
import { command, query } from '../../endpoint.ts'
import { Maybe, PlaceCode } from '../../schema.ts'
import { Office } from './office.ts'

/** What the county says on its notices; absent lines are those that stand there until it writes its own. */
export const readOffice = query({
  name: 'observation.office',
  at: 'GET /observation/office',
  words: { zh: '看告知书上的机关和条文', en: 'See what notices say of the office' },
  input: Type.Object({ place: PlaceCode }),
  reply: Type.Object({ office: Maybe(Office), usual: Type.Object({ ...Office.properties, phone: Type.String() }) }),
})

/** Writes what the county says on its notices; orders that were given keep what they said. */
export const saveOffice = command({
  name: 'observation.save-office',
  at: 'POST /observation/office',
  words: { zh: '填告知书上的机关和条文', en: 'Write what notices say of the office' },
  input: Type.Object({ place: PlaceCode, office: Office }),
  reply: Type.Object({ place: PlaceCode }),
})
