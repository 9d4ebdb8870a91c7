import type { EmergencyFunction } from '@wangdi/domain/endpoint.ts'
import { problems } from '@wangdi/domain/problem.ts'
import type { Db } from '../platform/db.ts'
import type { Served } from '../platform/serve.ts'

/** The verbs of regimes. */
export const regimes: readonly Served[] = []

/** Why an emergency function is closed for a place that day; nothing when a response in force opens it (R-LAW-1). */
export async function whyClosed(_db: Db, needs: EmergencyFunction, _place: string, _day: string) {
  return problems.closed({ function: needs })
}
