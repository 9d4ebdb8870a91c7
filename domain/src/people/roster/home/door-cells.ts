import { plain, plainBuilding, plainGroup, plainRoom, plainUnit } from '../../../places/plain-door.ts'
import { type Door, doorIn, doorOf, namesArea, namesVillage } from '../address.ts'
import { withoutArea } from './area.ts'

/** The cells of a row that say where somebody lives; empty where nothing stands. */
export type DoorCells = Readonly<Record<'estate' | 'building' | 'unit' | 'room' | 'group' | 'address', string>>

const plainNumbered = /^(?:[1-9][0-9]{0,3}号楼|[A-Z][0-9]{0,2}栋)$/
const plainRoomed = /^[0-9]{1,5}[A-Z]?$/
// A phone, a code of the house, or a whole story is no part of a door.
const noPart = /[0-9]{6}|.{41}/su
const noName = /[0-9]{8}|.{61}/su
// 11、12, 501 502, 501-502, 5和6号楼: several doors in one cell.
const several = /[0-9][A-Za-z]?\s*[、,，;；和及与&+]\s*[0-9A-Za-z]|[0-9]\s+[0-9]|[0-9]{3,}\s*[-~至到—]\s*[0-9]{3,}/

/**
 * The door that separate cells and an address name together; undefined where they contradict each other, or leave open which door is
 * meant. `hasBuildings`: the roster has a column of buildings, so that a room without one could be any.
 */
export function doorInCells(cells: DoorCells, hasBuildings: boolean): Door | undefined {
  const { estate, building, unit, room, group, address } = cells
  if ([unit, room, group].some((text) => noPart.test(text)) || noName.test(estate) || noName.test(building)) return undefined
  if (several.test(room) || several.test(building) || several.test(unit)) return undefined
  if (room === '') return fromAddress(cells)
  if (building !== '') return behindBuilding(cells)
  if (group !== '') return doorOf(cells)
  const own = address === '' ? undefined : doorIn(address)
  const whole = plainRoomed.test(plainRoom(room)) ? undefined : doorIn(room)
  // 3号楼2 beside 501: its unit.
  const behind = own && own.unit === '' && own.room.length < 3 ? doorIn(together(address, room)) : undefined
  if (behind) return completed(behind, cells)
  if (own) return (own.room || own.house) === (whole?.room ?? plainRoom(room)) ? completed(own, cells) : undefined
  if (address !== '' && !namesArea(address)) {
    const joined = doorIn(together(address, unitWord(unit), room))
    if (joined) return completed(joined, { ...cells, unit: '' })
    // 李家湾 beside 12: a house of the village. 翠苑小区 beside 501 could be any of its buildings.
    if (namesVillage(address)) return doorOf({ ...cells, estate: estate === '' ? address : estate })
    return whole && completed(whole, cells)
  }
  if (whole) return completed(whole, cells)
  const inUnit = /[栋楼幢座#]|[-/]/.test(unit) ? doorIn(together(unit, room)) : undefined
  return inUnit ? completed(inUnit, { ...cells, unit: '' }) : hasBuildings ? undefined : doorOf(cells)
}

// No cell of a room: what stands in the others may hold it.
function fromAddress(cells: DoorCells): Door | undefined {
  const { estate, building, unit, group, address } = cells
  if (address === '') return doorIn(`${estate}${together(building, unitWord(unit))}`)
  const own = doorIn(address)
  if (building !== '') {
    const joined = doorIn(together(plainBuilding(building), unitWord(unit), address))
    // 3-501 behind building 3: its room 501, or room 501 of unit 3.
    if (own?.building === plainBuilding(building)) return own.unit !== '' || !joined ? completed(own, cells) : undefined
    return joined && completed(joined, { ...cells, unit: '' })
  }
  if (own) return completed(own, cells)
  const behind = group === '' ? unitWord(unit) : plainGroup(group)
  const joined = behind === '' ? undefined : doorIn(together(behind, address))
  return joined && completed(joined, { ...cells, unit: '' })
}

// A building and a room, each in its cell: nearly all rows. Either may hold more than its head says.
function behindBuilding(cells: DoorCells): Door | undefined {
  const { building, unit } = cells
  const called = plainBuilding(building)
  const room = withoutUnit(cells)
  const direct = doorOf({ ...cells, room })
  const isNumbered = plainNumbered.test(called)
  if (isNumbered && plainRoomed.test(plainRoom(room))) return direct
  const whole = doorIn(room)
  const joined = doorIn(together(called, unitWord(unit), room))
  // 3-501 behind building 3: its room 501, or room 501 of unit 3.
  if (isNumbered && whole?.building === called && whole.unit === '' && joined && joined.unit !== '' && unit === '')
    return undefined
  if (isNumbered && whole?.building === called) return completed(whole, cells)
  if (joined && (!isNumbered || joined.building === called)) {
    // 翠苑小区3号楼 holds its estate; 新3号楼 and 东区3号楼 are what a building is called.
    const isName = joined.estate === '' || joined.estate === withoutArea(plain(cells.estate)) || estateName.test(joined.estate)
    const contradicts = cells.estate !== '' && joined.estate !== '' && joined.estate !== withoutArea(plain(cells.estate))
    return contradicts || !isName ? direct : completed(joined, { ...cells, unit: '' })
  }
  if (whole && /号楼|[栋幢座#]/.test(room)) return undefined
  return /单元|^[0-9A-Za-z]+[-/][0-9]/.test(called) ? undefined : direct
}

const estateName = /(?:小区|社区|公寓|大厦|家属院|\p{Script=Han}{2,}[苑园院城庭府郡湾村里庄坊])$/u

// 2-501 in unit 2 is room 501.
function withoutUnit({ unit, room }: DoorCells): string {
  const [, before = '', rest = room] = /^([0-9一二三四五六七八九十]{1,3})(?:单元|[-/])(.+)$/.exec(plain(room)) ?? []
  return unit !== '' && before !== '' && plainUnit(before) === plainUnit(unit) ? rest : room
}

const unitWord = (unit: string) => (unit === '' ? '' : plainUnit(unit))

// A building or a unit that a bare number ends; the number of a house in a street is none.
const endsInBuilding = /^[0-9A-Za-z]{1,3}(?:[-/][0-9]{1,2})?$|(?:号楼|栋|幢|座|#|楼)[-/]?[0-9]{1,2}$/

// Pieces of a door behind each other, parted by a sign where digits would run together; empty where nobody could tell them apart.
function together(...pieces: readonly string[]): string {
  let text = ''
  for (const piece of pieces.map(plain).filter((one) => one !== '')) {
    const runsOn = /[0-9A-Za-z]$/.test(text) && /^[0-9A-Za-z]/.test(piece)
    if (runsOn && !endsInBuilding.test(text)) return ''
    text += runsOn ? `-${piece}` : piece
  }
  return text
}

// What a door read from a text leaves out, its own cells may say; undefined where they say another unit.
function completed(door: Door, { estate, unit }: DoorCells): Door | undefined {
  const said = unitWord(unit)
  if (said !== '' && door.unit !== '' && door.unit !== said) return undefined
  const own = withoutArea(plain(estate))
  const name = door.estate === '' || (own !== '' && (own.includes(door.estate) || door.estate.includes(own))) ? own : door.estate
  return { ...door, estate: name === '' ? door.estate : name, unit: door.unit === '' && door.house === '' ? said : door.unit }
}
