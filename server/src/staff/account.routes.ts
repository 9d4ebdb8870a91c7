import { problems as common, refuse } from '@wangdi/domain/problem.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import {
  endSessions,
  listAccounts,
  listColleagues,
  resetPassword,
  saveAccount,
  switchOff,
  switchOn,
} from '@wangdi/domain/staff/accounts/account.api.ts'
import { problems } from '@wangdi/domain/staff/accounts/account.problems.ts'
import { administrators, type Holder, whyNotAdministrator, whyNotGive } from '@wangdi/domain/staff/accounts/account.rules.ts'
import { whyNotPassword } from '@wangdi/domain/staff/password.rules.ts'
import type { Db } from '../platform/db.ts'
import { type Actor, type Served, serve } from '../platform/serve.ts'
import {
  addAccount,
  changeAccount,
  findAccountToChange,
  findPlaceOf,
  getAccountToChange,
  listAccountsOf,
  listAdministrators,
  lockAdministrators,
  listColleaguesAt,
} from './account.queries.ts'
import { sealDutyPhone } from './duty-phone.ts'
import { loginsOf } from './session.routes.ts'

// An account that the actor cannot see is as foreign as one that lies elsewhere.
async function aboutAccount(db: Db, { id }: { id: Id }) {
  const found = await findPlaceOf(db, id)
  if (!found) throw common.notFound({})
  return found
}

async function requireGivable(db: Db, actor: Actor, holder: Holder): Promise<void> {
  refuse(whyNotGive(actor, holder))
  if (!administrators.includes(holder.role)) return
  await lockAdministrators(db, holder.place)
  refuse(whyNotAdministrator(holder, await listAdministrators(db, holder.place, administrators)))
}

/** The verbs of accounts: whoever gives them out reaches no further than their own place and below their own role. */
export const accountRoutes: readonly Served[] = [
  serve(listAccounts, {
    run: async ({ db, actor, input, fields }) => {
      const { place = actor.place, text = '', page = 0, size = 50 } = input
      const { rows, total } = await listAccountsOf(db, fields, place, text, page, size)
      return { rows: rows.map((row) => ({ ...row, role: row.role as Role })), total }
    },
  }),
  serve(saveAccount, {
    run: async (request) => {
      const { db, actor, input, note } = request
      const { id, name, role, place, password, version } = input
      const phone = sealDutyPhone(request.fields, input.phone)
      const login = input.login.toLowerCase()
      const kept = await findAccountToChange(db, id)
      if (kept) refuse(whyNotGive(actor, kept))
      await requireGivable(db, actor, { id, name, role, place, phone_hash: phone.phone_hash })
      note({ account: id })
      const logins = loginsOf(request)
      if (version !== undefined) {
        if (!kept || kept.login !== login) throw common.notFound({})
        const next = await changeAccount(db, { id, version }, { name, role, place, ...phone })
        await logins.save({ account: id, login, name })
        if (kept.role !== role || kept.place !== place) await logins.endSessions(id)
        return { id, version: next }
      }
      if (password === undefined) throw common.invalid({ field: 'password', why: 'needed for a new account' })
      refuse(whyNotPassword(password, login))
      if (kept || !(await addAccount(db, { id, login, name, role, place, ...phone }))) throw problems.loginTaken({ login })
      await logins.save({ account: id, login, name, password, mustChange: true })
      return { id, version: 1 }
    },
  }),
  serve(switchOff, {
    about: aboutAccount,
    run: async (request) => {
      const { db, actor, input, note } = request
      const kept = await getAccountToChange(db, input.id)
      refuse(whyNotGive(actor, kept))
      const version = await changeAccount(db, input, { active: false })
      note({ account: kept.id })
      await loginsOf(request).close(kept.id)
      return { id: kept.id, version }
    },
  }),
  serve(switchOn, {
    about: aboutAccount,
    run: async (request) => {
      const { db, actor, input, note } = request
      const kept = await getAccountToChange(db, input.id)
      await requireGivable(db, actor, kept)
      refuse(whyNotPassword(input.password, kept.login))
      const version = await changeAccount(db, input, { active: true })
      note({ account: kept.id })
      await loginsOf(request).save({
        account: kept.id,
        login: kept.login,
        name: kept.name,
        password: input.password,
        mustChange: true,
      })
      return { id: kept.id, version }
    },
  }),
  serve(endSessions, {
    about: aboutAccount,
    run: async (request) => {
      const kept = await getAccountToChange(request.db, request.input.id)
      refuse(whyNotGive(request.actor, kept))
      request.note({ account: kept.id })
      await loginsOf(request).endSessions(kept.id)
      return { id: kept.id }
    },
  }),
  serve(resetPassword, {
    about: aboutAccount,
    run: async (request) => {
      const { db, actor, input, note } = request
      const { id, login, name, ...kept } = await getAccountToChange(db, input.id)
      refuse(whyNotGive(actor, { id, ...kept }))
      if (!kept.active) throw problems.switchedOff({ name })
      refuse(whyNotPassword(input.password, login))
      note({ account: id })
      const forgotten = input.secondFactor ? { secondFactor: null } : {}
      await loginsOf(request).save({ account: id, login, name, password: input.password, mustChange: true, ...forgotten })
      await loginsOf(request).endSessions(id)
      return { id }
    },
  }),
  serve(listColleagues, {
    run: async ({ db, actor, fields }) => {
      const rows = await listColleaguesAt(db, fields, actor.place)
      return { colleagues: rows.map((row) => ({ ...row, role: row.role as Role })) }
    },
  }),
]
