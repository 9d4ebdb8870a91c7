import { readSession } from '@wangdi/domain/staff/session.api.ts'
import { useMutation } from '@tanstack/react-query'
import type { Static, TObject, TSchema } from 'typebox'
import { call } from '../call.ts'

/** Where somebody stands who is signing in. */
export type Step = 'password' | 'code' | 'new-password' | 'enrol' | 'in'

/** What the server still wants of a session that was just made: a password of one's own, a second factor, or nothing. */
export async function nextStep(): Promise<Step> {
  const { needs } = await call(readSession, {})
  if (needs === 'password') return 'new-password'
  return needs === 'second-factor' ? 'enrol' : 'in'
}

/** One road of signing in for a form: what it answers is handed to `onSuccess`. */
export function useRoad<I extends TObject, R extends TSchema>(road: { at: `${'GET' | 'POST'} /${string}`; input: I; reply: R }) {
  return useMutation<Static<R>, unknown, Static<I>>({ mutationFn: (input) => call(road, input) })
}
