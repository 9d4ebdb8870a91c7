import { daysBetween } from '../../../day.ts'
import type { Cell } from '../../../sheet.ts'
import { halfWidth } from '../../../text/half-width.ts'
import { whyNotIdentityNumber } from '../../identity-number.ts'
import { isPhone, plainPhone } from '../../phone.ts'
import { plainDocument } from '../../plain/document-number.ts'
import { doorIn } from '../address.ts'
import { textOf } from '../cells.ts'
import { type DayGround, readBirthday } from '../dates.ts'
import type { RosterField, RosterKind } from '../fields.ts'
import { readName } from '../said/names.ts'
import { isSurname } from '../said/surnames.ts'

/** A field that a cell may hold, by what stands in it alone. */
export interface KindOfCell {
  readonly field: RosterField
  readonly fits: (cell: Cell) => boolean
}

const shown = (cell: Cell) => halfWidth(textOf(cell)).replace(/\s+/g, '')
const matching = (spelling: RegExp) => (cell: Cell) => spelling.test(shown(cell))

const isName = (cell: Cell) => {
  const text = shown(cell)
  if (!/^\p{Script=Han}{2,4}$/u.test(text) && !/^\p{Script=Han}{2,}·\p{Script=Han}+/u.test(text)) return false
  return (isSurname(text) || text.includes('·')) && readName(cell).is === 'name'
}

function dayIn(cell: Cell, ground: DayGround): string | undefined {
  if (typeof cell === 'number' && (cell < 1000 || cell > 60_000) && !/^(19|20)[0-9]{6}$/.test(String(cell))) return undefined
  const read = readBirthday(cell, ground)
  return read && 'day' in read ? read.day : undefined
}

// Days of the last weeks are arrivals, days since vaccines are there are doses, older ones birthdays.
const isDayOf = (ground: DayGround, from: number, to: number) => (cell: Cell) => {
  const day = dayIn(cell, ground)
  const ago = day === undefined ? Number.NaN : daysBetween(day, ground.today)
  return ago >= from && ago <= to
}

/** What cells of a roster of a kind can be known by, the most telling first; `dose` is how many days ago vaccination began. */
export function kindsOfCells(kind: RosterKind, ground: DayGround): readonly KindOfCell[] {
  const dose = daysBetween('2020-12-15', ground.today)
  const days: readonly KindOfCell[] =
    kind === 'arrivals'
      ? [{ field: 'arrivedOn', fits: isDayOf(ground, -3, 90) }]
      : kind === 'elders'
        ? [{ field: 'lastDoseOn', fits: isDayOf(ground, 0, dose) }]
        : []
  return [
    { field: 'documentNumber', fits: (cell) => whyNotIdentityNumber(plainDocument(textOf(cell))) === undefined },
    { field: 'phone', fits: (cell) => /^\+?[0-9-]{7,16}$/.test(shown(cell)) && isPhone(plainPhone(textOf(cell))) },
    { field: 'sex', fits: matching(/^(男|女)性?$/) },
    { field: 'documentKind', fits: matching(/^(居民)?身份证$|护照$|通行证$|居住证$|户口[本簿]$/) },
    {
      field: 'relation',
      fits: matching(/^(户主|本人|配偶|妻|夫|子|女|长子|次子|长女|次女|儿子|女儿|父亲?|母亲?|孙子?|孙女|儿媳|女婿|其他)$/),
    },
    ...days,
    { field: 'birth', fits: isDayOf(ground, kind === 'elders' ? dose : 0, 130 * 366) },
    {
      field: 'address',
      fits: (cell) => /[0-9]/.test(shown(cell)) && shown(cell).length > 4 && doorIn(textOf(cell)) !== undefined,
    },
    { field: 'building', fits: matching(/^([0-9]{1,3}|[一二三四五六七八九十]{1,3}|[A-Z])(号楼|栋|幢|座|#)$/i) },
    { field: 'unit', fits: matching(/^([0-9]{1,2}|[一二三四五六七八九十]{1,2})单元$/) },
    { field: 'room', fits: matching(/^[0-9]{3,4}(室|号|户)?$/) },
    { field: 'name', fits: isName },
    { field: 'age', fits: (cell) => /^[0-9]{1,3}岁?$/.test(shown(cell)) && Number.parseInt(shown(cell), 10) <= 120 },
  ]
}
