import type { Cell, SheetRow } from '../../sheet.ts'
import type { Day, PlaceCode } from '../../schema.ts'
import { comparableName } from '../name.ts'
import { type Door, doorKey } from './address.ts'
import { isBlank, knownText, textOf, whyFaulty } from './cells.ts'
import { readDocument } from './documents.ts'
import { nameIn, readDays, readEntry, useIn, whyNotDays } from './entries.ts'
import type { DocumentKind, Dwelling, Entry, NotPersonCode, RejectionCode, RowNote, Verdict, Warn, WarningCode } from './entry.ts'
import type { Columns, RosterKind } from './fields.ts'
import { fieldNamed } from './heads.ts'
import { doorSaid, hasNoDoorCells } from './home/doors.ts'
import { type Household, householdIn, isHead, isOtherHousehold, isSameHousehold } from './home/households.ts'
import { readName } from './said/names.ts'
import { type Reading, readingOf } from './said/reading.ts'

/** What a judgement stands on: the day it is made, the community that the roster is of, and what holds for all rows of the sheet. */
export interface JudgingGround {
  readonly today: Day
  readonly place: PlaceCode
  /** Numbers that stand for days count from 1904. */
  readonly from1904?: boolean
  /** The kind of document that the head of the numbers names. */
  readonly documents?: DocumentKind | undefined
}

/** Rows that look like the same person although one of them has no document number: accepted, and to be settled. */
export interface Doubt {
  readonly row: number
  readonly like: readonly number[]
}

/** Judges rows one after the other, in the order of the sheet; memory grows with the people, not with the file. */
export interface Judging {
  /** What becomes of a line; undefined where nothing stands in it: such a line is no row. */
  take(row: SheetRow): Verdict | undefined
  /** Look-alikes among all rows taken so far. */
  doubts(): readonly Doubt[]
}

const mostLookAlikes = 5
const total = /^(合计|总计|小计|共计|总数|累计|总人数)/
const footer = /^(填表|制表|审核|负责|经办|填报|联系|备注|说明|注)[^:：]{0,6}[:：]/
const headcount = /^共?\s*[0-9０-９]+\s*[人户名]?$/

