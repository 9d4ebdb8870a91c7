import type { Cell, SheetRow } from '../../sheet.ts'
import type { Day } from '../../schema.ts'
import { whyNotLifeDay } from '../plain/life-days.rules.ts'
import { plainName } from '../name.ts'
import { isPhone, plainPhone } from '../phone.ts'
import { type Door, doorIn, doorOf } from './address.ts'
import { countOf, knownText, listIn, longestCell, sexIn, textOf, whyFaulty, yesOrNo } from './cells.ts'
import { type ReadDay, readDay } from './dates.ts'
import type { ReadDocument } from './documents.ts'
import type { DwellingUse, ElderEntry, Entry, RejectionCode, WarningCode } from './entry.ts'
import type { Columns, RosterField, RosterKind } from './fields.ts'

/** The cells of one row by what they mean. */
export type Reading = (field: RosterField) => Cell

/** Reads cells of a row by field; a field without a column is empty. */
export const readingOf =
  (columns: Columns, row: SheetRow): Reading =>
  (field) => {
    const column = columns[field]
    return column === undefined ? undefined : row.cells[column]
  }

const longestName = 60
const birthField = '出生日期'

/** The name of a row in its plain form, empty when the cell holds none. */
export const nameIn = (read: Reading): string => plainName(knownText(read('name'))).slice(0, longestName)

/** The door of a row from its separate cells, or from an address in one cell; undefined when it names none. */
export function doorOfRow(read: Reading): Door | undefined {
  const text = (field: RosterField) => knownText(read(field))
  const parts = {
    estate: text('estate'),
    building: text('building'),
    unit: text('unit'),
    room: text('room'),
    group: text('group'),
  }
  return doorOf(parts) ?? doorIn(text('address'))
}

/** The use of the dwelling that a row tells. */
export function useIn(read: Reading): DwellingUse {
  const text = knownText(read('use'))
  if (text === '') return 'unknown'
  if (/空置|空房|空户|闲置|无人|未入住|^空$/.test(text)) return 'vacant'
  if (/租/.test(text)) return 'rented'
  if (/自住|自有|自用|自家|业主/.test(text)) return 'own'
  return /宿舍|集体/.test(text) ? 'dormitory' : 'unknown'
}

function residenceIn(read: Reading): Entry['residence'] {
  const text = knownText(read('registration'))
  if (/^(本地|本村|本社区|本市|本县|本区|户籍|常住|在册|本辖区)/.test(text)) return 'local'
  return /^(外地|外来|外省|外市|外县|流动|非本地|非户籍|租住)/.test(text) ? 'elsewhere' : 'unknown'
}

/** What is wrong with a row that stays, as it is found. */
export type Warn = (code: WarningCode, text: string) => void

const phoneText = (field: string) => `${field}不像能打通的号码，没有收这个号，请补`

function phoneIn(cell: Cell, field: string, warn: Warn): string | undefined {
  const faulty = whyFaulty(cell)
  if (faulty !== undefined) warn('phone.invalid', `${field}${faulty}`)
  const shown = knownText(cell)
  if (shown === '') return undefined
  const numbers = shown.split(/[/;；,，、\n]+/).map(plainPhone)
  const phone = numbers.find(isPhone)
  if (phone === undefined) warn('phone.invalid', phoneText(field))
  return phone
}

function bounded(cell: Cell, field: string, warn: Warn): string {
  const text = textOf(cell)
  if (text.length <= longestCell) return text
  warn('text.shortened', `${field}太长，只收了前 ${longestCell} 个字`)
  return text.slice(0, longestCell)
}

/** A row's days that decide whether it can be taken, by what they are called on the sheet. */
export function readDays(
  kind: RosterKind,
  columns: Columns,
  read: Reading,
  document: ReadDocument,
  today: Day,
): readonly (readonly [string, ReadDay])[] {
  const days: (readonly [string, ReadDay])[] = []
  if (!('birth' in document && document.birth) && columns.birth !== undefined)
    days.push([birthField, readDay(read('birth'), today)])
  if (kind === 'arrivals') days.push(['返回日期', readDay(read('arrivedOn'), today) ?? { unreadable: '' }])
  if (kind === 'elders') days.push(['接种日期', readDay(read('lastDoseOn'), today)])
  return days
}

