import { roads } from '@wangdi/domain/staff/sign-in.api.ts'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../call.ts'
import { letGo } from '../leaving/unsaved.ts'

/** Ends the session and leaves for the sign-in page by a fresh load, so that nothing of this person stays in memory. */
export function useSignOut(): () => void {
  const client = useQueryClient()
  return () => {
    void call(roads.signOut, {})
      .catch(() => undefined)
      .finally(() => {
        client.clear()
        letGo()
        window.location.assign('/sign-in')
      })
  }
}
