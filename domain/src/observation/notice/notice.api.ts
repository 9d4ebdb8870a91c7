import Type from 'typebox'
import { command, query } from '../../endpoint.ts'
import { Id, Maybe, PlaceCode } from '../../schema.ts'
import { Office } from './office.ts'
import { Sheet } from './sheet.ts'

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

/** The notices of these people as they are printed, by community and door, one sheet a person. POST: ids of many do not fit an address. */
export const readNotices = query({
  name: 'observation.notices',
  at: 'POST /observation/notices',
  words: { zh: '打印告知书、解除通知书', en: 'Print notices of observation and of release' },
  health: true,
  needs: 'observation',
  input: Type.Object({ place: PlaceCode, observations: Type.Array(Id, { minItems: 1, maxItems: 200 }) }),
  reply: Type.Object({ sheets: Type.Array(Sheet) }),
})
