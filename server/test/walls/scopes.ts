// From where a transaction may look: every scope the server sets for a role and reach, those beside them, and settings that are no scope.
import { reachOf } from '@wangdi/domain/access/access.ts'
import type { Reach } from '@wangdi/domain/access/reach.ts'
import { type Role, roles } from '@wangdi/domain/roles.ts'
import { scopeOf } from '../../src/platform/perform.ts'
import { helper, type Said, type Spot } from './family.ts'

/** A scope with the name it has in what the walk reports. */
export type Named = Said & { readonly name: string }

const community = '410105001003'
const placesOf: Readonly<Record<string, readonly string[]>> = {
  community: [community, '410105001001', '410122001001'],
  street: [community.slice(0, 9), '410105002'],
  county: ['410105', '410122'],
  city: ['4101', '4102'],
  province: ['41', '33'],
  nation: [''],
}
const levelsOf = (role: Role): readonly string[] => {
  const { level, also = [] } = roles[role] as { level: string; also?: readonly string[] }
  return [level, ...also]
}

function* ofRoles(verbs: readonly string[]): Iterable<Named> {
  for (const role of Object.keys(roles) as Role[]) {
    const reaches = new Set(verbs.map((verb) => reachOf(verb, role)).filter((reach) => reach !== undefined))
    for (const place of levelsOf(role).flatMap((level) => placesOf[level] ?? []))
      for (const reach of reaches) for (const health of [false, true]) yield named(role, place, reach, health)
  }
}

function named(role: Role, place: string, reach: Reach, health: boolean): Named {
  const scope = scopeOf({ account: helper, role, place } as Parameters<typeof scopeOf>[0], reach, health)
  const said = {
    ...{ county: scope.county, area: scope.area, place: scope.place || 'nation', health: scope.health ? 'yes' : 'no' },
    ...(scope.account && { account: scope.account }),
    ...(scope.given && { given: scope.given, place: 'none' }),
  }
  return { ...said, name: `${role} ${reach} ${JSON.stringify(said)}` }
}

/** The scopes of all roles, each kind once, under the name of the first role that has it. */
export function scopesOfRoles(verbs: readonly string[]): Named[] {
  const kinds = new Map<string, Named>()
  for (const { name, ...said } of ofRoles(verbs)) kinds.set(JSON.stringify(said), { ...said, name })
  return [...kinds.values()]
}

const own: Said = { county: '410105', area: community, place: community, health: 'yes' }
const everything = (text: string): Said => ({ county: text, area: text, place: text, health: text })
const oddTexts = ['none', 'null', '%', '_', '41010', '4101050', '410105 ', '４１０１０５', 'NATION', '[0-9]*']

/** Settings from which nothing is to be seen, or less than they seem to say. */
export const oddScopes: readonly Named[] = [
  { name: 'never set' },
  { name: 'empty', ...everything('') },
  ...oddTexts.map((text): Named => ({ name: `"${text}" everywhere`, ...everything(text) })),
  ...oddTexts.slice(3, 6).map((text): Named => ({ ...own, name: `place "${text}"`, place: text })),
  ...oddTexts.slice(3, 6).map((text): Named => ({ ...own, name: `county "${text}"`, county: text })),
  { ...own, name: 'no county', county: '' },
  { ...own, name: 'no place', place: '' },
  { ...own, name: 'no area', area: '' },
  { ...own, name: 'area "none"', area: 'none' },
  { ...own, name: 'area of letters', area: 'abcdef' },
  { ...own, name: 'county of another', county: '410122' },
  { ...own, name: 'health "true"', health: 'true' },
  { name: 'place alone', place: community },
  { name: 'county alone', county: '410105' },
  { name: 'area alone', area: community },
  { name: 'health alone', health: 'yes' },
]

/** Where rows stand on which the walls are tried: own, beside, above, elsewhere, and where no row should be. */
export const spots: readonly Spot[] = [
  ...['', '41', '33', '4101'].map((place) => ({ county: '', place })),
  ...['410105', '410122', '330102', '410105001', '410105002', community, '410105001001', '410105002001', '410122001001'].map(
    (place) => ({ county: place.slice(0, 6), place }),
  ),
  { county: '410122', place: community },
  { county: 'none', place: 'none' },
  { county: 'abcdef', place: 'abcdef' },
]