/** Begins to judge a roster whose heads are known. Row codes and their order follow the command line's import rules. */
export function startJudging(kind: RosterKind, columns: Columns, ground: JudgingGround): Judging {
  const rowByNumber = new Map<string, { row: number; door: Door | undefined; arrivedOn: Day | undefined }>()
  const byName = new Map<string, Entry[]>()
  const unnumbered: Entry[] = []
  // The door of the line above: members below a head of household often leave it blank. A gap, a new head or another household ends it.
  let above: (Dwelling & Household) | undefined
  let hasDoorAbove = false
  let lastRow = 0

  const stand = (dwelling: Dwelling, read: Reading) => {
    above = { ...dwelling, ...householdIn(read) }
    hasDoorAbove = true
  }
  const leave = () => {
    above = undefined
    hasDoorAbove = false
  }
  const placed = (entry: Entry, read: Reading, warn: Warn): Entry => {
    const own = householdIn(read)
    if (entry.door) stand({ door: entry.door, use: entry.use }, read)
    else if (isHead(entry.relation) || !hasNoDoorCells(read) || (above && isOtherHousehold(above, own))) above = undefined
    if (kind !== 'residents' || entry.door !== undefined || !hasNoDoorCells(read)) return entry
    if (above && (entry.relation !== '' || isSameHousehold(above, own)))
      return { ...entry, door: above.door, use: entry.use === 'unknown' ? above.use : entry.use }
    if (hasDoorAbove) warn('door.blank', '没写门牌，看不出是不是和上面一家同住，请补门牌')
    return entry
  }

  return {
    take(row) {
      if (row.cells.every(isEmpty)) return undefined
      if (row.row !== lastRow + 1) leave()
      lastRow = row.row
      const read = readingOf(columns, row)
      const name = nameIn(read)
      const hasNumber = knownText(read('documentNumber')) !== ''
      const faulty = whyFaulty(read('name'))
      if (
        isHeadAgain(kind, name) ||
        (!hasNumber && ((name === '' && faulty === undefined) || isNoPerson(row, read, name, columns)))
      )
        return withoutPerson(row, read, name)
      const { door, unread } = doorSaid(read, columns)
      const dwelling = door && { door, use: useIn(read) }
      const refuse = (why: { code: RejectionCode; text: string }): Verdict => {
        if (dwelling) stand(dwelling, read)
        else if (isHead(knownText(read('relation'))) || unread || (above && isOtherHousehold(above, householdIn(read))))
          above = undefined
        return { is: 'rejected', row: row.row, ...why, ...(dwelling && kind === 'residents' ? { dwelling } : {}) }
      }
      if (faulty !== undefined) return refuse({ code: 'name.missing', text: `姓名${faulty}` })
      const named = readName(read('name'))
      if (named.is === 'door' && !hasNumber) return emptyDoor(row, read, dwelling && { ...dwelling, use: named.use })
      if (named.is === 'door') return refuse({ code: 'name.not-a-name', text: '姓名一格写的是房屋情况，不是名字，请补上' })
      if (named.is === 'none') return refuse({ code: named.code, text: named.text })
      const damaged = whyFaulty(read('documentNumber'))
      if (damaged !== undefined) return refuse({ code: 'identity-number.damaged', text: `证件号${damaged}` })
      const document = readDocument(read('documentNumber'), {
        kind: read('documentKind'),
        nationality: read('nationality'),
        column: ground.documents,
        today: ground.today,
      })
      if ('code' in document) return refuse(document)
      // One number is one person, however long the name.
      if (named.maybeTwo && !('number' in document && document.number !== undefined))
        return refuse({ code: 'name.several', text: '姓名像是两个人写在一起，请一人一行；是一个人的请补上证件号' })
      const days = readDays(kind, columns, read, document, ground)
      const why = whyNotDays(days, document, ground.today)
      if (why) return refuse(why)
      const warnings: RowNote<WarningCode>[] = []
      const warn = (code: WarningCode, text: string) => void warnings.push({ row: row.row, code, text })
      if (row.fault === 'quote') warn('text.quote', '有一个多出来的引号，请对照原表看这一行')
      if (Object.values(columns).some((column) => isDamaged(row.cells[column])))
        warn('text.damaged', '有字坏了（显示成“�”），请对照原表改')
      if (unread) warn(unread.code, unread.text)
      const good = { row: row.row, named, document, days, door, doorText: unread?.words, columns }
      const entry = placed(readEntry(kind, good, read, warn), read, warn)
      const first = entry.documentNumber === undefined ? undefined : rowByNumber.get(entry.documentNumber)
      if (first) {
        const notes: RowNote<WarningCode>[] =
          first.arrivedOn === entry.arrival?.arrivedOn
            ? []
            : [
                {
                  row: row.row,
                  code: 'arrival.other-day',
                  text: `和第 ${first.row} 行是同一个人、返回日期不同，只收了那一行，这一次请手工登记`,
                },
              ]
        return {
          is: 'duplicate',
          row: row.row,
          sameAsRow: first.row,
          entry,
          otherAddress: isOtherDoor(first.door, entry.door),
          warnings: notes,
        }
      }
      if (entry.documentNumber === undefined) unnumbered.push(entry)
      else rowByNumber.set(entry.documentNumber, { row: row.row, door: entry.door, arrivedOn: entry.arrival?.arrivedOn })
      const namesake = comparableName(entry.name)
      const namesakes = byName.get(namesake)
      if (namesakes) namesakes.push(entry)
      else byName.set(namesake, [entry])
      return { is: 'accepted', row: row.row, entry, warnings }
    },
    doubts: () => unnumbered.flatMap((entry) => doubtAbout(entry, byName.get(comparableName(entry.name)) ?? [])),
  }

  function withoutPerson(row: SheetRow, read: Reading, name: string): Verdict {
    const dwelling = dwellingIn(read, columns)
    const personal = (['phone', 'sex', 'relation', 'birth', 'arrivedOn', 'origin'] as const).some(
      (field) => !isBlank(read(field)),
    )
    if (name === '' && personal && !isTotal(row)) {
      if (dwelling) stand(dwelling, read)
      return {
        is: 'rejected',
        row: row.row,
        code: 'name.missing',
        text: '没有姓名，请补上',
        ...(dwelling && kind === 'residents' ? { dwelling } : {}),
      }
    }
    if (!dwelling || name !== '') {
      leave()
      return { is: 'not-person', row: row.row, ...notPerson(whatInstead(row, name)) }
    }
    return emptyDoor(row, read, dwelling)
  }

  function emptyDoor(row: SheetRow, read: Reading, dwelling: Dwelling | undefined): Verdict {
    if (kind !== 'residents' || !dwelling) {
      leave()
      return { is: 'not-person', row: row.row, ...notPerson(dwelling ? 'nobody' : 'vacant') }
    }
    // A merged vacant dwelling of two lines is one dwelling.
    if (above && doorKey(above.door) === doorKey(dwelling.door)) return { is: 'not-person', row: row.row, ...notPerson('vacant') }
    stand(dwelling, read)
    return { is: 'not-person', row: row.row, ...notPerson('vacant'), dwelling }
  }

  function whatInstead(row: SheetRow, name: string): NotPersonCode {
    if (isHeadAgain(kind, name)) return 'head-again'
    if (isTotal(row) || headcount.test(name)) return 'total'
    return row.cells.some((cell) => footer.test(textOf(cell))) ? 'footer' : 'nobody'
  }
}

