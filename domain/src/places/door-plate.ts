import Type, { type Static } from 'typebox'
import type { Door } from './places.ts'

declare const made: unique symbol

/**
 * A door as people say it, as `doorText` makes it: every reply, page and print that names a door has this type, so that a
 * text put together by hand does not compile.
 */
export const DoorText = Type.Unsafe<string & { readonly [made]: 'door' }>(Type.String())
export type DoorText = Static<typeof DoorText>

/** A part of a community that holds doors: an estate, a building, a unit of it, or a villagers' group. */
export type DoorPart = Partial<Pick<Door, 'estate' | 'building' | 'unit' | 'group'>>

/** The lines of a door plate, from the widest to the number at the door; a line that says nothing is empty. */
export interface DoorPlate {
  /** Estate or natural village: 翠苑小区. */
  readonly estate: string
  /** Building and unit, or villagers' group: 3号楼2单元, 3组. */
  readonly building: string
  /** Room or house: 402, 12号. */
  readonly room: string
}

const named = (text: string | null | undefined, ending: string) => (text ? (/\d$/.test(text) ? text + ending : text) : '')
const isInTown = (door: Pick<Door, 'room'>) => door.room !== null

/**
 * The door plate: the one way in which a door is named, on every page, phone and print. The parts of a door carry their estate
 * only where the community has more than one: on the server `doorIn` (server/src/places) reads them so, on the phone
 * `householdsOf` holds the plate ready. Lists and sentences use `doorText`, parts of a community `partText`.
 */
export const doorPlate = (door: Door): DoorPlate => ({
  estate: door.estate ?? '',
  building: isInTown(door) ? named(door.building, '号楼') + named(door.unit, '单元') : named(door.group, '组'),
  room: door.room ?? named(door.house, '号'),
})

/** The door in one line: 翠苑小区 3号楼2单元402, 李家湾 3组 12号; empty for nobody's door (null). */
export function doorText(door: Door | null): DoorText {
  if (door === null) return '' as DoorText
  const { estate, building, room } = doorPlate(door)
  const near = isInTown(door) ? building + room : [building, room].filter(Boolean).join(' ')
  return [estate, near].filter(Boolean).join(' ') as DoorText
}

/** A part of a community in one line: 翠苑小区 3号楼, 3号楼2单元, 李家湾 3组. */
export const partText = ({ estate, building, unit, group }: DoorPart): string =>
  [estate, named(building, '号楼') + named(unit, '单元') || named(group, '组')].filter(Boolean).join(' ')

/** The door among its neighbours, as short as it stays clear: 4号楼203, with its unit 4号楼2-203, in another estate 翠苑小区 4号楼203. */
export function shortDoor(door: Door, near?: Pick<Door, 'estate'>): string {
  const estate = near && near.estate === door.estate ? '' : (door.estate ?? '')
  const unit = door.unit ? `${door.unit.replace('单元', '')}-` : ''
  const own = isInTown(door)
    ? `${named(door.building, '号楼')}${unit}${door.room}`
    : named(door.group, '组') + named(door.house, '号')
  return [estate, own].filter(Boolean).join(' ')
}

/** Doors in one sentence, each as short as it stays clear after the one named before it; `near` is the door that stands before them. */
export const shortDoors = (doors: readonly Door[], near?: Pick<Door, 'estate'>): string =>
  doors.map((door, at) => shortDoor(door, at === 0 ? near : doors[at - 1])).join('、')
