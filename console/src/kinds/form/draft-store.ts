/** How long what was typed and not sent is kept on the device. */
const keptMs = 7 * 24 * 3_600_000

interface Sealed {
  readonly at: number
  readonly iv: Uint8Array<ArrayBuffer>
  readonly bytes: ArrayBuffer
}

/** What was typed, and when last. */
export interface Draft {
  readonly at: number
  readonly value: unknown
}

const held = new Map<string, Draft>()

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the store of drafts'))
  })

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('wangdi-drafts', 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('drafts')
    request.result.createObjectStore('keys')
  }
  return asked(request)
}

// The key cannot be read out, only used, by this page on this machine: files of the browser alone tell nothing.
async function keyIn(db: IDBDatabase): Promise<CryptoKey> {
  const known = (await asked(db.transaction('keys').objectStore('keys').get('drafts'))) as CryptoKey | undefined
  if (known) return known
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  await asked(db.transaction('keys', 'readwrite').objectStore('keys').put(made, 'drafts'))
  return made
}

// Without a safe connection a page has no cipher, and some browsers have no store: then drafts live as long as the page.
async function inStore<T>(work: (db: IDBDatabase) => Promise<T>): Promise<T | undefined> {
  if (typeof indexedDB === 'undefined' || crypto.subtle === undefined) return undefined
  try {
    const db = await open()
    try {
      return await work(db)
    } finally {
      db.close()
    }
  } catch {
    return undefined
  }
}

/** Keeps what was typed under a name, in place of what was kept before; sealed where the browser can. */
export async function keepDraft(name: string, value: unknown, at: number): Promise<void> {
  held.set(name, { at, value })
  await inStore(async (db) => {
    const key = await keyIn(db)
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(JSON.stringify(value)))
    // What was sent or typed meanwhile is newer.
    if (held.get(name)?.at !== at) return
    const sealed: Sealed = { at, iv, bytes }
    await asked(db.transaction('drafts', 'readwrite').objectStore('drafts').put(sealed, name))
  })
}

/** What was typed under a name and not sent, seven days at most; undefined where there is nothing. */
export async function findDraft(name: string, now: number): Promise<Draft | undefined> {
  const own = held.get(name)
  if (own) return own
  return inStore(async (db) => {
    const names = await asked(db.transaction('drafts').objectStore('drafts').getAllKeys())
    const all = (await asked(db.transaction('drafts').objectStore('drafts').getAll())) as Sealed[]
    const old = names.filter((_, nth) => (all[nth]?.at ?? 0) < now - keptMs)
    const drafts = db.transaction('drafts', 'readwrite').objectStore('drafts')
    for (const one of old) drafts.delete(one)
    const sealed = all[names.indexOf(name)]
    if (!sealed || sealed.at < now - keptMs) return undefined
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, await keyIn(db), sealed.bytes)
    return { at: sealed.at, value: JSON.parse(new TextDecoder().decode(plain)) as unknown }
  })
}

/** Drops what was typed under a name: it was sent, or is not wanted. */
export async function dropDraft(name: string): Promise<void> {
  held.delete(name)
  await inStore((db) => asked(db.transaction('drafts', 'readwrite').objectStore('drafts').delete(name)))
}
