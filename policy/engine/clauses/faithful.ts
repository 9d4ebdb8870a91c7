import type { Role, Strength, Words } from '../../vocabulary.ts'
import { ourProposal } from './origin.ts'
import type { Pack } from '../pack/schema.ts'
import { sourceOf } from '../packs.ts'
import { rolesOf } from './actors.ts'
import { conditionsOf, unsaidIn, writeWhen } from './kept.ts'
import { textFaults } from './same-thing.ts'
import { dutyWords, type Reading } from './reading.ts'

/** Where a rule says something else than the clauses it cites, and in what. */
export interface Difference {
  rule: string
  row: string
  in: 'document' | 'section' | 'strength' | 'condition' | 'words' | 'actor' | 'row' | 'negation' | 'object'
  says: string
}

interface CitingRule {
  id: string
  source: { document?: string; section: string }
  rows?: readonly string[]
  when?: Record<string, unknown>
  differs?: Words
  text?: Words
  who?: readonly Role[]
  /** Of a limit or a right none is said: it binds. */
  strength?: Strength
  is: 'measure' | 'limit' | 'right' | 'frame'
}

/** The rules that cite clauses; tiers, turns and the strategy are the frame of a pack and are compared by source alone. */
function citingRules(pack: Pack): CitingRule[] {
  const frame = [
    ...(pack.tiers?.list ?? []),
    ...(pack.turns ?? []),
    ...(pack.strategy ? [{ ...pack.strategy, id: 'strategy' }] : []),
  ]
  return [
    ...(pack.measures ?? []).map((rule) => ({ ...rule, is: 'measure' as const })),
    ...(pack.limits ?? []).map((rule) => ({ ...rule, is: 'limit' as const })),
    ...(pack.rights ?? []).map(({ answers, ...rule }) => ({ ...rule, who: answers, is: 'right' as const })),
    ...frame.map(({ id, source, rows }) => ({ id, source, ...(rows && { rows }), is: 'frame' as const })),
  ]
}

const ranks: Record<Strength, number> = { may: 0, should: 1, must: 2 }

function strengthFault(rule: CitingRule, { word, not }: Reading): string | undefined {
  const wanted: readonly Strength[] = dutyWords[word]
  if (rule.is === 'limit') return word === '不得' || not ? undefined : `a limit on ${word}`
  const said = rule.strength ?? 'must'
  if (wanted.includes(said)) return undefined
  if (wanted.some((each) => ranks[each] >= ranks[said])) return rule.differs ? undefined : `${said} for ${word}, without a reason`
  return `${said} for ${word}`
}

function sourceFaults(rule: CitingRule, pack: Pack, reading: Reading, documents: ReadonlyMap<string, string>) {
  const { document, section } = sourceOf(pack, rule.source)
  const own = documents.get(reading.row.split('-').slice(0, 2).join('-'))
  if (document !== own) {
    return reading.refers?.some((each) => document.startsWith(each)) ? [] : [{ in: 'document' as const, says: document }]
  }
  const sections = section.split('、')
  return reading.in.split('、').some((each) => sections.includes(each))
    ? []
    : [{ in: 'section' as const, says: `${section}, not ${reading.in}` }]
}

function actorFaults(rule: CitingRule, readings: readonly Reading[]): { row: string; says: string }[] {
  const { who } = rule
  if (!who || rule.is === 'right' || readings.length === 0) return []
  const named = rolesOf(readings.flatMap((each) => [...each.who, ...(each.with ?? [])]))
  const idle = readings.filter((each) => !who.some((role) => rolesOf(each.who).has(role)))
  return [
    ...idle.map((each) => ({ row: each.row, says: `nobody of ${each.who.join()}` })),
    ...who
      .filter((role) => !named.has(role))
      .map((role) => ({ row: readings.map(({ row }) => row).join(), says: `${role} is not named` })),
  ]
}

/** Where the rules of a pack say something else than our readings of the clauses they cite; `documents` by what the ids of rows begin with. */
export function differencesOf(
  pack: Pack,
  readings: ReadonlyMap<string, Reading>,
  documents: ReadonlyMap<string, string>,
): Difference[] {
  return citingRules(pack).flatMap((rule): Difference[] => {
    const rows = (rule.rows ?? []).filter((row) => !row.startsWith('R-LAW-') && row.startsWith('R-'))
    const read = rows.flatMap((row) => readings.get(row) ?? [])
    const say = (row: string, what: Difference['in'], says: string): Difference => ({ rule: rule.id, row, in: what, says })
    if (rows.length > 0 && sourceOf(pack, rule.source).document === ourProposal)
      return [say(rows.join(), 'row', 'ours cites no clause')]
    const unread = rows.filter((row) => !readings.has(row)).map((row) => say(row, 'row', 'not read'))
    const loose = rule.source.section
      .split('、')
      .filter(
        (each) => read.length > 0 && rule.source.document === undefined && !read.some((one) => one.in.split('、').includes(each)),
      )
      .map((each) => say(rows.join(), 'section', `${each} is of none of them`))
    const sources = read.flatMap((each) =>
      sourceFaults(rule, pack, each, documents).map((found) => say(each.row, found.in, found.says)),
    )
    if (rule.is === 'frame') return [...unread, ...loose, ...sources]
    const written = writeWhen(rule.when ?? {})
    return [
      ...unread,
      ...loose,
      ...sources,
      ...read.flatMap((each) => {
        const fault = strengthFault(rule, each)
        const condition =
          rule.differs || conditionsOf(each).includes(written) ? [] : [`${written}, not ${conditionsOf(each).join(' or ')}`]
        return [
          ...(fault ? [say(each.row, 'strength', fault)] : []),
          ...condition.map((says) => say(each.row, 'condition', says)),
          ...textFaults(rule.text, each).map((found) => say(each.row, found.in, found.says)),
          ...unsaidIn(rule.text ?? { zh: '', en: '' }, each).map((name) => say(each.row, 'words', name)),
        ]
      }),
      ...actorFaults(rule, read).map(({ row, says }) => say(row, 'actor', says)),
    ]
  })
}
