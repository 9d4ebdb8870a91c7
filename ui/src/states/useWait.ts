import { ApiProblem } from '../call/send.ts'
import { useEffect, useState } from 'react'

/** Seconds until the next try is allowed after a problem that says so (`facts.seconds`); counts down to 0. */
export function useWait(problem: unknown): number {
  const asked = problem instanceof ApiProblem && typeof problem.facts.seconds === 'number' ? problem.facts.seconds : 0
  const [end, setEnd] = useState(0)
  const [, setBeat] = useState(0)
  useEffect(() => setEnd(asked > 0 ? Date.now() + asked * 1000 : 0), [asked, problem])
  useEffect(() => {
    if (end <= Date.now()) return
    const timer = setInterval(() => {
      setBeat((beat) => beat + 1)
      if (end <= Date.now()) clearInterval(timer)
    }, 500)
    return () => clearInterval(timer)
  }, [end])
  return Math.max(0, Math.ceil((end - Date.now()) / 1000))
}
