import type { Role } from '@wangdi/domain/roles.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { problems } from '@wangdi/domain/staff/accounts/account.problems.ts'
import { v7 as newId } from 'uuid'
import type { Db } from '../platform/db.ts'
import type { Logins } from '../platform/logins.ts'
import { addAccount } from './account.queries.ts'
import type { DutyPhone } from './duty-phone.ts'

const noPhone: DutyPhone = { phone_cipher: null, phone_hash: null, phone_tail_hash: null }

/** An account as the command line, the demo and tests make it. */
export interface NewAccount {
  readonly id?: Id
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly place: PlaceCode
  readonly phone?: DutyPhone
  readonly password: string
  /** The person must choose another password first. */
  readonly mustChange?: boolean
  /** The secret of an authenticator that is set up already; of the demo and of tests. */
  readonly secondFactor?: string
  readonly demo?: boolean
}

/** Makes an account that can sign in at once, as the owner of the database; gives its id. Throws `staff.login-taken`. */
export async function saveAccount(owner: Db, logins: Logins, asked: NewAccount): Promise<Id> {
  const { id = newId(), name, role, place, phone = noPhone, password, secondFactor, mustChange = false, demo = false } = asked
  const login = asked.login.toLowerCase()
  if (!(await addAccount(owner, { id, login, name, role, place, ...phone }))) throw problems.loginTaken({ login })
  const second = secondFactor === undefined ? {} : { secondFactor }
  await logins.save({ account: id, login, name, password, mustChange, demo, ...second })
  return id
}
