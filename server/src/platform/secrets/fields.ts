import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomFillSync,
} from 'node:crypto'
import type { Keys } from './keys.ts'

/** What lies in the database for one secret field: cipher text with its key id, keyed hash of the whole and of the last four. */
export interface SealedField {
  readonly cipher: string
  readonly hash: string
  readonly tailHash: string
}

/** Seals and opens personal fields; a provider with another suite (SM4, SM3) has the same functions. */
export interface FieldCipher {
  seal(kind: 'document' | 'phone', text: string): SealedField
  open(kind: 'document' | 'phone', cipher: string): string
  /** The keyed hash by which a whole value or its last four characters are found. */
  hash(kind: 'document' | 'phone', part: 'whole' | 'tail', text: string): string
  /** Seals text that is never looked for. */
  sealText(kind: 'reply', text: string): string
  openText(kind: 'reply', cipher: string): string
  /** Seals bytes under the name of what they are, such as `file <id>`, so that they open as nothing else. */
  sealBytes(name: string, bytes: Uint8Array): Buffer
  openBytes(name: string, sealed: Uint8Array): Buffer
  /** The keyed hash by which the content of a command is known again. */
  digest(text: string): string
}

const ivBytes = 12
// Of the 256 bits as many as keep all numbers of the nation apart (132), and all ends (48): four indexes carry them.
const hashCharacters = { whole: 22, tail: 8 }
const pool = Buffer.alloc(ivBytes * 1024)
let used = pool.length

// Fresh random bytes for each number, drawn for a thousand at once; none is handed out twice.
function nextIv(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += ivBytes
  return Buffer.from(pool.subarray(used - ivBytes, used))
}

/** AES-256-GCM (NIST SP 800-38D) with the field's kind as associated data, HMAC-SHA-256 for look-up. */
export function fieldCipher(keys: Keys): FieldCipher {
  // Prepared keys: handing over raw bytes each time costs six times as much, which an import of 100,000 rows would feel.
  const hashKey = createSecretKey(keys.hash)
  const prepared = new Map([...keys.ciphers].map(([id, key]) => [id, createSecretKey(key)]))
  // A key of its own (HKDF, RFC 5869): nothing that hashes one thing can be held against hashes of another.
  const contentKey = createSecretKey(Buffer.from(hkdfSync('sha256', keys.hash, '', 'wangdi content of commands', 32)))
  const hash: FieldCipher['hash'] = (kind, part, text) =>
    createHmac('sha256', hashKey)
      .update(`${kind}:${part}:${text.toUpperCase()}`)
      .digest('base64url')
      .slice(0, hashCharacters[part])
  // There are some ten thousand tails, and an import asks for each of them again and again.
  const tails = new Map<string, string>()
  const tailHash = (kind: 'document' | 'phone', tail: string) => {
    const known = tails.get(kind + tail)
    if (known !== undefined) return known
    const made = hash(kind, 'tail', tail)
    if (tails.size < 30_000) tails.set(kind + tail, made)
    return made
  }
  const pack = (name: string, bytes: Uint8Array) => {
    const iv = nextIv()
    const cipher = createCipheriv('aes-256-gcm', keyOf(prepared, keys.current), iv).setAAD(Buffer.from(name))
    const body = Buffer.concat([cipher.update(bytes), cipher.final()])
    return Buffer.concat([iv, cipher.getAuthTag(), body])
  }
  const unpack = (name: string, key: string, packed: Buffer) => {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(prepared, key), packed.subarray(0, 12))
    decipher.setAAD(Buffer.from(name)).setAuthTag(packed.subarray(12, 28))
    return Buffer.concat([decipher.update(packed.subarray(28)), decipher.final()])
  }
  const lock = (kind: string, text: string) => `${keys.current}.${pack(kind, Buffer.from(text, 'utf8')).toString('base64url')}`
  const open = (kind: string, sealed: string) => {
    const dot = sealed.indexOf('.')
    return unpack(kind, sealed.slice(0, dot), Buffer.from(sealed.slice(dot + 1), 'base64url')).toString('utf8')
  }
  return {
    hash,
    seal: (kind, text) => ({
      cipher: lock(kind, text),
      hash: hash(kind, 'whole', text),
      tailHash: tailHash(kind, text.slice(-4)),
    }),
    open,
    sealText: lock,
    openText: open,
    sealBytes: (name, bytes) => Buffer.concat([Buffer.from(`${keys.current}.`), pack(name, bytes)]),
    openBytes: (name, sealed) => {
      const all = Buffer.from(sealed)
      const dot = all.indexOf('.')
      return unpack(name, all.subarray(0, dot).toString(), all.subarray(dot + 1))
    },
    digest: (text) => createHmac('sha256', contentKey).update(text).digest('base64url'),
  }
}

function keyOf(keys: ReadonlyMap<string, KeyObject>, id: string): KeyObject {
  const key = keys.get(id)
  if (!key) throw new Error(`no key ${id} in the key file`)
  return key
}
