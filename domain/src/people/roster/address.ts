import { withDigits } from '../../text/chinese-numbers.ts'
import { halfWidth } from '../half-width.ts'

/** A door as a roster names it: in a town estate, building, unit, room; in a village natural village, group, house. Empty is not given. */
export interface Door {
  readonly estate: string
  readonly building: string
  readonly unit: string
  readonly room: string
  readonly group: string
  readonly house: string
}

const plain = (text: string) => (/^[\u4e00-\u9fff]*$/.test(text) ? text : halfWidth(text).replace(/\s+/g, ''))
const bare = (text: string) => withDigits(plain(text)).replace(/^0+(?=[0-9])/, '')

/** One spelling for 1号楼, 1栋, 1#, 一号楼, 01: `1号楼`; names such as 东楼 stay. */
export function plainBuilding(text: string): string {
  if (/^[1-9][0-9]*号楼$/.test(text)) return text
  const found = /^([0-9]+)(?:号楼?|栋|幢|座|#楼?|楼|号院)?$/.exec(bare(text))
  return found ? `${found[1]}号楼` : plain(text)
}

/** One spelling for 2单元, 二单元, 2门, 2: `2单元`; names stay. */
export function plainUnit(text: string): string {
  if (/^[1-9][0-9]*单元$/.test(text)) return text
  const found = /^([0-9]+)(?:单元|门|门洞)?$/.exec(bare(text))
  return found ? `${found[1]}单元` : plain(text)
}

/** A room without 室, 号 and floor words: `402`. */
export const plainRoom = (text: string): string =>
  /^[0-9]+$/.test(text) ? text : plain(text).replace(/(?:号房|房间|号|室|户|房)$/, '')

/** One spelling for 三组, 3组, 第三村民小组, 3: `3组`. */
export function plainGroup(text: string): string {
  const found = /^第?([0-9]+)(?:村民|居民)?小?组?$/.exec(bare(text))
  return found ? `${found[1]}组` : plain(text)
}

/** A door from the separate cells of a row; undefined when they name neither room nor house. */
export function doorOf(parts: Readonly<Record<keyof Omit<Door, 'house'>, string>>): Door | undefined {
  const building = parts.building === '' ? '' : plainBuilding(parts.building)
  const room = plainRoom(parts.room)
  if (room === '') return undefined
  const town = building !== '' || parts.group === ''
  return {
    estate: plain(parts.estate),
    building,
    unit: parts.unit === '' ? '' : plainUnit(parts.unit),
    group: parts.group === '' ? '' : plainGroup(parts.group),
    room: town ? room : '',
    house: town ? '' : room,
  }
}

const town =
  /^(.*?)([0-9一二三四五六七八九十]+)(?:号楼|号院|栋|幢|座|#楼?)(?:([0-9一二三四五六七八九十]+)(?:单元|门))?([0-9]{1,4}[A-Za-z]?)(?:室|号|户)?$/
const dashed = /^(.*?)([0-9]+)(?:号楼)?-([0-9]+)-([0-9]{2,4})$/
const village = /^(.*?)(?:第?([0-9一二三四五六七八九十]+)(?:村民|居民)?小?组)([0-9]+(?:-[0-9]+)?)号?$/

/** A door from an address in one cell, such as 体育小区6号楼4单元604, 6-4-604 or 李家湾三组12号; undefined when it names no door. */
export function doorIn(address: string): Door | undefined {
  const text = plain(address)
  const parts = { estate: '', building: '', unit: '', room: '', group: '' }
  const rural = village.exec(text)
  if (rural) return doorOf({ ...parts, estate: rural[1] ?? '', group: rural[2] ?? '', room: rural[3] ?? '' })
  const urban = town.exec(text) ?? dashed.exec(text)
  if (urban)
    return doorOf({ ...parts, estate: urban[1] ?? '', building: urban[2] ?? '', unit: urban[3] ?? '', room: urban[4] ?? '' })
  return undefined
}

/** A door as one text by which doors are compared, however its parts were spelled: equal texts are the same door. */
export const doorKey = ({ estate, building, unit, room, group, house }: Door): string =>
  [
    estate,
    building && plainBuilding(building),
    unit && plainUnit(unit),
    room && plainRoom(room),
    group && plainGroup(group),
    house && `${plainRoom(house)}号`,
  ].join('')
