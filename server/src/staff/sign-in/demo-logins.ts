import type { DemoLogin } from '@wangdi/domain/staff/sign-in.api.ts'
import { needsSecondFactor, type Role } from '@wangdi/domain/roles.ts'
import type { Db } from '../../platform/db.ts'
import type { Logins } from '../../platform/logins.ts'
import { listWithPlaces } from './accounts.queries.ts'

/** The password of every account of the demo: it guards nothing but invented people. */
export const demoPassword = 'wangdi-demo-2026'

/** One login of each role in each county of the demo, in the order in which the demo made them; editors are two, one writes and the other publishes. */
export async function listDemoLogins(db: Db, logins: Logins): Promise<DemoLogin[]> {
  const ids = await logins.listDemo()
  const accounts = new Map((await listWithPlaces(db, ids)).map((account) => [account.id, account]))
  const shown: DemoLogin[] = []
  const isShown = (role: string, place: string) =>
    shown.filter((one) => one.role === role && one.place.slice(0, 6) === place.slice(0, 6)).length ===
    (role === 'policy-editor' ? 2 : 1)
  for (const id of ids) {
    const account = accounts.get(id)
    if (!account || isShown(account.role, account.place)) continue
    const role = account.role as Role
    const code = needsSecondFactor(role) ? await logins.findCode(id) : undefined
    const { login, name, place, placeName } = account
    shown.push({
      login,
      password: demoPassword,
      role,
      name,
      place,
      placeName,
      ...(code ? { code } : {}),
    })
  }
  return shown
}
