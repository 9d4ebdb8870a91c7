import { useBlocker } from '@tanstack/react-router'
import { useEffect } from 'react'
import { LeaveQuestion } from './LeaveQuestion.tsx'
import { isUnsaved, rememberFields } from './unsaved.ts'

/** Asks before a page is left on which something was written and not saved. */
export function Leaving() {
  useEffect(rememberFields, [])
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isUnsaved(),
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  })
  return (
    <LeaveQuestion open={leaving.status === 'blocked'} onLeave={() => leaving.proceed?.()} onStay={() => leaving.reset?.()} />
  )
}
