import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Keys of this installation, outside the database. Ciphers name the key that made them, so keys rotate. */
export interface Keys {
  /** The key that new ciphers use. */
  readonly current: string
  readonly ciphers: ReadonlyMap<string, Buffer>
  /** One key for look-up hashes; it never rotates without rehashing. */
  readonly hash: Buffer
  /** Private keys (PKCS #8, PEM) that sign what the house publishes, and the one that signs now. */
  readonly signing: { readonly current: string; readonly pems: ReadonlyMap<string, string> }
  /** Signs sessions of the sign-in library. */
  readonly session: string
  /** The application's database password. */
  readonly database: string
}

interface KeyFile {
  current: string
  ciphers: Record<string, string>
  hash: string
  signing: { current: string; pems: Record<string, string> }
  session: string
  database: string
}

function freshSigning(): KeyFile['signing'] {
  const id = `s${randomBytes(3).toString('hex')}`
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { current: id, pems: { [id]: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string } }
}

const fresh = (): KeyFile => {
  const id = `k${randomBytes(3).toString('hex')}`
  return {
    current: id,
    ciphers: { [id]: randomBytes(32).toString('base64') },
    hash: randomBytes(32).toString('base64'),
    signing: freshSigning(),
    session: randomBytes(32).toString('base64url'),
    database: randomBytes(24).toString('base64url'),
  }
}

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as KeyFile

function write(path: string, file: KeyFile): void {
  const made = `${path}.${process.pid}.new`
  writeFileSync(made, JSON.stringify(file, null, 2), { mode: 0o600 })
  renameSync(made, path)
}

/** Reads `keys.json` of the directory (mode 600), making it on the first start. */
export function openKeys(directory: string): Keys {
  // Others may pass through but not look around: the account of the embedded PostgreSQL has its directory below.
  mkdirSync(directory, { recursive: true, mode: 0o711 })
  const path = join(directory, 'keys.json')
  if (!existsSync(path)) write(path, fresh())
  chmodSync(path, 0o600)
  let file = read(path)
  // Houses that were set up before anything was signed get their key now.
  if (!file.signing) {
    write(path, { ...file, signing: freshSigning() })
    file = read(path)
  }
  return {
    current: file.current,
    session: file.session,
    database: file.database,
    signing: { current: file.signing.current, pems: new Map(Object.entries(file.signing.pems)) },
    hash: Buffer.from(file.hash, 'base64'),
    ciphers: new Map(Object.entries(file.ciphers).map(([id, key]) => [id, Buffer.from(key, 'base64')])),
  }
}
