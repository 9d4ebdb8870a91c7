import type { Day } from '../../schema.ts'
import { whyNotLifeDay } from '../plain/life-days.rules.ts'
import { plainName } from '../name.ts'
import type { Door } from './address.ts'
import { cut, knownText, sexIn } from './cells.ts'
import { type DayGround, readBirthday, type ReadDay, readDay } from './dates.ts'
import type { ReadDocument } from './documents.ts'
import type { DwellingUse, Entry, RejectionCode, Warn } from './entry.ts'
import { type Columns, doseDays, rosterFields, type RosterKind } from './fields.ts'
import { marksSaid } from './marks.ts'
import { arrivalIn } from './said/arrivals.ts'
import { doseDayIn } from './said/doses.ts'
import { elderIn, illnessIn } from './said/elders.ts'
import type { ReadName } from './said/names.ts'
import { bounded, phoneIn, type Reading } from './said/reading.ts'

const longestName = 60
const birthField = '出生日期'

/** What stands in the cell of the name as one line, empty when it holds nothing: also words that are no name. */
export const nameIn = (read: Reading): string => cut(plainName(knownText(read('name'))), longestName)

/** The use of the dwelling that a row tells. */
export function useIn(read: Reading): DwellingUse {
  const text = knownText(read('use'))
  if (text === '') return 'unknown'
  const found = uses.find(([, spelling]) => spelling.test(text))
  return found === undefined ? 'unknown' : found[0]
}

// 未出租, 不出租, 无租户, 非自住, 非空置 tell what a dwelling is not, and nothing else; so do 未知 and 待租.
const not = '(?<!(?:[未不无非没待曾原退停]|不是|没有|尚未|不再)(?:出|已|为|是|有)?)'
const uses: readonly (readonly [DwellingUse, RegExp])[] = [
  ['vacant', /(?<![非不未没无]|不是|并非)(?:空置|空房|空户|空关|闲置)|(?<![不非])无人|未(?:入住|有人)|没人|^空$/],
  ['rented', new RegExp(`${not}租`)],
  ['own', new RegExp(`${not}(?:自住|自有|自用|自家|业主)`)],
  ['dormitory', new RegExp(`${not}(?:宿舍|集体)`)],
]

function residenceIn(read: Reading): Entry['residence'] {
  const text = knownText(read('registration'))
  if (/^(本地|本村|本社区|本市|本县|本区|户籍|常住|在册|本辖区)/.test(text)) return 'local'
  return /^(外地|外来|外省|外市|外县|流动|非本地|非户籍|租住)/.test(text) ? 'elsewhere' : 'unknown'
}

/** A row's days that decide whether it can be taken, by what they are called on the sheet. */
export function readDays(
  kind: RosterKind,
  columns: Columns,
  read: Reading,
  document: ReadDocument,
  ground: DayGround,
): readonly (readonly [string, ReadDay])[] {
  const days: (readonly [string, ReadDay])[] = []
  if (!('birth' in document && document.birth) && columns.birth !== undefined)
    days.push([birthField, readBirthday(read('birth'), ground)])
  if (kind === 'arrivals') days.push(['返回日期', readDay(read('arrivedOn'), ground) ?? { unreadable: '' }])
  if (kind === 'elders') for (const field of doseDays) days.push([doseField(field), doseDayIn(read(field), ground)])
  return days
}

const doseField = (field: (typeof doseDays)[number]) => (field === 'lastDoseOn' ? '接种日期' : rosterFields[field].zh)
const doseFields: readonly string[] = doseDays.map(doseField)

/** Why the days of a row keep it out: the first that cannot be read, then the first that cannot be a day of this life. */
export function whyNotDays(
  days: readonly (readonly [string, ReadDay])[],
  document: ReadDocument,
  today: Day,
): { code: RejectionCode; text: string } | undefined {
  for (const [field, read] of days) {
    if (read === undefined || !('unreadable' in read)) continue
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

/** What was found of a row before its entry is made. */
export interface GoodRow {
  readonly row: number
  readonly named: Extract<ReadName, { is: 'name' }>
  readonly document: ReadDocument
  readonly days: readonly (readonly [string, ReadDay])[]
  readonly door: Door | undefined
  /** The address where it names no door. */
  readonly doorText: string | undefined
  readonly columns: Columns
}

/** Makes the entry of a row whose name, document and days are good; the document's birth and sex win over the sheet's. */
export function readEntry(kind: RosterKind, good: GoodRow, read: Reading, warn: Warn): Entry {
  const { row, named, document, days, door, doorText, columns } = good
  const fromNumber = 'kind' in document ? document : { kind: 'none' as const }
  if (fromNumber.doubt !== undefined) warn('document.doubtful', fromNumber.doubt)
  if (named.aside !== undefined) warn('name.aside', `姓名后面写着“${named.aside}”，没有收进姓名`)
  if (named.maybeTwo !== undefined) warn('name.maybe-two', '姓名像是两个人写在一起，先按一个人收，请核对')
  for (const [field, read] of days)
    if (read && 'unclear' in read)
      warn(field === birthField ? 'birth.unclear' : 'doses.unclear', `${field}“${read.unclear}”看不出是哪一天，先不收，请核对`)
  const dayOf = (field: string) => days.flatMap(([name, read]) => (name === field && read && 'day' in read ? [read.day] : []))[0]
  const said = sexIn(read('sex'))
  if (said && fromNumber.sex && said !== fromNumber.sex) warn('sex.contradicts', '性别和身份证号对不上，先按身份证号收，请核对')
  const sex = fromNumber.sex ?? said
  const birth = fromNumber.birth ?? dayOf(birthField)
  const arrivedOn = dayOf('返回日期')
  const phone = phoneIn(read('phone'), '电话', warn) ?? named.phone ?? emergencyIn(read, warn)
  const illness = illnessIn(columns, read, warn)
  const marks = marksSaid(read('marks'), warn)
  const relation = cut(knownText(read('relation')), 20)
  return {
    row,
    name: named.name,
    documentKind: fromNumber.kind,
    use: useIn(read),
    relation: relation === '' ? (named.relation ?? '') : relation,
    residence: residenceIn(read),
    marks: marks.words,
    illness: illness.items,
    open: [...illness.open, ...marks.open],
    remark: bounded(read('remark'), '备注', warn),
    ...(fromNumber.number === undefined ? {} : { documentNumber: fromNumber.number }),
    ...(sex === undefined ? {} : { sex }),
    ...(birth === undefined ? {} : { birth }),
    ...(phone === undefined ? {} : { phone }),
    ...(door === undefined ? {} : { door }),
    ...(door !== undefined || doorText === undefined ? {} : { doorText }),
    ...(kind === 'elders' ? { elder: elderIn(read, illness, latestDose(days), warn) } : {}),
    ...(kind === 'arrivals' && arrivedOn ? { arrival: arrivalIn(read, arrivedOn, warn) } : {}),
  }
}

// Whoever has no number of their own is reached by that of the next of kin; the clerk is told whose it is.
function emergencyIn(read: Reading, warn: Warn): string | undefined {
  const phone = phoneIn(read('emergencyPhone'), '紧急联系人电话', warn)
  if (phone !== undefined) warn('phone.emergency', '没有本人电话，先记紧急联系人的电话')
  return phone
}

const latestDose = (days: GoodRow['days']): Day | undefined =>
  days
    .flatMap(([field, read]) => (doseFields.includes(field) && read && 'day' in read ? [read.day] : []))
    .sort()
    .at(-1)
