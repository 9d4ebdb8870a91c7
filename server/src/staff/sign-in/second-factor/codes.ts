import { createHmac } from 'node:crypto'

const stepMs = 30_000

/** Which half minute since 1970 a moment lies in: the step of an authenticator. */
export const stepAt = (at: Date): number => Math.floor(at.getTime() / stepMs)

/** Six digits that an authenticator with this secret shows in a step (RFC 4226 section 5.3, RFC 6238). */
export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', secret).update(counter).digest()
  const number = hash.readUInt32BE((hash.at(-1) ?? 0) & 15) & 0x7fff_ffff
  return String(number % 1_000_000).padStart(6, '0')
}

/**
 * The steps near a moment to which a code belongs. Two to each side, one more than sign-in accepts: the clock may step on
 * between this look and that of the library.
 */
export const stepsOf = (secret: string, code: string, at: Date): number[] =>
  [-2, -1, 0, 1, 2].map((away) => stepAt(at) + away).filter((step) => codeAt(secret, step) === code)
