import Value from 'typebox/value'
import {
  type EmergencyFunction,
  type Facts,
  firstSubject,
  type PersonKind,
  type Subject,
  type Words,
} from '../../../vocabulary.ts'
import { readFacts } from '../../facts.ts'
import { readControl } from '../../controls/control.ts'
import { overControl } from '../../controls/over-control.ts'
import { gradeFor } from '../../grade.ts'
import type { Packs } from '../../packs.ts'
import { planFor } from '../../plan.ts'
import { findList, findNumber } from '../../setting.ts'
import { termFor } from '../../term.ts'
import { Case } from './case.ts'
import { absent, differs, present, sayCase } from './case-words.ts'
import type { Pack, Phase } from '../schema.ts'

/** What became of a case: the sentence, the rules it reached, and where the answer differs from what was wanted. */
export interface CaseResult {
  name: Words
  reached: readonly string[]
  differences: readonly Words[]
}

const letters = { central: 'C', home: 'H', monitoring: 'M' } as const
const writePhases = (phases: readonly Phase[]) =>
  phases
    .map(({ where, days, test_days }) => `${letters[where]}${days}${test_days.length ? `(${test_days.join(',')})` : ''}`)
    .join(' ') || 'none'

interface Situation {
  packs: Packs
  facts: Facts
  place: string
  /** What the pack of the case is about; null for a law. */
  subject: Subject | null
}

function runTerm({ packs, facts, place }: Situation, asked: Extract<Case, { term: string }>): Omit<CaseResult, 'name'> {
  const term = termFor(packs, { kind: asked.term as PersonKind, day: asked.on, place, facts })
  return {
    reached: term.rule ? [term.rule] : [],
    differences: [
      ...differs('phases', asked.gives, writePhases(term.phases)),
      ...differs('alternatives', asked.or ?? [], term.alternatives.map(writePhases)),
      ...differs('certain', asked.certain, term.certain),
      ...differs('rule', asked.rule, term.rule),
      ...differs('missing', asked.missing, term.missing),
    ],
  }
}

function runPlan(
  { packs, facts, place, subject }: Situation,
  asked: Extract<Case, { has?: string[] }>,
): Omit<CaseResult, 'name'> {
  const plan = planFor(packs, facts, place, asked.on)
  // Regime and tier are those of what the notice is about, whatever else holds at the place.
  const about = subject === null || subject === firstSubject ? plan : plan.subjects.find((one) => one.subject === subject)
  const measures = plan.measures.map(({ id }) => id)
  const limits = plan.limits.map(({ id }) => id)
  const rights = plan.rights.map(({ id }) => id)
  const open = (Object.keys(plan.functions) as EmergencyFunction[]).filter((name) => plan.functions[name].open)
  return {
    reached: [
      ...measures.filter((id) => asked.has?.includes(id)),
      ...limits.filter((id) => asked.limits?.includes(id)),
      ...rights.filter((id) => asked.rights?.includes(id)),
    ],
    differences: [
      ...differs('regime', asked.plan, about?.regime ?? null),
      ...differs('tier', asked.tier, about?.tier ?? null),
      ...differs('choice', asked.choice, plan.choice?.needed ?? false),
      ...absent('measure', asked.has, measures),
      ...present('measure', asked.lacks, measures),
      ...absent('limit', asked.limits, limits),
      ...present('limit', asked.free_of, limits),
      ...absent('right', asked.rights, rights),
      ...absent('open', asked.open, open),
      ...present('open', asked.shut, open),
      ...differs('missing', asked.missing, plan.missing),
    ],
  }
}

function runControl({ packs, facts, place }: Situation, asked: Extract<Case, { control: string }>): Omit<CaseResult, 'name'> {
  const control = readControl(asked.control)
  if ('problem' in control) return { reached: [], differences: [control.problem] }
  const found = overControl(packs, planFor(packs, facts, place, asked.on), facts, [control])
  return {
    reached: [],
    differences: differs(
      'finds',
      asked.finds,
      found.map(({ kind, rule }) => `${kind} ${rule ?? ''}`.trim()),
    ),
  }
}

