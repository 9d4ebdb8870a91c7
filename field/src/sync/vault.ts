// The key of the phone: made once, wrapped under a PIN, and open only in memory.

/** Something sealed with AES-256-GCM (NIST SP 800-38D): a fresh 96-bit nonce each time, name of its place as associated data. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly data: ArrayBuffer
}

/** What lies on the phone: nothing in it opens the key without the PIN. */
export interface Lock {
  readonly salt: Uint8Array<ArrayBuffer>
  readonly rounds: number
  readonly wrapped: Sealed
  /** Wrong PINs since the last right one, and until when no other is tried (ms since 1970). */
  readonly fails: number
  readonly closedUntil: number
}

/** PBKDF2-HMAC-SHA-256 rounds, as OWASP's password storage guidance asks; a test may take fewer. */
export const usualRounds = 600_000

/** Digits of a PIN, at least. */
export const fewestDigits = 6

/** How long the next try waits after so many wrong PINs: three are free, then 10 s doubling to an hour. */
export const delayAfter = (fails: number): number => (fails < 3 ? 0 : Math.min(3_600_000, 10_000 * 2 ** (fails - 3)))

const bytes = (text: string) => new TextEncoder().encode(text)

async function wrappingKey(pin: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', bytes(pin), 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

const importKey = (raw: ArrayBuffer | Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])

/** Seals bytes; `name` is where they belong, so that they open nowhere else. */
export async function sealBytes(key: CryptoKey, name: string, data: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytes(name) }, key, data) }
}

/** Opens bytes that were sealed under the same key and name; throws when they are not. */
export const openBytes = (key: CryptoKey, name: string, { iv, data }: Sealed) =>
  crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bytes(name) }, key, data)

/** Makes a new key and the lock that keeps it under the PIN. */
export async function makeLock(pin: string, rounds = usualRounds): Promise<{ lock: Lock; key: CryptoKey }> {
  const raw = crypto.getRandomValues(new Uint8Array(32))
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const wrapped = await sealBytes(await wrappingKey(pin, salt, rounds), 'key', raw)
  const key = await importKey(raw)
  raw.fill(0)
  return { lock: { salt, rounds, wrapped, fails: 0, closedUntil: 0 }, key }
}

/** What a PIN did: the key, or nothing; the lock says how it stands now and must be stored before the answer is shown. */
export async function tryPin(lock: Lock, pin: string, now: number): Promise<{ lock: Lock; key: CryptoKey | undefined }> {
  if (now < lock.closedUntil) return { lock, key: undefined }
  try {
    const raw = await openBytes(await wrappingKey(pin, lock.salt, lock.rounds), 'key', lock.wrapped)
    return { lock: { ...lock, fails: 0, closedUntil: 0 }, key: await importKey(raw) }
  } catch {
    const fails = lock.fails + 1
    return { lock: { ...lock, fails, closedUntil: now + delayAfter(fails) }, key: undefined }
  }
}

/** Seals a value as JSON; `name` is where it belongs, so that it opens nowhere else. */
export const seal = (key: CryptoKey, name: string, value: unknown): Promise<Sealed> =>
  sealBytes(key, name, bytes(JSON.stringify(value)))

/** Opens what was sealed under the same key and name; throws when it is not. */
export async function open<T>(key: CryptoKey, name: string, sealed: Sealed): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await openBytes(key, name, sealed))) as T
}
