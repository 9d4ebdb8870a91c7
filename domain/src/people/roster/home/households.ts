import { halfWidth } from '../../../text/half-width.ts'
import { comparableName } from '../../name.ts'
import { knownText } from '../cells.ts'
import type { Reading } from '../said/reading.ts'

/** Which household a row says it belongs to: its number, and the name of its head; empty where it does not say. */
export interface Household {
  readonly number: string
  readonly headName: string
}

/** The household that a row names. */
export const householdIn = (read: Reading): Household => ({
  number: halfWidth(knownText(read('household')))
    .replace(/\s+/g, '')
    .replace(/^([0-9]+)\.0+$/, '$1'),
  headName: comparableName(knownText(read('headName'))),
})

/** Whether two rows name different households. */
export const isOtherHousehold = (one: Household, other: Household): boolean =>
  differ(one.number, other.number) || differ(one.headName, other.headName)

/** Whether two rows name the same household: by number or by the name of its head, and neither speaks against it. */
export const isSameHousehold = (one: Household, other: Household): boolean =>
  !isOtherHousehold(one, other) &&
  ((one.number !== '' && one.number === other.number) || (one.headName !== '' && one.headName === other.headName))

const differ = (one: string, other: string) => one !== '' && other !== '' && one !== other

// 户主, 本人, 本户户主, 户主（本人）; the codes of GB/T 4761. 户主之子 and 本人配偶 are members.
const head =
  /^(?:是|为|即|系)?(?:本户|该户|新|现)?(?:户主|戶主|家长|本人|自己|0[12])(?:[(（/、]?(?:户主|本人|自己|男|女)[)）]?)*$/

/** Whether the words of a relation say that somebody is the head of the household. */
export const isHead = (relation: string): boolean => head.test(halfWidth(relation).replace(/\s+/g, ''))
