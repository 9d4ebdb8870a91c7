import {
  evidences,
  type HouseEvidence,
  type HouseKind,
  type KindProof,
  kindProofs,
  type OwnName,
  type PersonKind,
  personKinds,
  type Subject,
  type Words,
} from '../vocabulary.ts'
import type { Source } from './answer.ts'
import { covers, type Day } from './day.ts'
import { type Brought, bookFor, broughtByAll } from './own/book.ts'
import type { FactBook } from './facts.ts'
import type {
  Grading,
  LimitRule,
  LineRule,
  MeasureRule,
  Pack,
  RightRule,
  SettingRule,
  TermAlternative,
  TermRule,
} from './pack/schema.ts'
import { sourceOf, subjectOf } from './own/sources.ts'
import { type Condition, compileWhen } from './when.ts'

export { sourceOf, subjectOf } from './own/sources.ts'

interface Ready {
  condition: Condition
  source: Source
}
export type ReadyMeasure = MeasureRule & Ready
export type ReadyLimit = LimitRule & Ready
export type ReadyRight = RightRule & Ready
export type ReadyLine = LineRule & Ready
export type ReadyAlternative = TermAlternative & { condition: Condition | undefined; from_document: Source | undefined }
export type ReadyTerm = TermRule & Ready & { choices: readonly ReadyAlternative[]; rows: readonly string[] }
export type ReadySetting = SettingRule & { source: Source }
export interface ReadyGrading {
  grading: Grading
  grades: readonly (Grading['grades'][number] & Ready)[]
  points: readonly { condition: Condition; points: number }[]
  score_source: Source | undefined
}

/** A pack with its conditions made ready; the pack itself is kept as it was read. */
export interface ReadyPack {
  pack: Pack
  measures: readonly ReadyMeasure[]
  limits: readonly ReadyLimit[]
  rights: readonly ReadyRight[]
  settings: readonly ReadySetting[]
  gradings: ReadonlyMap<string, ReadyGrading>
  terms: ReadonlyMap<PersonKind | 'everybody', readonly ReadyTerm[]>
  lines: readonly ReadyLine[]
}

/** A kind of person that a pack brings. */
export interface BroughtKind {
  readonly words: Words
  readonly pack: string
  readonly subject: Subject | null
  /** Of whom among those who arrive it is proposed; null where a person names them. */
  readonly condition: Condition | null
}

/** All packs, made ready once; every question is asked of this. Wider places come first, then older packs. */
export interface Packs {
  all: readonly ReadyPack[]
  /** The newest version of each; a question about a day asks `readyAt`. */
  byId: ReadonlyMap<string, ReadyPack>
  /** The place codes that any rule names; places below the same ones have the same rules. */
  named_places: readonly string[]
  /** Which of them a place lies in: places of one scope have the same rules on every day. */
  scopeOf: (place: string) => string
  /** Words of measures, limits and rights that rules about several things have: only those can be said once. */
  said_alike: ReadonlySet<string>
  /** What the rules leave to settings, by name, in the order of their packs. */
  settings: ReadonlyMap<string, readonly { pack: Pack; setting: ReadySetting }[]>
  /** The facts that packs bring, and the kinds of person. */
  brought: Brought
  kinds: ReadonlyMap<OwnName, BroughtKind>
}

const served = <P extends { days: number }>(phases: readonly P[]): P[] => phases.filter(({ days }) => days > 0)

function readyTerms(pack: Pack, book: FactBook): ReadyPack['terms'] {
  const byKind = new Map<PersonKind | 'everybody', ReadyTerm[]>()
  for (const rule of pack.terms ?? []) {
    const ready: ReadyTerm = {
      ...rule,
      phases: served(rule.phases),
      rows: rule.rows ?? [],
      condition: compileWhen(rule.when, book),
      source: sourceOf(pack, rule.source),
      choices: (rule.alternatives ?? []).map((choice) => ({
        ...choice,
        phases: served(choice.phases),
        condition: choice.when && compileWhen(choice.when, book),
        from_document: choice.source && sourceOf(pack, choice.source),
      })),
    }
    for (const kind of rule.kinds) byKind.set(kind, [...(byKind.get(kind) ?? []), ready])
  }
  return byKind
}

/** Compiles conditions of one pack; what is asked in the same words is one condition, and is told once for all its rules. */
function compiler(book: FactBook): (when: Record<string, unknown> | undefined) => Condition {
  const known = new Map<string, Condition>()
  return (when) => {
    const key = JSON.stringify(when ?? {})
    const condition = known.get(key) ?? compileWhen(when, book)
    known.set(key, condition)
    return condition
  }
}

