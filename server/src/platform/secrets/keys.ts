import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Keys of this installation, outside the database. Ciphers name the key that made them, so keys rotate. */
export interface Keys {
  /** The key that new ciphers use. */
  readonly current: string
  readonly ciphers: ReadonlyMap<string, Buffer>
  /** One key for look-up hashes; it never rotates without rehashing. */
  readonly hash: Buffer
  /** Signs sessions of the sign-in library. */
  readonly session: string
  /** The application's database password. */
  readonly database: string
}

interface KeyFile {
  current: string
  ciphers: Record<string, string>
  hash: string
  session: string
  database: string
}

const fresh = (): KeyFile => {
  const id = `k${randomBytes(3).toString('hex')}`
  return {
    current: id,
    ciphers: { [id]: randomBytes(32).toString('base64') },
    hash: randomBytes(32).toString('base64'),
    session: randomBytes(32).toString('base64url'),
    database: randomBytes(24).toString('base64url'),
  }
}

/** Reads `keys.json` of the directory (mode 600), making it on the first start. */
export function openKeys(directory: string): Keys {
  // Others may pass through but not look around: the account of the embedded PostgreSQL has its directory below.
  mkdirSync(directory, { recursive: true, mode: 0o711 })
  const path = join(directory, 'keys.json')
  if (!existsSync(path)) {
    writeFileSync(`${path}.new`, JSON.stringify(fresh(), null, 2), { mode: 0o600 })
    renameSync(`${path}.new`, path)
  }
  chmodSync(path, 0o600)
  const file = JSON.parse(readFileSync(path, 'utf8')) as KeyFile
  return {
    current: file.current,
    session: file.session,
    database: file.database,
    hash: Buffer.from(file.hash, 'base64'),
    ciphers: new Map(Object.entries(file.ciphers).map(([id, key]) => [id, Buffer.from(key, 'base64')])),
  }
}
