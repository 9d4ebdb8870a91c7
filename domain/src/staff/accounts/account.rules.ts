import { isWithin, levelOf } from '../../place-code.ts'
import type { Problem } from '../../problem.ts'
import { type Role, roles } from '../../roles.ts'
import type { Id, PlaceCode } from '../../schema.ts'
import { problems } from './account.problems.ts'

/** An account as the rules need it. */
export interface Holder {
  readonly id: Id
  readonly name: string
  readonly role: Role
  readonly place: PlaceCode
  /** The keyed hash of the duty phone: equal where the phones are. */
  readonly phone_hash: string | null
}

/** Whoever gives out accounts. */
export interface Giver {
  readonly account: Id
  readonly role: Role
  readonly place: PlaceCode
}

const levelWords = { community: '社区', street: '街道', county: '县', city: '市', province: '省', nation: '国家' } as const

/** Roles that a community director gives in the own community: those who work under the director. */
export const rolesOfDirector: readonly Role[] = [
  'grid-worker',
  'community-worker',
  'information-reporter',
  'community-doctor',
  'volunteer',
]

/** The three administrators, who must be three persons (GB/T 22239-2019 level 3: system, security and audit apart). */
export const administrators: readonly Role[] = ['security-administrator', 'system-administrator', 'auditor']

/** The roles that somebody may give, in the order of the one list of roles. */
export function rolesGivenBy(role: Role): Role[] {
  if (role === 'community-director') return [...rolesOfDirector]
  if (role !== 'security-administrator') return []
  const reached = ['community', 'street', 'county']
  return (Object.keys(roles) as Role[]).filter((one) => reached.includes(roles[one].level))
}

/** Why an account of this role cannot be at this place: its level is another. */
export function whyNotPlace(role: Role, place: PlaceCode): Problem | undefined {
  const { zh, level, also = [] }: { zh: string; level: keyof typeof levelWords; also?: readonly string[] } = roles[role]
  return [level, ...also].includes(levelOf(place)) ? undefined : problems.wrongLevel({ role: zh, level: levelWords[level] })
}

/** Why somebody may not give this role at this place, or touch an account that has it; nobody reaches above themselves. */
export function whyNotGive(giver: Giver, holder: Pick<Holder, 'id' | 'role' | 'place'>): Problem | undefined {
  if (giver.account === holder.id) return problems.ownAccount({})
  const { role, place } = holder
  return rolesGivenBy(giver.role).includes(role) && isWithin(place, giver.place)
    ? whyNotPlace(role, place)
    : problems.aboveReach({ role: roles[role].zh })
}

/** Why this person may not become an administrator: an account of theirs is another of the three; told by name or phone. */
export function whyNotAdministrator(holder: Holder, others: readonly Holder[]): Problem | undefined {
  if (!administrators.includes(holder.role)) return undefined
  const same = others.find(
    (other) =>
      other.id !== holder.id &&
      administrators.includes(other.role) &&
      other.role !== holder.role &&
      (other.name === holder.name || (other.phone_hash !== null && other.phone_hash === holder.phone_hash)),
  )
  return same && problems.samePerson({ name: same.name, role: roles[same.role].zh })
}