/** Why the days of a row keep it out: the first that cannot be read, then the first that cannot be a day of this life. */
export function whyNotDays(
  days: readonly (readonly [string, ReadDay])[],
  document: ReadDocument,
  today: Day,
): { code: RejectionCode; text: string } | undefined {
  for (const [field, read] of days) {
    if (read === undefined || 'day' in read) continue
    return { code: 'date.unreadable', text: read.unreadable === '' ? `${field}没填` : `${field}看不懂（“${read.unreadable}”）` }
  }
  const told = days.flatMap(([field, read]) => (read && 'day' in read ? [{ field, day: read.day }] : []))
  const born = ('birth' in document ? document.birth : undefined) ?? told.find(({ field }) => field === birthField)?.day
  for (const { field, day } of told) {
    const fault = whyNotLifeDay(day, today, field === birthField ? undefined : born)
    if (fault === 'in-future') return { code: 'date.in-future', text: `${field}在今天以后，请核对` }
    if (fault) return { code: 'date.too-early', text: `${field}${field === birthField ? '早过 130 年' : '比出生还早'}，请核对` }
  }
  return undefined
}

function elderIn(read: Reading, lastDoseOn: Day | undefined, warn: Warn): ElderEntry {
  const stable = knownText(read('stable'))
  const ill = listIn(read('illness')).length > 0
  const emergencyPhone = phoneIn(read('emergencyPhone'), '紧急联系人电话', warn)
  const age = countOf(read('age'))
  const doses = countOf(read('doses'))
  return {
    disease: !ill ? 'none' : /不稳|未稳|否/.test(stable) ? 'unstable' : /稳|是/.test(stable) ? 'stable' : 'unknown',
    doctor: bounded(read('doctor'), '家庭医生', warn),
    ...(age === undefined ? {} : { age }),
    ...(doses === undefined ? {} : { doses }),
    ...(lastDoseOn === undefined ? {} : { lastDoseOn }),
    ...(emergencyPhone === undefined ? {} : { emergencyPhone }),
  }
}

/** What was found of a row before its entry is made. */
export interface GoodRow {
  readonly row: number
  readonly document: ReadDocument
  readonly days: readonly (readonly [string, ReadDay])[]
  readonly door: Door | undefined
}

/** Makes the entry of a row whose name, document and days are good; the document's birth and sex win over the sheet's. */
export function readEntry(kind: RosterKind, { row, document, days, door }: GoodRow, read: Reading, warn: Warn): Entry {
  const fromNumber = 'kind' in document ? document : { kind: 'none' as const }
  const dayOf = (field: string) => days.flatMap(([name, read]) => (name === field && read && 'day' in read ? [read.day] : []))[0]
  const said = sexIn(read('sex'))
  if (said && fromNumber.sex && said !== fromNumber.sex) warn('sex.contradicts', '性别和身份证号对不上，先按身份证号收，请核对')
  const sex = fromNumber.sex ?? said
  const birth = fromNumber.birth ?? dayOf(birthField)
  const phone = phoneIn(read('phone'), '电话', warn)
  const arrivedOn = dayOf('返回日期')
  const companions = countOf(read('companions'))
  const passedRisk = yesOrNo(read('passedRisk'))
  return {
    row,
    name: nameIn(read),
    documentKind: fromNumber.kind,
    use: useIn(read),
    relation: knownText(read('relation')).slice(0, 20),
    residence: residenceIn(read),
    marks: listIn(read('marks')),
    illness: listIn(read('illness')),
    remark: bounded(read('remark'), '备注', warn),
    ...(fromNumber.number === undefined ? {} : { documentNumber: fromNumber.number }),
    ...(sex === undefined ? {} : { sex }),
    ...(birth === undefined ? {} : { birth }),
    ...(phone === undefined ? {} : { phone }),
    ...(door === undefined ? {} : { door }),
    ...(kind === 'elders' ? { elder: elderIn(read, dayOf('接种日期'), warn) } : {}),
    ...(kind === 'arrivals' && arrivedOn
      ? {
          arrival: {
            origin: bounded(read('origin'), '来源地', warn),
            arrivedOn,
            transport: bounded(read('transport'), '交通方式', warn),
            ...(companions === undefined ? {} : { companions }),
            ...(passedRisk === undefined ? {} : { passedRisk }),
          },
        }
      : {}),
  }
}
