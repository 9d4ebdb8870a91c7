// The pages of the console as their own list names them, and who reads each.
import { globSync } from 'node:fs'
import { reachOf } from '@wangdi/domain/access/access.ts'
import { type Role, roles } from '@wangdi/domain/roles.ts'

/** What of a page of the console is asked here. */
interface Route {
  readonly path: string
  readonly verb: string
  readonly bare?: true
}

const root = new URL('../../../../', import.meta.url)

/** Every page of the console, as the subjects declare them. */
export async function routesOfConsole(): Promise<Route[]> {
  const found: Route[] = []
  for (const file of globSync('console/src/*/*.pages.ts', { cwd: root }))
    found.push(...((await import(new URL(file, root).href)) as { pages: Route[] }).pages)
  return found.sort((one, other) => (one.path < other.path ? -1 : 1))
}

// Who reads first: at each level those who are told most.
const readers: readonly Role[] = [
  ...(['community-director', 'community-doctor', 'community-worker', 'street-officer', 'county-health'] as const),
  ...(['county-leader', 'county-civil-affairs', 'policy-editor', 'security-administrator', 'system-administrator'] as const),
  ...(['auditor', 'city-officer', 'province-officer', 'nation-officer'] as const),
]

/** One reader of a page at each level that may open it with more than the doors of a grid. */
export function readersOf({ verb }: Route): Role[] {
  const told = readers.filter((role) => {
    const reach = reachOf(verb, role)
    return reach !== undefined && reach !== 'grid'
  })
  const levels = new Set<string>()
  return told.filter((role) => !levels.has(roles[role].level) && levels.add(roles[role].level))
}
