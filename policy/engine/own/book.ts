import {
  type FactWords,
  type OwnName,
  type PlaceLevel,
  placeLevels,
  type Recorder,
  type Subject,
  type Words,
} from '../../vocabulary.ts'
import type { Source } from '../answer.ts'
import type { FactBook } from '../facts.ts'
import type { OwnFact, Pack } from '../pack/schema.ts'
import { sourceOf, subjectOf } from './sources.ts'

/** A fact that a pack brings, with what must be known to record it. */
export interface BroughtFact extends FactWords {
  readonly name: OwnName
  readonly pack: string
  readonly subject: Subject | null
  /** Recorded by somebody, a level that somebody confirms, the tier somebody chose where axes differ. */
  readonly use: 'record' | 'level' | 'choice'
  /** The level of place that it is kept for; null where it is asked of a person. */
  readonly at: PlaceLevel | null
  readonly who: readonly Recorder[]
  readonly unit: Words | null
  /** Days after which what was said says nothing any more; null where it stands until something else is said. */
  readonly lasts: number | null
  readonly source: Source
}

/** The facts that packs bring, by name. */
export type Brought = Readonly<Record<OwnName, BroughtFact>>

/** Who records where nobody is named: the county's health authority; of a city or province its own office. */
const usually = (at: PlaceLevel): readonly Recorder[] => (at === 'city' || at === 'province' ? [at] : ['county-health'])
const yesNo = ['no', 'yes'] as const

const listed = (values: readonly { id: string; words: Words }[]) => ({
  values: values.map(({ id }) => id),
  value_words: Object.fromEntries(values.map(({ id, words }) => [id, words])),
})

function valuesOf({ type, values = [] }: OwnFact): Pick<FactWords, 'values' | 'value_words'> {
  if (type === 'number' || type === 'day') return { values: type }
  return type === 'yes-no' ? { values: yesNo } : listed(values)
}

const bounds = ({ least, most }: { least?: number; most?: number }) => ({
  ...(least !== undefined && { least }),
  ...(most !== undefined && { most }),
})

function recorded(pack: Pack, fact: OwnFact): BroughtFact {
  return {
    ...{
      name: fact.id,
      pack: pack.id,
      subject: subjectOf(pack),
      use: 'record',
      words: fact.words,
      ...valuesOf(fact),
      ...bounds(fact),
    },
    ...(fact.at === 'person' ? { about: 'person', at: null } : { about: 'place', at: fact.at as PlaceLevel }),
    ...{
      who: fact.who ?? (fact.at === 'person' ? [] : usually(fact.at as PlaceLevel)),
      unit: fact.unit ?? null,
      lasts: fact.lasts ?? null,
      source: sourceOf(pack, fact.source),
    },
  }
}

/** The name of the fact by which a person chooses a tier where the axes of a pack differ. */
export const choiceOf = (pack: Pick<Pack, 'id' | 'tiers'>): OwnName | 'tier.choice' =>
  pack.tiers?.axes ? `${pack.id}/tier-choice` : 'tier.choice'

function levels(pack: Pack): BroughtFact[] {
  const { axes, list = [] } = pack.tiers ?? {}
  if (!axes) return []
  const common = { pack: pack.id, subject: subjectOf(pack), about: 'place' as const, unit: null, lasts: null }
  const confirmed = axes.map(
    ({ id, words, values, at, who, source }): BroughtFact => ({
      ...{ ...common, name: id, use: 'level', words, ...listed(values) },
      ...{ at: at as PlaceLevel, who: who ?? usually(at as PlaceLevel), source: sourceOf(pack, source) },
    }),
  )
  const [first] = confirmed
  if (confirmed.length < 2 || !first) return confirmed
  // Where the axes are kept for different levels of place, the choice is made for the smallest.
  const narrowest = confirmed.reduce((one, other) =>
    placeLevels[other.at ?? 'county'].digits > placeLevels[one.at ?? 'county'].digits ? other : one,
  )
  const words = { zh: `${pack.title.zh}：由人选定的档次`, en: `${pack.title.en}: the tier a person chose` }
  const tiers = listed(list.map(({ id, name }) => ({ id, words: name })))
  const name = choiceOf(pack) as OwnName
  return [
    ...confirmed,
    { ...common, name, use: 'choice', words, ...tiers, at: narrowest.at, who: narrowest.who, source: first.source },
  ]
}

/** The facts that one pack brings: those it asks to have recorded, and its levels. */
export const broughtBy = (pack: Pack): BroughtFact[] => [
  ...(pack.facts ?? []).map((fact) => recorded(pack, fact)),
  ...levels(pack),
]

/** The facts of all packs; of several versions of a pack what the last says. */
export const broughtByAll = (packs: readonly Pack[]): Brought =>
  Object.fromEntries(packs.flatMap((pack) => broughtBy(pack).map((fact) => [fact.name, fact])))

/** The tiers that conditions of a pack may ask: its own, else those of the notices about the same. */
function tiersFor(pack: Pack, all: readonly Pack[]): FactBook {
  const leads = pack.tiers ? [pack] : all.filter((other) => other.tiers?.axes && subjectOf(other) === subjectOf(pack))
  const list = leads.flatMap(({ tiers }) => tiers?.list ?? [])
  if (list.length === 0 || leads.every(({ tiers }) => !tiers?.axes)) return {}
  const words = { zh: '防控档次', en: 'tier' }
  return { tier: { about: 'derived', words, ...listed(list.map(({ id, name }) => ({ id, words: name }))) } }
}

/** What the conditions of a pack may ask beside the vocabulary of the house, told what other packs bring. */
export const bookFor = (pack: Pack, all: readonly Pack[] = [], brought: Brought = broughtByAll([...all, pack])): FactBook => ({
  ...brought,
  ...tiersFor(pack, all),
})
