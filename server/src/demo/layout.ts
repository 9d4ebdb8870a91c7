import type { Insertable } from 'kysely'
import { doorsOf } from '@wangdi/domain/places/places.rules.ts'
import { countyOf } from '@wangdi/domain/place-code.ts'
import type { Day } from '@wangdi/domain/schema.ts'
import type { FieldCipher } from '../platform/secrets/fields.ts'
import type { Building, Dwelling, Estate } from '../platform/tables.gen.ts'
import { type DemoLogin, town, villages } from './accounts.ts'
import type { Households } from './households.ts'
import type { Seeded } from './seeded.ts'

/** A door of the demo with what decides who lives there and which grid it lies in. */
export interface DemoDoor {
  readonly row: Insertable<Dwelling>
  /** Estate, building, unit and room as one text, or village, group and house. */
  readonly text: string
  readonly kind: 'town' | 'village'
  /** The grid it lies in, as a number within its community. */
  readonly grid: number
}

export interface Layout {
  readonly estates: Insertable<Estate>[]
  readonly buildings: Insertable<Building>[]
  readonly doors: DemoDoor[]
}

/** What one community is filled with. */
export interface Filling {
  readonly chance: Seeded
  readonly households: Households
  readonly fields: FieldCipher
  readonly today: Day
  readonly community: string
  readonly layout: Layout
  readonly accounts: Record<DemoLogin, string>
  readonly workers: readonly DemoLogin[]
  readonly openedBy: DemoLogin
}

// Estate, buildings, units, floors, rooms a floor; the sum is a community of some 1,300 households.
const townEstates = [
  ['翠苑小区', 8, 4, 6, 4],
  ['体院家属院', 4, 3, 6, 2],
  ['文博花园', 2, 2, 18, 6],
] as const

/** The doors of the town community. 3号楼 of 翠苑小区 is divided between two grids by its units. */
export function layTown(chance: Seeded): Layout {
  const layout: Layout = { estates: [], buildings: [], doors: [] }
  const of = { county: countyOf(town), community: town }
  townEstates.forEach(([name, buildings, units, floors, rooms], at) => {
    const estate = { ...of, id: chance.id(), kind: 'estate', name, ordinal: at + 1 }
    layout.estates.push(estate)
    for (let number = 1; number <= buildings; number++) {
      const building = { ...of, id: chance.id(), estate: estate.id, name: `${number}号楼`, ordinal: (at + 1) * 100 + number }
      layout.buildings.push(building)
      const doors = doorsOf(Array.from({ length: units }, (_, n) => ({ unit: `${n + 1}单元`, floors, rooms })))
      doors.forEach(({ unit, floor, room }, ordinal) => {
        const row = { ...of, id: chance.id(), estate: estate.id, building: building.id, unit, floor, room, ordinal: ordinal + 1 }
        layout.doors.push({ row, text: `${name}${building.name}${unit}${room}`, kind: 'town', grid: townGrid(at, number, unit) })
      })
    }
  })
  return layout
}

function townGrid(estate: number, building: number, unit: string | null): number {
  if (estate === 1) return 3
  if (estate === 2) return 3 + building
  if (building === 3) return unit === '1单元' || unit === '2单元' ? 1 : 2
  return building <= 4 ? 1 : 2
}

const parts = ['东头', '西头']

/** The doors of a village: two natural villages, five groups; the second natural village is a grid of its own. */
export function layVillage(chance: Seeded, village: (typeof villages)[number], name: string): Layout {
  const layout: Layout = { estates: [], buildings: [], doors: [] }
  const of = { county: countyOf(village), community: village }
  let house = 0
  parts.forEach((part, at) => {
    const estate = { ...of, id: chance.id(), kind: 'natural-village', name: `${name}${part}`, ordinal: at + 1 }
    layout.estates.push(estate)
    for (const group of at === 0 ? [1, 2, 3] : [4, 5]) {
      const houses = 18 + chance.below(10)
      for (let n = 0; n < houses; n++) {
        house += 1
        const row = {
          ...of,
          id: chance.id(),
          estate: estate.id,
          village_group: `${group}组`,
          house: String(house),
          ordinal: house,
        }
        layout.doors.push({ row, text: `${estate.name}${group}组${house}`, kind: 'village', grid: at + 1 })
      }
    }
  })
  return layout
}