const notPersonTexts: Readonly<Record<NotPersonCode, string>> = {
  total: '是合计',
  footer: '是表尾的说明或签字',
  'head-again': '是又印了一遍的表头',
  vacant: '只有门牌，没有人',
  nobody: '没有写人',
}
const notPerson = (code: NotPersonCode) => ({ code, text: notPersonTexts[code] })

const isEmpty = (cell: Cell) => isBlank(cell) && whyFaulty(cell) === undefined
// U+FFFD: bytes of a text file that no character has.
const isDamaged = (cell: Cell) => typeof cell === 'string' && cell.includes('\ufffd')

function dwellingIn(read: Reading, columns: Columns): Dwelling | undefined {
  const { door } = doorSaid(read, columns)
  return door && { door, use: useIn(read) }
}

const isTotal = (row: SheetRow) => row.cells.slice(0, 4).some((cell) => total.test(textOf(cell)))

// Totals, and signatures below the table.
const isNoPerson = (row: SheetRow, read: Reading, name: string, columns: Columns) =>
  isTotal(row) || footer.test(name) || (headcount.test(name) && doorSaid(read, columns).door === undefined)

// Heads are printed again on each page of some sheets.
const isHeadAgain = (kind: RosterKind, name: string) =>
  /名|name/i.test(name) && name.length < 20 && fieldNamed(kind, name) === 'name'

const isOtherDoor = (one: Door | undefined, other: Door | undefined) =>
  one !== undefined && other !== undefined && doorKey(one) !== doorKey(other)

function doubtAbout(entry: Entry, namesakes: readonly Entry[]): Doubt[] {
  const like = namesakes.filter((other) => other.row !== entry.row && mayBeSame(entry, other)).slice(0, mostLookAlikes)
  return like.length === 0 ? [] : [{ row: entry.row, like: like.map((other) => other.row) }]
}

/** Whether two records of the same name may be one person: neither sex nor day of birth speaks against it. */
export const mayBeSame = (one: Pick<Entry, 'sex' | 'birth'>, other: Pick<Entry, 'sex' | 'birth'>): boolean =>
  (one.sex === undefined || other.sex === undefined || one.sex === other.sex) &&
  (one.birth === undefined || other.birth === undefined || one.birth === other.birth)
