import type { Reach } from '@wangdi/domain/access/reach.ts'
import type { Family } from '../families.ts'

/** How far each family may go at most; one that is not named must not at all. */
type Most = Readonly<Partial<Record<Family, Reach>>>

/** What some verbs touch alike, why nobody else may (the design, a notice, a law), and which family how far at most. */
export interface Matter {
  readonly says: string
  readonly verbs: readonly string[]
  readonly most: Most
}

/** One matter; the verbs stand between blanks. */
export const matter = (says: string, verbs: string, most: Most): Matter => ({ says, verbs: verbs.split(/\s+/), most })

/** The same reach for some families. */
export const each = (reach: Reach, ...names: Family[]): Most => Object.fromEntries(names.map((name) => [name, reach]))

export const office: Family[] = ['desk', 'reporter', 'director']
export const county: Family[] = ['civil', 'medical', 'leader']
export const levels: Family[] = ['street', ...county, 'above', 'nation']
export const belowCity: Family[] = [...office, 'street', ...county]
export const staff: Family[] = [
  ...belowCity,
  'helpers',
  'advisers',
  'door',
  'clinic',
  'above',
  'nation',
  'editors',
  'security',
  'system',
  'auditors',
]
export const withoutPeople = each('figures', 'above', 'nation')
