import { isWithin } from '../../place-code.ts'
import type { Problem } from '../../problem.ts'
import type { Day, PlaceCode } from '../../schema.ts'
import { type ChecklistName, getChecklist } from './checklists.ts'
import { checklistsOf, type FindingAct, type InspectionKind } from './inspection.ts'
import { problems } from './inspection.problems.ts'

interface Said {
  readonly kind: InspectionKind
  readonly checklist: ChecklistName
  readonly answers: Readonly<Record<string, string>>
  readonly findings: readonly { item: string | null; due_on: Day }[]
  readonly unit: string | null
  readonly contingency: string | null
  readonly day: Day
  readonly next_on: Day | null
}

/** Why an inspection cannot be kept as said: every "no" names what is wrong, who sees to it and until when. */
export function whyNotInspection(said: Said, today: Day): Problem | undefined {
  if (!checklistsOf[said.kind].includes(said.checklist)) return problems.otherList({})
  if (said.day > today) return problems.inFuture({ today })
  if (said.next_on !== null && said.next_on <= said.day) return problems.nextBefore({ day: said.day })
  if ((said.kind === 'unit') !== (said.unit !== null)) return problems.whichUnit({})
  if (said.contingency !== null && said.kind !== 'drill' && said.kind !== 'review') return problems.whichPlan({})
  const items = new Map(getChecklist(said.checklist).items.map(({ id, words }) => [id, words]))
  const strange = [...Object.keys(said.answers), ...said.findings.flatMap(({ item }) => item ?? [])].find((id) => !items.has(id))
  if (strange !== undefined) return problems.otherItem({ item: strange })
  if (Object.keys(said.answers).length === 0) return problems.nothingLooked({})
  const bare = Object.entries(said.answers).find(
    ([id, answer]) => answer === 'no' && !said.findings.some(({ item }) => item === id),
  )
  if (bare) return problems.noOwner({ item: items.get(bare[0])?.zh ?? bare[0] })
  const early = said.findings.find(({ due_on }) => due_on < said.day)
  return early && problems.dueBefore({ day: said.day })
}

/** How a finding stands after its acts, oldest first: its state, and the day agreed last. */
export function stateOfFinding(due: Day, acts: readonly Pick<FindingAct, 'kind' | 'due_on'>[], today: Day) {
  const last = acts.at(-1)
  const state = last?.kind === 'checked' ? 'settled' : last?.kind === 'put-right' ? 'put-right' : 'open'
  const due_on = acts.filter(({ due_on: moved }) => moved !== null).at(-1)?.due_on ?? due
  return { state, due_on, overdue: state === 'open' && due_on < today } as const
}

/** Why an act on a finding is refused: what is checked was put right first, and only those who found it, or above, check it. */
export function whyNotAct(
  finding: { state: 'open' | 'put-right' | 'settled'; by_place: PlaceCode },
  kind: FindingAct['kind'],
  { place }: { place: PlaceCode },
): Problem | undefined {
  if (finding.state === 'settled') return problems.settled({})
  if (kind === 'put-right') return finding.state === 'put-right' ? problems.alreadyRight({}) : undefined
  if (!isWithin(finding.by_place, place)) return problems.notTheirs({})
  return finding.state === 'open' && kind === 'checked' ? problems.notYetRight({}) : undefined
}
