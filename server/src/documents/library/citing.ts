import type { Citing, TierLine } from '@wangdi/domain/documents/documents.ts'
import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'

/** Where in a pack words stand with a source of their own. */
function sourcedIn(pack: Pack): { rule: string; document: string; section: string; text: { zh: string; en: string } }[] {
  const texts = [...(pack.measures ?? []), ...(pack.limits ?? []), ...(pack.rights ?? []), ...(pack.turns ?? [])]
  const grades = (pack.gradings ?? []).flatMap(({ grades: lines }) => lines.map((line) => ({ ...line, text: line.why })))
  const others = [...(pack.terms ?? []), ...(pack.settings ?? [])].map((rule) => ({
    ...rule,
    text: rule.note ?? { zh: rule.id, en: rule.id },
  }))
  const tiers = (pack.tiers?.list ?? []).map((tier) => ({ ...tier, id: `tier-${tier.id}`, text: tier.strategy }))
  return [...texts, ...grades, ...others, ...tiers].map(({ id, text, source }) => ({
    rule: id,
    document: source.document ?? pack.document,
    section: source.section,
    text,
  }))
}

/** Whether a source names a document by one of its names. */
const isNamed = (source: string, names: readonly string[]) => names.some((name) => source.includes(name))

/** The rules of the packs that cite a document under one of its names. */
export const citingRules = (packs: readonly Pack[], names: readonly string[]): Citing[] =>
  packs.flatMap((pack) =>
    sourcedIn(pack)
      .filter(({ document }) => isNamed(document, names))
      .map(({ rule, section, text }) => ({ pack: pack.id, version: pack.version, rule, section, text })),
  )

/** The tiers that a document words: their strategy sentence and the technical plan, as data of the version. */
export const tiersWorded = (packs: readonly Pack[], names: readonly string[]): TierLine[] =>
  packs
    .filter(({ document }) => isNamed(document, names))
    .flatMap((pack) =>
      (pack.tiers?.list ?? []).map(({ id, name, strategy, follows }) => ({
        ...{ pack: pack.id, version: pack.version, tier: id, name, strategy },
        follows: follows ?? null,
      })),
    )
