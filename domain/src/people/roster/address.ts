import { plain, plainBuilding, plainGroup, plainRoom, plainUnit } from '../../places/plain-door.ts'
import { halfWidth } from '../../text/half-width.ts'
import { withoutArea } from './home/area.ts'

/** A door as a roster names it: in a town estate, building, unit, room; in a village natural village, group, house. Empty is not given. */
export interface Door {
  readonly estate: string
  readonly building: string
  readonly unit: string
  readonly room: string
  readonly group: string
  readonly house: string
}

/** A door from the separate cells of a row; undefined when they name neither room nor house. */
export function doorOf(parts: Readonly<Record<keyof Omit<Door, 'house'>, string>>): Door | undefined {
  const building = parts.building === '' ? '' : plainBuilding(parts.building)
  const room = plainRoom(parts.room)
  if (room === '') return undefined
  const town = building !== '' || parts.group === ''
  return {
    estate: withoutArea(plain(parts.estate)),
    building,
    unit: parts.unit === '' ? '' : plainUnit(parts.unit),
    group: parts.group === '' ? '' : plainGroup(parts.group),
    room: town ? room : '',
    house: town ? '' : room,
  }
}

// A building: 6号楼, 6#, A栋, 东楼. Its unit and room follow with their words, or with a sign between them.
const number = '[0-9]{1,3}|[一二三四五六七八九十]{1,3}'
const building = `((?:${number})(?:号楼|号院|栋|幢|座|#楼?|楼)|[A-Za-z][0-9]{0,2}(?:号楼|栋|幢|座|#楼?|楼)|[东西南北中](?:${number})?(?:号楼|楼|栋|座))`
const unit = `(?:(?![0-9]{3}[-/])(${number})(?:单元|门洞?|[-/]))?`
// The floor says nothing that the room does not.
const floor = `(?:(?:${number})[层楼](?=[0-9]))?`
const room = '([0-9]{1,4}[A-Za-z]?(?:-[0-9]{1,2})?)(?:号房|室|号|户|房)?'
const town = new RegExp(`^(.*?)${building}[-/]?${unit}[-/]?${floor}${room}$`)
const dashed = /^(.*?[^0-9])?([0-9]{1,3})[-/]([0-9]{1,2})[-/]([0-9]{2,4}[A-Za-z]?)(?:室|号|户)?$/
const withoutUnit = /^(.*?[^0-9A-Za-z-])?([0-9]{1,3}|[A-Za-z][0-9]?)[-/]([0-9]{3,4}[A-Za-z]?)(?:室|号|户)?$/
// As in Shanghai: 100弄6号604室.
const lane = /^(|.*?(?:弄|小区|家园|花园|苑|村|里|坊|院))([0-9]{1,3})号([0-9]{3,4})室?$/
const village = /^(.*?)(?:第?([0-9一二三四五六七八九十]+)(?:村民|居民)?小?组)([0-9]+(?:-[0-9]+)?)号?$/

// Province, city, county, street and community above the estate say nothing of the door; 小区 and 园区 are estates themselves.
const area = /^(?:.{2,8}?(?:省|自治区))?(?:.{2,6}?市)(?:.{1,6}?(?<![小社园新片院])[区县市])?/
const province = /^(?:.{2,3}省|.{2,6}自治区|北京市|上海市|天津市|重庆市)/
const street = /^.{1,8}?(?:街道办事处|街道办|街道)(?:.{1,10}?(?:社区居委会|居委会|社区))?/
const withoutPlaces = (text: string): string => {
  const rest = province.test(text) || /^.{2,6}?市.{1,6}?(?<![小社园新片院])[区县]/.test(text) ? text.replace(area, '') : text
  return rest.replace(street, '')
}

// What people write behind a door and is none of it: （东户）, 租户.
const bareAddress = (address: string): string =>
  plain(halfWidth(address).replace(/(?<=[0-9])[\s.·](?=[0-9])/g, '-'))
    .replace(/第(?=[0-9一二三四五六七八九十]+(?:号|栋|幢|座|单元))/g, '')
    .replace(/[—–―‐－~]/g, '-')
    .replace(/[([【][^)\]】]*[)\]】]/g, '')
    // Between digits such a sign parts two doors: 11、12.
    .replace(/(?<![0-9])[,，、;；。.]+|[,，、;；。.]+(?![0-9])/g, '')
    .replace(/(?:租户|租客|租住|出租|自住|业主|自有|房主|本人|户主)$/, '')

/**
 * A door from an address in one cell, such as 体育小区6号楼4单元604, 6#4-604, 6-4-604, A栋1201 or 李家湾三组12号; undefined when it names
 * no door, or only a house in a street.
 */
export function doorIn(address: string): Door | undefined {
  if (address.length > 120) return undefined
  const text = withoutPlaces(bareAddress(address))
  const parts = { estate: '', building: '', unit: '', room: '', group: '' }
  const rural = village.exec(text)
  if (rural) return doorOf({ ...parts, estate: rural[1] ?? '', group: rural[2] ?? '', room: rural[3] ?? '' })
  const [, estate = '', building = '', unit = '', room = ''] = town.exec(text) ?? dashed.exec(text) ?? []
  // What stands before the building may be a house in a street, but no other building.
  if (building !== '')
    return /号楼|单元|[栋幢座]|[0-9][、,，;；和及与]$/.test(estate)
      ? undefined
      : doorOf({ ...parts, estate, building, unit, room: room })
  const short = withoutUnit.exec(text) ?? lane.exec(text)
  return short ? doorOf({ ...parts, estate: short[1] ?? '', building: short[2] ?? '', room: short[3] ?? '' }) : undefined
}

/** Whether an address is the name of a village or hamlet alone, without any number. */
export const namesVillage = (address: string): boolean => {
  const name = withoutArea(withoutPlaces(bareAddress(address)))
  return /^\p{Script=Han}{1,10}(?<![新])(?:村|湾|屯|庄|寨|塆|坝|坪|冲|沟|店|营|岗|自然村)$/u.test(name)
}

/** Whether an address says no more than which district, town or community it is in. */
export const namesArea = (address: string): boolean =>
  /^(?:\p{Script=Han}{0,10}(?:社区|居委会|村委会|村民委员会|街道|街道办事处|镇|(?<![小园片期])区|县|市))?$/u.test(
    withoutPlaces(bareAddress(address)),
  )

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
