import { symmetricEncrypt } from 'better-auth/crypto'
import type { Pool } from 'pg'
import type { Login, Logins } from '../../platform/logins.ts'
import type { Library } from './library.ts'
import { hashPassword } from './passwords.ts'
import { findFreshCode } from './second-factor/once.ts'

const providerId = 'credential'
const where = (field: string, value: string) => [{ field, value }]

interface User {
  id: string
  username: string
}

/** What the verbs' side of sign-in stands on. */
export interface LoginParts {
  readonly library: Library
  readonly pool: Pool
  /** Forgets the failures of a name. */
  readonly clear: (login: string) => Promise<void>
  /** Hears whose sessions are no more. */
  readonly ended: (account: string) => void
}

/** What verbs ask of sign-in, on the connections of the library. */
export function makeLogins({ library, pool, clear, ended }: LoginParts): Logins {
  const open = async () => library.$context
  const findUser = async (field: 'id' | 'username', value: string) =>
    (await open()).adapter.findOne<User>({ model: 'user', where: where(field, value) })

  async function saveUser({ account, login, name, mustChange, demo }: Login): Promise<void> {
    const { adapter, internalAdapter } = await open()
    const username = login.toLowerCase()
    const known = { name, username, email: `${username}@wangdi.invalid`, ...(mustChange === undefined ? {} : { mustChange }) }
    // The caller has seen that no account has this login: what still carries it was left by a write that failed halfway.
    const other = await findUser('username', username)
    if (other && other.id !== account) await internalAdapter.deleteUser(other.id)
    if (await findUser('id', account)) {
      await adapter.update({ model: 'user', where: where('id', account), update: { ...known, updatedAt: new Date() } })
      return
    }
    const now = { createdAt: new Date(), updatedAt: new Date() }
    const data = { id: account, ...known, emailVerified: false, twoFactorEnabled: false, demo: demo ?? false, ...now }
    await adapter.create({ model: 'user', data, forceAllowId: true })
  }

  async function savePassword(account: string, password: string): Promise<void> {
    const { internalAdapter } = await open()
    const hash = await hashPassword(password)
    const kept = await internalAdapter.findCredentialAccount(account)
    if (kept) await internalAdapter.updateAccount(kept.id, { password: hash })
    else await internalAdapter.linkAccount({ userId: account, providerId, accountId: account, password: hash })
  }

  async function saveSecondFactor(account: string, secret: string | undefined): Promise<void> {
    const { adapter, secretConfig } = await open()
    await adapter.deleteMany({ model: 'twoFactor', where: where('userId', account) })
    if (secret !== undefined) {
      const encrypt = (data: string) => symmetricEncrypt({ key: secretConfig, data })
      const kept = { secret: await encrypt(secret), backupCodes: await encrypt('[]'), userId: account, verified: true }
      await adapter.create({ model: 'twoFactor', data: kept })
    }
    await adapter.update({ model: 'user', where: where('id', account), update: { twoFactorEnabled: secret !== undefined } })
  }

  const endSessions = async (account: string) => {
    await (await open()).internalAdapter.deleteUserSessions(account)
    ended(account)
  }

  return {
    async save(login) {
      await saveUser(login)
      if (login.password !== undefined) {
        await savePassword(login.account, login.password)
        await clear(login.login)
      }
      if (login.secondFactor !== undefined) await saveSecondFactor(login.account, login.secondFactor ?? undefined)
    },
    async close(account) {
      await (await open()).internalAdapter.deleteAccounts(account)
      await endSessions(account)
    },
    endSessions,
    async listSessions(account) {
      const sessions = await (await open()).internalAdapter.listSessions(account, { onlyActiveSessions: true })
      return sessions.map(({ id, createdAt, updatedAt, expiresAt }) => ({
        id,
        began: createdAt.toISOString(),
        used: updatedAt.toISOString(),
        until: expiresAt.toISOString(),
      }))
    },
    async endSession(account, session) {
      const { internalAdapter } = await open()
      const found = (await internalAdapter.listSessions(account)).find(({ id }) => id === session)
      if (found) await internalAdapter.deleteSession(found.token)
      ended(account)
      return found !== undefined
    },
    findCode: (account) => findFreshCode({ library, pool }, account),
    async listDemo() {
      const users = await (await open()).adapter.findMany<User>({
        model: 'user',
        where: [{ field: 'demo', value: true }],
        sortBy: { field: 'createdAt', direction: 'asc' },
        limit: 200,
      })
      return users.map(({ id }) => id)
    },
  }
}
