import type { FastifyRequest } from 'fastify'
import type { Library } from '../library.ts'

/** Whose second step a request carries: the id of the account that gave its password; nothing without a step that runs. */
export async function findChallenged(library: Library, request: FastifyRequest): Promise<string | undefined> {
  const { createAuthCookie, internalAdapter } = await library.$context
  const value = request.cookies[createAuthCookie('two_factor').name] ?? ''
  // Name and signature; the signature is judged by the library, the name alone is not to be guessed.
  const identifier = value.slice(0, Math.max(0, value.lastIndexOf('.')))
  if (!/^[\w-]{1,200}$/.test(identifier)) return undefined
  const step = await internalAdapter.findVerificationValue(identifier)
  return step && step.expiresAt > new Date() ? step.value : undefined
}