function ready(pack: Pack, book: FactBook): ReadyPack {
  const compile = compiler(book)
  const prepare = <R extends { when?: Record<string, unknown>; source: { document?: string; section: string } }>(rule: R) => ({
    ...rule,
    condition: compile(rule.when),
    source: sourceOf(pack, rule.source),
  })
  // What is proposed for a level of the pack is a grading like any other.
  const proposed = (pack.tiers?.axes ?? []).flatMap(({ id, words, proposed: grades }): Grading[] =>
    grades ? [{ id, name: words, certain: true, grades }] : [],
  )
  return {
    pack,
    measures: (pack.measures ?? []).map(prepare),
    limits: (pack.limits ?? []).map(prepare),
    rights: (pack.rights ?? []).map(prepare),
    settings: (pack.settings ?? []).map((setting) => ({ ...setting, source: sourceOf(pack, setting.source) })),
    lines: (pack.lines ?? []).map(prepare),
    terms: readyTerms(pack, book),
    gradings: new Map(
      [...(pack.gradings ?? []), ...proposed].map((grading) => [
        grading.id,
        {
          grading,
          grades: grading.grades.map(prepare),
          points: (grading.score?.points ?? []).map((line) => ({ condition: compileWhen(line.when, book), points: line.points })),
          score_source: grading.score && sourceOf(pack, grading.score.source),
        },
      ]),
    ),
  }
}

/** The place codes that any rule of these packs names, in order, without the whole country. */
export function placesNamed(packs: readonly Pack[]): string[] {
  const codes = packs.flatMap((pack) => [
    pack.place,
    ...[pack.measures, pack.limits, pack.rights, pack.terms, pack.lines].flatMap((rules) =>
      (rules ?? []).flatMap((rule) => rule.place ?? []),
    ),
  ])
  return [...new Set(codes)].filter((code) => code !== '').sort()
}

function settingsOf(all: readonly ReadyPack[]): Packs['settings'] {
  const byName = new Map<string, { pack: Pack; setting: ReadySetting }[]>()
  for (const { pack, settings } of all)
    for (const setting of settings) byName.set(setting.name, [...(byName.get(setting.name) ?? []), { pack, setting }])
  return byName
}

/** Finds the scope of a place by cutting its code at the lengths that are named: there may be thousands of named places. */
function scopesOf(named: readonly string[]): Packs['scopeOf'] {
  const known = new Set(named)
  const lengths = [...new Set(named.map((code) => code.length))].sort((a, b) => a - b)
  return (place) => {
    let scope = ''
    for (const length of lengths) {
      const code = place.slice(0, length)
      if (code.length === length && known.has(code)) scope += `${code} `
    }
    return scope
  }
}

function saidAlike(packs: readonly Pack[]): Set<string> {
  const about = new Map<string, Subject | null>()
  const alike = new Set<string>()
  for (const pack of packs)
    for (const { text } of [...(pack.measures ?? []), ...(pack.limits ?? []), ...(pack.rights ?? [])]) {
      const before = about.get(text.zh)
      if (before !== undefined && before !== subjectOf(pack)) alike.add(text.zh)
      about.set(text.zh, subjectOf(pack))
    }
  return alike
}

/** Makes checked packs ready for questions; to be done once, since it compiles every condition. */
export function compilePacks(packs: readonly Pack[]): Packs {
  const order = (a: Pack, b: Pack) => a.place.length - b.place.length || a.from.localeCompare(b.from) || a.id.localeCompare(b.id)
  const sorted = [...packs].sort(order)
  const brought = broughtByAll(sorted)
  const all = sorted.map((pack) => ready(pack, bookFor(pack, sorted, brought)))
  const kinds = sorted.flatMap((pack) =>
    (pack.kinds ?? []).map(({ id, words, when }) => {
      const condition = when ? compileWhen(when, bookFor(pack, sorted, brought)) : null
      return [id, { words, pack: pack.id, subject: subjectOf(pack), condition }] as const
    }),
  )
  // Orders name the terms by the short word `terms`; there is one such pack for the country.
  const short = all.filter(({ pack }) => pack.is === 'terms').map((each) => ['terms', each] as const)
  const byId = new Map([...short, ...all.map((each) => [each.pack.id, each] as const)])
  const named = placesNamed(packs)
  return {
    ...{ all, byId, named_places: named, scopeOf: scopesOf(named), said_alike: saidAlike(packs) },
    ...{ settings: settingsOf(all), brought, kinds: new Map(kinds) },
  }
}

/** The version of a pack that is read for a day; orders name the terms of the country by the short word `terms`. */
export const readyAt = (packs: Packs, id: string, day: Day): ReadyPack | undefined =>
  packs.all
    .filter(({ pack }) => (pack.id === id || (id === 'terms' && pack.is === 'terms' && pack.place === '')) && covers(pack, day))
    .at(-1)

/** Whether a pack holds at a place on a day. */
export const isInForce = (pack: Pack, place: string, day: Day): boolean => place.startsWith(pack.place) && covers(pack, day)

/** Whether a rule reaches a place within that of its pack. */
export const reaches = (rule: { place?: readonly string[] }, place: string): boolean =>
  rule.place === undefined || rule.place.some((code) => place.startsWith(code))

/** What a kind of person is called, of the house or of a pack; one that no pack brings any more stands for itself. */
export const kindWords = (packs: Packs, kind: string): Words =>
  personKinds[kind as HouseKind] ?? packs.kinds.get(kind as OwnName)?.words ?? { zh: kind, en: kind }

/** What proves a measure, in words: records of the house, or a line of the daily report that a pack brings. */
export function evidenceWords(packs: Packs, name: string): Words {
  const line = packs.all
    .flatMap(({ lines }) => lines)
    .filter(({ id }) => id === name)
    .at(-1)
  return evidences[name as HouseEvidence] ?? kindProofs[name as KindProof] ?? line?.words ?? { zh: name, en: name }
}
