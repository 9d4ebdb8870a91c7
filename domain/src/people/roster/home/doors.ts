import { isDay } from '../../../day.ts'
import type { Cell } from '../../../sheet.ts'
import { halfWidth } from '../../../text/half-width.ts'
import type { Door } from '../address.ts'
import { cut, isBlank, knownText } from '../cells.ts'
import type { WarningCode } from '../entry.ts'
import { type Columns, rosterFields } from '../fields.ts'
import { type DoorCells, doorInCells } from './door-cells.ts'
import type { Reading } from '../said/reading.ts'

/** What a row says of its door: the door, or the words in which no door could be found, with what to tell; nothing where it says nothing. */
export interface DoorSaid {
  readonly door?: Door
  readonly unread?: { readonly words: string; readonly code: WarningCode; readonly text: string }
}

const parts = ['estate', 'building', 'unit', 'room', 'group'] as const
const longest = 100

/**
 * Reads the door of a row from its separate cells, or from an address in one cell. A cell that the spreadsheet made a day is no door, and
 * neither is a room without a building in a roster that has a column of buildings.
 */
export function doorSaid(read: Reading, columns: Columns): DoorSaid {
  const made = madeDay(read)
  if (made) {
    const meant = `${Number(made.day.slice(5, 7))}-${Number(made.day.slice(8))}`
    const words = all
      .map((field) => (field === made.field ? `${meant}？` : knownText(read(field))))
      .filter((text) => text !== '')
      .join(' ')
    const label = made.field === 'room' ? '房号' : made.field === 'address' ? '住址' : rosterFields[made.field].zh
    return {
      unread: {
        words: cut(words, longest),
        code: 'door.day',
        text: `${label}成了日期（${made.day}），是不是 ${meant}？没有收成门牌，请改成文字`,
      },
    }
  }
  const cells = Object.fromEntries(all.map((part) => [part, knownText(read(part))])) as unknown as DoorCells
  const door = doorInCells(cells, columns.building !== undefined)
  if (door) return { door }
  const words = [...parts.filter((part) => part !== 'estate').map((part) => cells[part]), cells.address]
    .filter((one) => one !== '')
    .join(' ')
  if (words === '') return {}
  return {
    unread: {
      words: cut(words, longest),
      code: 'door.unread',
      text: `住址“${cut(words, 30)}”看不出是哪个门，先记着原文，请定门牌`,
    },
  }
}

const all = [...parts, 'address'] as const

function madeDay(read: Reading): { readonly field: (typeof all)[number]; readonly day: string } | undefined {
  for (const field of all) {
    const day = dayIn(read(field))
    if (day !== undefined) return { field, day }
  }
  return undefined
}

/** Whether a row has nothing in the cells of its door. */
export const hasNoDoorCells = (read: Reading): boolean => all.every((field) => isBlank(read(field)))

// 3-5 typed as a room becomes 5 March in a spreadsheet.
function dayIn(cell: Cell): string | undefined {
  if (typeof cell === 'object') return 'day' in cell ? cell.day : undefined
  if (typeof cell !== 'string' || cell.length < 4 || !/[-/.月－．／]/.test(cell)) return undefined
  const text = halfWidth(cell).trim()
  const [, year, month, day] =
    /^([12][0-9]{3})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?:\s+0{1,2}:00(?::00)?)?$/.exec(text) ?? []
  if (year !== undefined) return real(`${year}-${two(month)}-${two(day)}`)
  const [, numeral, name, second] = /^(?:([0-9]{1,2})-([A-Z][a-z]{2})|([0-9]{1,2})月[0-9]{1,2}日)$/.exec(text) ?? []
  if (name !== undefined && months.includes(name)) return real(`2000-${two(String(months.indexOf(name) + 1))}-${two(numeral)}`)
  return second === undefined ? undefined : real(`2000-${two(second)}-${two(/月([0-9]{1,2})/.exec(text)?.[1])}`)
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (digits: string | undefined) => (digits ?? '').padStart(2, '0')
const real = (day: string) => (isDay(day) ? day : undefined)
