import { firstSubject, type PersonKind, type Subject } from '../vocabulary.ts'
import type { Source } from './answer.ts'
import { covers, type Day } from './day.ts'
import type { Grading, LimitRule, MeasureRule, Pack, RightRule, SettingRule, TermAlternative, TermRule } from './pack/schema.ts'
import { type Condition, compileWhen } from './when.ts'

interface Ready {
  condition: Condition
  source: Source
}
export type ReadyMeasure = MeasureRule & Ready
export type ReadyLimit = LimitRule & Ready
export type ReadyRight = RightRule & Ready
export type ReadyAlternative = TermAlternative & { condition: Condition | undefined; from_document: Source | undefined }
export type ReadyTerm = TermRule & Ready & { choices: readonly ReadyAlternative[] }
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
}

/** All packs, made ready once; every question is asked of this. Wider places come first, then older packs. */
export interface Packs {
  all: readonly ReadyPack[]
  /** The newest version of each; a question about a day asks `readyAt`. */
  byId: ReadonlyMap<string, ReadyPack>
  /** The place codes that any rule names; places below the same ones have the same rules. */
  named_places: readonly string[]
  /** What the rules leave to settings, by name, in the order of their packs. */
  settings: ReadonlyMap<string, readonly { pack: Pack; setting: ReadySetting }[]>
}

/** The source of a rule, the document being that of its pack unless the rule names another. */
export const sourceOf = (pack: Pack, source: { document?: string; section: string }): Source => ({
  document: source.document ?? pack.document,
  section: source.section,
})

function readyTerms(pack: Pack): ReadyPack['terms'] {
  const byKind = new Map<PersonKind | 'everybody', ReadyTerm[]>()
  for (const rule of pack.terms ?? []) {
    const ready: ReadyTerm = {
      ...rule,
      condition: compileWhen(rule.when),
      source: sourceOf(pack, rule.source),
      choices: (rule.alternatives ?? []).map((choice) => ({
        ...choice,
        condition: choice.when && compileWhen(choice.when),
        from_document: choice.source && sourceOf(pack, choice.source),
      })),
    }
    for (const kind of rule.kinds) byKind.set(kind, [...(byKind.get(kind) ?? []), ready])
  }
  return byKind
}

function ready(pack: Pack): ReadyPack {
  const prepare = <R extends { when?: Record<string, unknown>; source: { document?: string; section: string } }>(rule: R) => ({
    ...rule,
    condition: compileWhen(rule.when),
    source: sourceOf(pack, rule.source),
  })
  return {
    pack,
    measures: (pack.measures ?? []).map(prepare),
    limits: (pack.limits ?? []).map(prepare),
    rights: (pack.rights ?? []).map(prepare),
    settings: (pack.settings ?? []).map((setting) => ({ ...setting, source: sourceOf(pack, setting.source) })),
    terms: readyTerms(pack),
    gradings: new Map(
      (pack.gradings ?? []).map((grading) => [
        grading.id,
        {
          grading,
          grades: grading.grades.map(prepare),
          points: (grading.score?.points ?? []).map((line) => ({ condition: compileWhen(line.when), points: line.points })),
          score_source: grading.score && sourceOf(pack, grading.score.source),
        },
      ]),
    ),
  }
}

/** The place codes that any rule of these packs names, in order, without the whole country. */
export function placesNamed(packs: readonly Pack[]): string[] {
  const codes = packs.flatMap((pack) => [pack.place, ...(pack.terms ?? []).flatMap((rule) => rule.place ?? [])])
  return [...new Set(codes)].filter((code) => code !== '').sort()
}

function settingsOf(all: readonly ReadyPack[]): Packs['settings'] {
  const byName = new Map<string, { pack: Pack; setting: ReadySetting }[]>()
  for (const { pack, settings } of all)
    for (const setting of settings) byName.set(setting.name, [...(byName.get(setting.name) ?? []), { pack, setting }])
  return byName
}

/** Makes checked packs ready for questions; to be done once, since it compiles every condition. */
export function compilePacks(packs: readonly Pack[]): Packs {
  const order = (a: Pack, b: Pack) => a.place.length - b.place.length || a.from.localeCompare(b.from) || a.id.localeCompare(b.id)
  const all = [...packs].sort(order).map(ready)
  // Orders name the terms by the short word `terms`; there is one such pack for the country.
  const short = all.filter(({ pack }) => pack.is === 'terms').map((each) => ['terms', each] as const)
  return {
    all,
    byId: new Map([...short, ...all.map((each) => [each.pack.id, each] as const)]),
    named_places: placesNamed(packs),
    settings: settingsOf(all),
  }
}

/** The version of a pack that is read for a day; orders name the terms of the country by the short word `terms`. */
export const readyAt = (packs: Packs, id: string, day: Day): ReadyPack | undefined =>
  packs.all
    .filter(({ pack }) => (pack.id === id || (id === 'terms' && pack.is === 'terms' && pack.place === '')) && covers(pack, day))
    .at(-1)

/** What a pack is about; null for a law, which binds whatever a response is about. */
export const subjectOf = (pack: Pick<Pack, 'is' | 'subject'>): Subject | null =>
  pack.is === 'law' ? null : (pack.subject ?? firstSubject)

/** Whether a pack holds at a place on a day. */
export const isInForce = (pack: Pack, place: string, day: Day): boolean => place.startsWith(pack.place) && covers(pack, day)
