import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { username } from 'better-auth/plugins/username'
import pg from 'pg'
import { v7 as newId } from 'uuid'
import type { Log } from '../../platform/log.ts'
import { hashPassword, verifyPassword } from './passwords.ts'

/** How long a session lives without use; an hour of use later it is carried on. */
export const sessionSeconds = 7 * 24 * 3600
/** Where the tables of the library lie. */
export const authSchema = 'auth'
/** What cookies of this house begin with. */
export const cookiePrefix = 'wangdi'

/** Opens the pool of the sign-in library: its own role, nothing but its own schema in sight. */
export function openAuthPool(url: string, log: Log, max = 6): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, options: `-c search_path=${authSchema}` })
  pool.on('error', (error) => log.warn({ code: (error as { code?: string }).code }, 'sign-in connection lost'))
  pool.on('connect', (client) => void client.on('error', () => {})) // without a listener the process would end
  return pool
}

/** The sign-in library as this house uses it: names and passwords, a second factor, sessions; no sign-up, no mail. */
export function openLibrary({ pool, secret, secure }: { pool: pg.Pool; secret: string; secure: boolean }) {
  return betterAuth({
    appName: '网底',
    baseURL: 'http://localhost', // only its functions are called: no request is routed by it
    secret,
    database: pool,
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false }, // our own growing delays count failures, whichever server is asked
    user: {
      additionalFields: {
        mustChange: { type: 'boolean', required: false, defaultValue: false, input: false },
        demo: { type: 'boolean', required: false, defaultValue: false, input: false },
      },
    },
    session: { expiresIn: sessionSeconds, updateAge: 3600, storeSessionInDatabase: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1, // judged before by the rules of the house
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: ({ hash: kept, password }) => verifyPassword(kept, password) },
    },
    plugins: [
      username({ minUsernameLength: 3, maxUsernameLength: 64, usernameValidator: () => true, displayUsername: false }),
      // Wrong codes are counted by our own delays: a lock of the account would shut its owner out with the guesser.
      twoFactor({ issuer: '网底', totpOptions: { digits: 6, period: 30 }, accountLockout: { enabled: false } }),
    ],
    advanced: {
      cookiePrefix,
      useSecureCookies: secure,
      database: { generateId: () => newId() },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
    },
  })
}

/** The opened library. */
export type Library = ReturnType<typeof openLibrary>
