import Type, { type Static } from 'typebox'
import type { Words } from '../../problem.ts'
import { Day, Id, Maybe, OneOf, PlaceCode, Text } from '../../schema.ts'

/** The four parties that answer for prevention at a place (精准化方案 2020, 保障措施: 四方责任). */
export const parties = {
  place: { zh: '属地', en: 'the place' },
  department: { zh: '部门', en: 'departments' },
  unit: { zh: '单位', en: 'units' },
  person: { zh: '个人', en: 'persons' },
} as const satisfies Record<string, Words>
export type Party = keyof typeof parties
export const Party = OneOf(...(Object.keys(parties) as Party[]))

/** What somebody of a party answers for, and since when it is signed. A resident is never named: the party of persons is everybody. */
export const PartyDuty = Type.Object({
  id: Id,
  place: PlaceCode,
  party: Party,
  holder: Text(60),
  duty: Text(300),
  signed_on: Maybe(Day),
  signed_by: Maybe(Text(40)),
  from: Day,
  version: Type.Integer(),
})
export type PartyDuty = Static<typeof PartyDuty>

/** The parties without any duty, and how many duties nobody signed. */
export function gapsOfDuties(duties: readonly Pick<PartyDuty, 'party' | 'signed_on'>[]): { without: Party[]; unsigned: number } {
  const held = new Set(duties.map(({ party }) => party))
  return {
    without: (Object.keys(parties) as Party[]).filter((party) => !held.has(party)),
    unsigned: duties.filter(({ signed_on }) => signed_on === null).length,
  }
}
