import { addDays, shanghaiDay, shanghaiInstant } from '../../day.ts'
import type { DoneAct } from '../../kinds/request/flow.ts'
import { type Folded, foldOf } from '../../kinds/request/standing.rules.ts'
import type { Problem } from '../../problem.ts'
import type { Day, Id, Instant, PlaceCode } from '../../schema.ts'
import { type ChecklistName, getChecklist } from './checklists.ts'
import { findingFlow } from './finding-flow.ts'
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

/** A finding as it was found: by whom and from where, where it lies, and the day that was agreed first. */
export interface FoundFirst {
  readonly id: Id
  readonly place: PlaceCode
  readonly by_place: PlaceCode
  readonly by: Id
  readonly at: Instant
  readonly due_on: Day
}
/** What became of a finding, as it is kept. */
export interface KeptFindingAct {
  readonly id: Id
  readonly kind: FindingAct['kind']
  readonly at: Instant
  readonly by: Id
  readonly by_place: PlaceCode
  readonly due_on: Day | null
}

const endOf = (day: Day): Instant => shanghaiInstant(addDays(day, 1), '00:00')

/** An act on a finding for the flow: what is due on a day is late when that day is over. */
export const actOnFinding = ({ id, kind, at, by, by_place, due_on }: KeptFindingAct): DoneAct => ({
  ...{ id, act: kind, at, by, place: by_place },
  ...(due_on !== null && { due_at: endOf(due_on) }),
})
/** Where a finding stands by its acts, as the flow of findings judges them. */
export function foldFinding({ id, place, by_place, by, at, due_on }: FoundFirst, acts: readonly KeptFindingAct[]): Folded {
  const found = { id, act: 'find', at, by, place: by_place, whom: { office: place }, due_at: endOf(due_on) }
  return foldOf(findingFlow, [found, ...acts.map(actOnFinding)])
}

/** The day that was agreed last for a finding. */
export const agreedDay = ({ term }: Folded): Day => addDays(shanghaiDay(term ?? 0), -1)
