import { daysBetween, shanghaiDay } from '../../day.ts'
import { isWithin } from '../../place-code.ts'
import type { Problem } from '../../problem.ts'
import { endedOn } from '../../regimes/ended.rules.ts'
import { inForceAt } from '../../regimes/regimes.rules.ts'
import type { Response } from '../../regimes/regimes.ts'
import type { Day, Id, PlaceCode } from '../../schema.ts'
import type { Assessment, DestructionRun } from './destruction.ts'
import { problems } from './destruction.problems.ts'
import { destructionKinds, keptWith } from './kinds.ts'

type Dated = Pick<Response, 'id' | 'scope' | 'functions' | 'from' | 'until' | 'review_on' | 'acts'>

/** Longest further keeping for evidence or evaluation: three years, as long as the impact record itself (个人信息保护法 §56). */
const longestKept = 3 * 366

/** The parts of a response's scope that lie in a county; the county itself where the scope reaches over it. */
export const areasIn = (scope: readonly PlaceCode[], county: PlaceCode): PlaceCode[] => [
  ...new Set(scope.flatMap((area) => (isWithin(area, county) ? [area] : isWithin(county, area) ? [county] : []))),
]

/** Where other responses in force still need the same kind of data, by the function they open. */
export function heldBy(ended: Dated, all: readonly Dated[], county: PlaceCode, day: Day): Record<string, PlaceCode[]> {
  const others = all.filter(({ id }) => id !== ended.id)
  const running = others.filter((other) => inForceAt([other], other.scope[0] ?? county, day).length > 0)
  return Object.fromEntries(
    ended.functions.map((name) => [
      name,
      running.filter(({ functions }) => functions.includes(name)).flatMap(({ scope }) => areasIn(scope, county)),
    ]),
  )
}

/** Why a run may not be asked for; nothing when it may. */
export function whyNotAssess(
  response: Dated,
  runs: readonly Pick<DestructionRun, 'state' | 'assessment' | 'asked_by'>[],
  assessment: Assessment,
  today: Day,
): Problem | undefined {
  if (endedOn(response, today) === undefined) return problems.stillOpen({})
  const open = runs.find(({ state }) => state === 'waiting' || state === 'approved' || state === 'running')
  if (open) return problems.runOpen({ by: open.asked_by })
  const { legality, necessity, safety, kept } = assessment
  if ([legality, necessity, safety].some((text) => text.trim() === '')) return problems.assessmentShort({})
  if (kept.some(({ kind, reason }) => !destructionKinds[kind] || reason.trim() === '')) return problems.keptWithoutReason({})
  if (kept.some(({ until }) => until <= today || daysBetween(today, until) > longestKept)) return problems.keptTooLong({})
  const missing = [...keptWith(kept.map(({ kind }) => kind))].find((kind) => !kept.some((one) => one.kind === kind))
  return missing === undefined ? undefined : problems.keptAlone({ kind: destructionKinds[missing]?.words.zh ?? missing })
}

/** Why somebody may not decide on a run: it is decided, or they asked for it themselves (four eyes). */
export function whyNotDecide(
  run: Pick<DestructionRun, 'state' | 'asked_by_account' | 'decided_by'>,
  account: Id,
): Problem | undefined {
  if (run.asked_by_account === account) return problems.ownRun({})
  return run.state === 'waiting' ? undefined : problems.decided({ by: run.decided_by ?? '' })
}

/** Why a run may not be carried out; nothing when it may begin or go on. */
export function whyNotExecute(run: Pick<DestructionRun, 'state' | 'decided_by'>): Problem | undefined {
  if (run.state === 'waiting') return problems.notApproved({})
  if (run.state === 'refused') return problems.decided({ by: run.decided_by ?? '' })
  return run.state === 'done' ? problems.alreadyDone({}) : undefined
}

/** The number of a done run's certificate: its year, and its place among the county's runs that were done in that year. */
export function certificateNumber(
  run: Pick<DestructionRun, 'id' | 'done_at'>,
  all: readonly Pick<DestructionRun, 'id' | 'done_at'>[],
): string {
  const yearOf = ({ done_at }: Pick<DestructionRun, 'done_at'>) => (done_at === null ? '' : shanghaiDay(done_at).slice(0, 4))
  const done = all.filter((one) => yearOf(one) === yearOf(run)).sort((a, b) => ((a.done_at ?? '') < (b.done_at ?? '') ? -1 : 1))
  return `销证〔${yearOf(run)}〕${done.findIndex(({ id }) => id === run.id) + 1}号`
}
