import { documents } from './subjects/documents.ts'
import { health } from './subjects/health.ts'
import { observation } from './subjects/observation.ts'
import { people } from './subjects/people.ts'
import { places } from './subjects/places.ts'
import { plan } from './subjects/plan.ts'
import { regimes } from './subjects/regimes.ts'
import { reports } from './subjects/reports.ts'
import { requests } from './subjects/requests.ts'
import { rights } from './subjects/rights.ts'
import { rounds } from './subjects/rounds.ts'
import { staff } from './subjects/staff.ts'
import { kinds } from './kinds.ts'
import { modules } from '../modules.ts'
import type { Role } from '../roles.ts'
import { platform } from './platform.ts'
import type { Reach, Row, Rows } from './reach.ts'

/** Lays tables of rows into one; throws a RangeError that names the verb when two of them speak of it. */
export function join(tables: readonly Rows[]): Rows {
  const joined = new Map<string, Row>()
  for (const [verb, row] of tables.flatMap((rows) => Object.entries(rows))) {
    if (joined.has(verb)) throw new RangeError(`${verb} is declared twice`)
    joined.set(verb, row)
  }
  return Object.freeze(Object.fromEntries(joined))
}

/** The table of one subject as it is; throws a RangeError that names a verb of another subject. */
export function tableOf(subject: string, rows: Rows): Rows {
  const stray = Object.keys(rows).find((verb) => !verb.startsWith(`${subject}.`))
  if (stray !== undefined) throw new RangeError(`${stray} does not belong to ${subject}`)
  return rows
}

const bySubject = {
  places,
  people,
  staff,
  kinds,
  documents,
  regimes,
  rounds,
  health,
  observation,
  requests,
  reports,
  plan,
  rights,
}

/** Who may do which verb, and how far. A verb that is not here is refused to everybody. */
export const access: Rows = join([platform, ...modules.map((subject) => tableOf(subject, bySubject[subject]))])

/** How far a role may do a verb; undefined is no. */
export const reachOf = (verb: string, role: Role): Reach | undefined => access[verb]?.[role]

/** All verbs of a role with their reach: what a session is told, so that button and server ask the same rule. */
export const verbsOf = (role: Role): Record<string, Reach> =>
  Object.fromEntries(Object.entries(access).flatMap(([verb, row]) => (row[role] ? [[verb, row[role]]] : [])))
