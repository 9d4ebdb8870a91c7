import { shanghaiDay } from '@wangdi/domain/day.ts'
import { reachOf } from '@wangdi/domain/access/access.ts'
import {
  type ActKind,
  type CaseAct,
  type CaseSource,
  CaseSource as Sources,
  type Finding,
  findingKinds,
  type FindingKind,
  type OverControlCase,
} from '@wangdi/domain/plan/over-control/over-control.ts'
import {
  findingsOf,
  isSettled,
  standing,
  type ToldControl,
  whyNotAct,
} from '@wangdi/domain/plan/over-control/over-control.rules.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import type { Day, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Plan } from '@wangdi/policy/engine/answer.ts'
import { planFor } from '@wangdi/policy/engine/plan.ts'
import { type Restriction, restrictions } from '@wangdi/policy/vocabulary.ts'
import type { Db } from '../../platform/db.ts'
import { getPacks } from '../../platform/packs.ts'
import { factsOfMany } from '../../regimes/index.ts'
import { listToldControls } from './sources.ts'
import { type KeptAct, listActs } from './told.queries.ts'

/** A case before anybody's rights are looked at; `inForce` is false where only its acts are left. */
export interface Case extends Omit<OverControlCase, 'may'> {
  readonly inForce: boolean
}

/** When a board is looked at. */
export interface Moment {
  readonly day: Day
  readonly now: Instant
}

/** What the plans of their places say against these restrictions, each place's plan made once. */
export async function findAll(
  db: Db,
  told: readonly ToldControl[],
  day: Day,
): Promise<{ told: ToldControl; findings: Finding[] }[]> {
  const facts = await factsOfMany(db, [...new Set(told.map(({ place }) => place))], day)
  const packs = getPacks()
  const plans = new Map<PlaceCode, Plan>()
  return told.map((one) => {
    const known = facts.get(one.place) ?? {}
    const plan = plans.get(one.place) ?? planFor(packs, known, one.place, day)
    plans.set(one.place, plan)
    return { told: one, findings: findingsOf(packs, plan, known, one) }
  })
}

const plainAct = ({ subject: _, place: __, findings: ___, restriction: ____, known_at: _____, ...act }: KeptAct): CaseAct => act

function caseOf(told: ToldControl, findings: Finding[], acts: readonly KeptAct[], { now, day }: Moment): Case {
  const { control, bounds: _, itself: __, approved, ...said } = told
  const compared = control && { person: null, certificate: null, ...control }
  return {
    ...said,
    control: compared && {
      kind: compared.kind,
      person: compared.person,
      certificate: compared.certificate,
      scope: compared.scope,
    },
    findings,
    acts: acts.map(plainAct),
    ...standing(acts, told.known_at, now, day, approved),
    inForce: true,
  }
}

const isRestriction = (kind: string | null): kind is Restriction => kind !== null && Object.hasOwn(restrictions, kind)

/** A case whose record has ended or left the sight of this office: what its acts said is left. */
function pastCase(acts: readonly KeptAct[], { now, day }: Moment): Case | undefined {
  const [first] = acts
  if (!first) return undefined
  const source = (Sources.enum as readonly string[]).find((one) => first.subject.startsWith(`${one}:`)) as CaseSource
  const kind = first.restriction
  const stood = standing(acts, first.known_at, now, day)
  return {
    key: first.subject,
    source,
    place: first.place,
    control: isRestriction(kind) ? { kind, person: null, certificate: null, scope: 'community' } : null,
    label: '',
    since: first.period_from ?? shanghaiDay(first.known_at),
    known_at: first.known_at,
    order: '',
    told_as: null,
    reason: '',
    findings: first.findings
      .filter((name): name is FindingKind => Object.hasOwn(findingKinds, name))
      .map((name) => ({ kind: name, limit: findingKinds[name], source: null, lacks: [] })),
    acts: acts.map(plainAct),
    ...stood,
    inForce: false,
  }
}

/** Every case of a place and all below it: what goes beyond today, and what was acted on before. */
export async function listCases(db: Db, place: PlaceCode, moment: Moment): Promise<Case[]> {
  const acts = Map.groupBy(await listActs(db, place), ({ subject }) => subject)
  const found = await findAll(db, await listToldControls(db, place, moment.day), moment.day)
  const present = new Map<string, Case>()
  for (const { told, findings } of found) {
    if (findings.length === 0) continue
    const before = present.get(told.key)
    if (before) present.set(told.key, { ...before, findings: [...before.findings, ...findings] })
    else present.set(told.key, caseOf(told, findings, acts.get(told.key) ?? [], moment))
  }
  const past = [...acts].flatMap(([key, own]) => (present.has(key) ? [] : (pastCase(own, moment) ?? [])))
  return [...present.values(), ...past]
}

const verbs: Readonly<Record<ActKind, string>> = {
  warned: 'plan.warn-control',
  answered: 'plan.answer-control',
  'stop-ordered': 'plan.stop-control',
  confirmed: 'plan.confirm-stopped',
  allowed: 'plan.allow-control',
}

/** What an office may do about a case now. */
export const mayDo = (one: Case, actor: { place: PlaceCode; role: Role }): ActKind[] =>
  (Object.keys(verbs) as ActKind[]).filter(
    (act) => reachOf(verbs[act], actor.role) !== undefined && !whyNotAct(act, one, actor.place),
  )

/** Open cases whose record is in force or whose stop is not confirmed yet: what the plan page points at. */
export const isOpen = (one: Case): boolean =>
  !isSettled(one.state) && (one.inForce || one.state === 'stopping' || one.state === 'stop-answered')

/** How many cases of a place and all below it are open on a day. */
export const countOpenCases = async (db: Db, place: PlaceCode, moment: Moment): Promise<number> =>
  (await listCases(db, place, moment)).filter(isOpen).length
