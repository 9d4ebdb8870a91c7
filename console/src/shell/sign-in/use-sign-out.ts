import { useQueryClient } from '@tanstack/react-query'
import { call } from '../call.ts'
import { signOut } from '../session.ts'

/** Ends the session and leaves for the sign-in page by a fresh load, so that nothing of this person stays in memory. */
export function useSignOut(): () => void {
  const client = useQueryClient()
  return () => {
    void call(signOut, {})
      .catch(() => undefined)
      .finally(() => {
        client.clear()
        window.location.assign('/sign-in')
      })
  }
}
