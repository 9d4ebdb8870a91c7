import { type RoundKind, roundStandings } from '@wangdi/domain/kinds/round/round.ts'
import type { Words } from '@wangdi/domain/problem.ts'
import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { useSaying } from '../../shell/say.ts'

/** A standing of a round in words: done, not reached, or the reason that its kind names. */
export function wordsOfStanding({ fields, result }: RoundKind, standing: string): Words | undefined {
  const own: Readonly<Record<string, Words>> = roundStandings
  return own[standing] ?? fields[result.field]?.values?.[standing]
}

/** How one of those to be gone to stands. */
export function StandingMark({ kind, standing }: { kind: RoundKind; standing: string }) {
  const say = useSaying()
  const words = wordsOfStanding(kind, standing)
  const state = standing === 'done' ? 'done' : standing === 'not-reached' ? 'unvisited' : 'partial'
  return <StateMark state={state}>{words ? say(words) : standing}</StateMark>
}
