import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { type Limits, limitsOf } from './http/limits.ts'

/** What the environment says about this installation; read once at start. */
export interface Config {
  /** The owner's connection; absent: our own embedded PostgreSQL in `data`. */
  readonly databaseUrl: string | undefined
  /** The application's connection where the owner may not make roles. */
  readonly appDatabaseUrl: string | undefined
  /** The sign-in library's connection where the owner may not make roles. */
  readonly authDatabaseUrl: string | undefined
  readonly port: number
  readonly host: string
  readonly data: string
  /** Bytes of files that wait to be imported: all of one account, all of the house. */
  readonly uploads: { readonly accountBytes: number; readonly wholeBytes: number }
  /** Bytes of the originals of documents, which stay in the database: all of one place, all of the house. */
  readonly originals: { readonly placeBytes: number; readonly wholeBytes: number }
  /** Bytes of photos and signatures, which stay in the database: of those who work at one place. */
  readonly photos: { readonly placeBytes: number }
  /** Invented people, logins printed, a clock that may be set. Never in production. */
  readonly demo: boolean
  /** The demo begins with an emergency response open in the town county (WANGDI_DEMO=response). */
  readonly demoInResponse: boolean
  /** Files of a certificate and its key, or `self` for one made here, so that a phone on the same network can open field. */
  readonly tls: { cert: string; key: string } | 'self' | undefined
  /** A list file of places instead of the national one that ships. */
  readonly places: string | undefined
  /** Proxies whose X-Forwarded-For is believed: addresses, networks or `loopback`. */
  readonly proxies: readonly string[]
  readonly limits: Limits
  /** Days before its last contact from which on a phone's word for a moment is taken. */
  readonly offlineDays: number
  readonly production: boolean
}

/** Reads DATABASE_URL, DATABASE_APP_URL, DATABASE_AUTH_URL, PORT, HOST, WANGDI_DATA, WANGDI_DEMO, WANGDI_PLACES, WANGDI_TLS, WANGDI_TLS_CERT, WANGDI_TLS_KEY, WANGDI_PROXIES, WANGDI_LIMITS, WANGDI_OFFLINE_DAYS, WANGDI_UPLOADS_MB, WANGDI_UPLOADS_ACCOUNT_MB, WANGDI_ORIGINALS_MB, WANGDI_ORIGINALS_PLACE_MB, WANGDI_PHOTOS_PLACE_MB, NODE_ENV. Throws RangeError on what cannot be read. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const production = env['NODE_ENV'] === 'production'
  const cert = env['WANGDI_TLS_CERT']
  const key = env['WANGDI_TLS_KEY']
  return {
    databaseUrl: env['DATABASE_URL'],
    appDatabaseUrl: env['DATABASE_APP_URL'],
    authDatabaseUrl: env['DATABASE_AUTH_URL'],
    port: portOf(env['PORT'] ?? '4000'),
    host: env['HOST'] ?? (cert || env['WANGDI_TLS'] === 'self' ? '0.0.0.0' : '127.0.0.1'),
    data: resolve(env['WANGDI_DATA'] ?? './data'),
    uploads: {
      accountBytes: megabytesOf('WANGDI_UPLOADS_ACCOUNT_MB', env['WANGDI_UPLOADS_ACCOUNT_MB'] ?? '256'),
      wholeBytes: megabytesOf('WANGDI_UPLOADS_MB', env['WANGDI_UPLOADS_MB'] ?? '2048'),
    },
    originals: {
      placeBytes: megabytesOf('WANGDI_ORIGINALS_PLACE_MB', env['WANGDI_ORIGINALS_PLACE_MB'] ?? '1024'),
      wholeBytes: megabytesOf('WANGDI_ORIGINALS_MB', env['WANGDI_ORIGINALS_MB'] ?? '20480'),
    },
    photos: { placeBytes: megabytesOf('WANGDI_PHOTOS_PLACE_MB', env['WANGDI_PHOTOS_PLACE_MB'] ?? '1024') },
    demo: !production && env['WANGDI_DEMO'] !== 'no',
    demoInResponse: env['WANGDI_DEMO'] === 'response',
    tls: cert && key ? { cert, key } : env['WANGDI_TLS'] === 'self' ? 'self' : undefined,
    places: env['WANGDI_PLACES'],
    proxies: proxiesOf(env['WANGDI_PROXIES'] ?? ''),
    limits: limitsOf(env['WANGDI_LIMITS'] ?? ''),
    offlineDays: daysOf('WANGDI_OFFLINE_DAYS', env['WANGDI_OFFLINE_DAYS'] ?? '7'),
    production,
  }
}

function portOf(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new RangeError(`PORT is not a port: ${text}`)
  return port
}

const named = new Set(['loopback', 'linklocal', 'uniquelocal'])

// A network that holds every address would believe whatever anybody writes.
function isProxy(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const longest = isIP(address) === 6 ? 128 : 32
  return (
    more.length === 0 &&
    isIP(address) !== 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= longest))
  )
}

function proxiesOf(text: string): string[] {
  const proxies = text.split(/[\s,]+/).filter((one) => one !== '')
  const wrong = proxies.find((one) => !named.has(one) && !isProxy(one))
  if (wrong !== undefined) throw new RangeError(`WANGDI_PROXIES is no address and no network: ${wrong}`)
  return proxies
}

// A file may have 64 MB: less than that for an account would refuse what is promised.
function megabytesOf(name: string, text: string): number {
  const megabytes = Number(text)
  if (!Number.isInteger(megabytes) || megabytes < 64 || megabytes > 1_048_576)
    throw new RangeError(`${name} is a number of megabytes from 64 on: ${text}`)
  return megabytes * 1024 * 1024
}

function daysOf(name: string, text: string): number {
  const days = Number(text)
  if (!Number.isInteger(days) || days < 1 || days > 90) throw new RangeError(`${name} is no number of days from 1 to 90: ${text}`)
  return days
}
