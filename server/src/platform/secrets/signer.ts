import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { Keys } from './keys.ts'

/** Signs texts of this house so that a change in the database is noticed; another suite (SM2) has the same two functions. */
export interface Signer {
  /** The id of the key that signs now. */
  readonly key: string
  sign(text: string): string
  /** Whether the key of this id made the signature; false as well where the house does not hold the key. */
  holds(text: string, key: string, signature: string): boolean
}

/** ES256 (RFC 7518: ECDSA on P-256 with SHA-256, the signature as r and s) under the keys of the key folder. */
export function makeSigner({ signing }: Keys): Signer {
  const pairs = new Map<string, { secret: KeyObject; open: KeyObject }>()
  for (const [id, pem] of signing.pems) {
    const secret = createPrivateKey(pem)
    pairs.set(id, { secret, open: createPublicKey(secret) })
  }
  const now = pairs.get(signing.current)
  if (!now) throw new Error('keys.json names a signing key that it does not hold')
  const form = { dsaEncoding: 'ieee-p1363' } as const
  return {
    key: signing.current,
    sign: (text) => sign('sha256', Buffer.from(text), { key: now.secret, ...form }).toString('base64url'),
    holds(text, key, signature) {
      const pair = pairs.get(key)
      return (
        pair !== undefined &&
        verify('sha256', Buffer.from(text), { key: pair.open, ...form }, Buffer.from(signature, 'base64url'))
      )
    },
  }
}