function runGrade({ packs, facts, place }: Situation, asked: Extract<Case, { grade: string }>): Omit<CaseResult, 'name'> {
  const proposal = gradeFor(packs, asked.grade, facts, place, asked.on)
  return {
    reached: proposal.rule ? [proposal.rule] : [],
    differences: [
      ...differs('value', asked.gives, proposal.value),
      ...differs('by', asked.by, proposal.by),
      ...differs('rule', asked.rule, proposal.rule),
      ...differs('missing', asked.missing, proposal.missing),
    ],
  }
}

function runSetting({ packs, place, facts }: Situation, asked: Extract<Case, { setting: string }>): Omit<CaseResult, 'name'> {
  const found = findNumber(packs, asked.setting, place, asked.on, facts) ?? findList(packs, asked.setting, place, asked.on)
  const value = typeof found?.value === 'object' ? found.value.map(({ zh }) => zh).join('、') : found?.value
  return {
    reached: found ? [found.rule] : [],
    differences: [...differs('value', asked.gives, value ?? null), ...differs('certain', asked.certain, found?.certain)],
  }
}

/** Asks the packs one case of a pack about a subject; `place` defaults to a community of Zhengzhou. */
export function runCase(packs: Packs, asked: Case, subject: Subject | null = firstSubject): CaseResult {
  const { facts, problems } = readFacts(asked.facts ?? {}, packs.brought)
  const situation = { packs, facts, place: asked.place ?? '410105001003', subject }
  const result =
    'term' in asked
      ? runTerm(situation, asked)
      : 'grade' in asked
        ? runGrade(situation, asked)
        : 'setting' in asked
          ? runSetting(situation, asked)
          : 'control' in asked
            ? runControl(situation, asked)
            : runPlan(situation, asked)
  return {
    name: sayCase(asked, packs),
    reached: result.reached,
    differences: [...problems.map(({ text: said }) => said), ...result.differences],
  }
}

/** The cases of a parsed cases.yaml; those that have not the form of a case come back as numbers, from 1. */
export function readCases(raw: unknown): { cases: Case[]; unreadable: number[] } {
  const list: unknown[] = Array.isArray(raw) ? raw : []
  const isCase = (each: unknown): each is Case => Value.Check(Case, each)
  return { cases: list.filter(isCase), unreadable: list.flatMap((each, index) => (isCase(each) ? [] : [index + 1])) }
}

const caseKeys = new Set(Case.anyOf.flatMap((form) => Object.keys(form.properties)))

/** Why a case has not the form of one, in words; only what can be told for sure is told. */
export function whyUnreadable(raw: unknown): Words {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return { zh: '要写成 { on: 日期, has: [措施] } 这样', en: 'it is written { on: day, has: [measure] }' }
  const unknown = Object.keys(raw).find((key) => !caseKeys.has(key))
  if (unknown !== undefined) return { zh: `没有“${unknown}”这一项`, en: `there is no ${unknown} in a case` }
  if (!Value.Check(Case.anyOf[0].properties.on, (raw as { on?: unknown }).on))
    return { zh: 'on 要写成 2026-08-01 这样的日期', en: 'on takes a day such as 2026-08-01' }
  return {
    zh: '有一项写法不对：has、lacks、limits 这些要写成列表，term 要有 gives、certain 和 rule',
    en: 'something in it is written otherwise: has, lacks and limits are lists, a term has gives, certain and rule',
  }
}

/** The rules of a pack that no case reached. */
export function unreached(pack: Pack, results: readonly CaseResult[]): string[] {
  const reached = new Set(results.flatMap((result) => result.reached))
  const rules = [
    ...(pack.measures ?? []),
    ...(pack.limits ?? []),
    ...(pack.rights ?? []),
    ...(pack.terms ?? []),
    ...(pack.settings ?? []),
    ...(pack.gradings ?? []).flatMap((grading) => grading.grades),
  ]
  return rules.map(({ id }) => id).filter((id) => !reached.has(id))
}
