// Who must not: written from the design (sections 4 and 5) and the notices, by families of roles and by what a verb touches. It
// knows nothing of the table by which the server decides, so that a row widened there stands against something.
import type { Reach } from '@wangdi/domain/access/reach.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { type Family, familyOf } from './families.ts'
import { authority } from './matters/authority.ts'
import { figures } from './matters/figures.ts'
import { kinds } from './matters/kinds.ts'
import { kindsOnPaper } from './matters/kinds-on-paper.ts'
import type { Matter } from './matters/matter.ts'
import { people } from './matters/people.ts'

/** Every verb stands in one of these. */
export const matters: readonly Matter[] = [...people, ...kinds, ...kindsOnPaper, ...authority, ...figures]

/** A wall that holds for every verb there is or will be, by what its contract says alone. */
interface Wall {
  readonly says: string
  readonly stops: (family: Family, reach: Reach, endpoint: Pick<Endpoint, 'health' | 'writes'>) => boolean
}

const isPersonal = (reach: Reach) => reach === 'grid' || reach === 'area'
const withoutPeople: readonly Family[] = ['above', 'nation', 'editors', 'security', 'system', 'auditors']
const outside: readonly Family[] = ['residents', 'partners', 'helpers', 'advisers']

/** Walls by the contract alone. */
export const walls: readonly Wall[] = [
  {
    says: 'above the county, and those who write rules or look after the machine, see figures and never people (design 4, Access)',
    stops: (family, reach) => withoutPeople.includes(family) && isPersonal(reach),
  },
  {
    says: 'residents and those who act for them reach their own things only (design 5)',
    stops: (family, reach) => family === 'residents' && reach !== 'own',
  },
  {
    says: 'helpers, partners and advisers see no health data, by no reach (design 4: not even by mistake)',
    stops: (family, _, { health }) => outside.includes(family) && health,
  },
  {
    says: 'helpers and partners reach nobody: no doors, no people (requirements 2020A-17: a helper sees no reason)',
    stops: (family, reach) => (family === 'helpers' || family === 'partners') && isPersonal(reach),
  },
  {
    says: 'whoever works above the doors has no grid: a reach over doors that asks for none would be no wall',
    stops: (family, reach) => reach === 'grid' && family !== 'door',
  },
  {
    says: 'administrators and auditors see the health of nobody, not even counted (design 5: no personal data)',
    stops: (family, _, { health }) => ['security', 'system', 'auditors'].includes(family) && health,
  },
]

/** Why a role must not do a verb so far; nothing when no wall and no matter stands against it. */
export function whyMustNot(
  endpoint: Pick<Endpoint, 'name' | 'health' | 'writes'>,
  role: string,
  reach: Reach,
): string | undefined {
  const family = familyOf(role)
  if (!family) return `${role}: no family of the design`
  const wall = walls.find(({ stops }) => stops(family, reach, endpoint))
  if (wall) return `${endpoint.name}: ${role} by ${reach}, but ${wall.says}`
  const matter = matters.find(({ verbs }) => verbs.includes(endpoint.name))
  if (!matter) return `${endpoint.name}: say in matters/ what it touches, and which families at most`
  const most = matter.most[family]
  if (most === reach) return undefined
  return `${endpoint.name}: ${role} by ${reach}, but ${matter.says}`
}
