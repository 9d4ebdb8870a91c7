import type { Finding } from '../answer.ts'
import { whyNotPlaceCode } from '../../place-code.ts'
import { deadParts } from '../dead/dead.ts'
import { isDay } from '../day.ts'
import { type FactBook, isFact } from '../facts.ts'
import { bookFor } from '../own/book.ts'
import { ownFaults } from '../own/faults.ts'
import { subjectOf } from '../own/sources.ts'
import { firstSubject, isOwnName } from '../../vocabulary.ts'
import { faultsOfWhen, plainDemands } from '../when.ts'
import { boundFaults } from '../settings/choosable.ts'
import { type Fault, formFaults, isPack } from './faults.ts'
import { type LineOf, rulesOf } from './located.ts'
import { unreachable } from './reach.ts'
import type { Pack, TermRule } from './schema.ts'

/** A pack as read from its file, already parsed, and where each key stands in the text. */
export interface PackFile {
  file: string
  raw: unknown
  lineOf?: LineOf
}

interface Dated {
  from?: string
  until?: string
}

function dateFaults(pack: Pack): Fault[] {
  return [{ path: [] as (string | number)[], rule: pack as Dated }, ...rulesOf(pack)].flatMap(({ path, rule }): Fault[] => {
    const { from, until } = rule as Dated
    const wrong = [from, until].find((day) => day !== undefined && !isDay(day))
    if (wrong !== undefined) {
      const key = wrong === from ? 'from' : 'until'
      return [
        {
          path: [...path, key],
          code: 'date.none',
          text: { zh: `日历上没有 ${wrong} 这一天`, en: `the calendar has no ${wrong}` },
        },
      ]
    }
    if (from !== undefined && until !== undefined && until < from) {
      return [
        {
          path: [...path, 'until'],
          code: 'date.reversed',
          text: { zh: `截止 ${until} 早于开始 ${from}`, en: `it ends ${until}, before it begins ${from}` },
        },
      ]
    }
    return []
  })
}

/** Places that no province can hold: rules for them would never reach anybody. */
function placeFaults(pack: Pack): Fault[] {
  const codes = [
    { path: ['place'] as (string | number)[], code: pack.place },
    ...rulesOf(pack).flatMap(({ path, rule }) =>
      (rule.place ?? []).map((code, nth) => ({ path: [...path, 'place', nth], code })),
    ),
  ]
  return codes.flatMap(({ path, code }) => {
    const text = whyNotPlaceCode(code)
    if (text) return [{ path, code: 'place.unknown', text }]
    // A rule for a place outside that of its pack would never reach anybody.
    if (code.startsWith(pack.place) || pack.place.startsWith(code)) return []
    const outside = { zh: `${code} 不在规则包的地区 ${pack.place} 以内`, en: `${code} does not lie within ${pack.place}` }
    return [{ path, code: 'place.outside', text: outside }]
  })
}

function repeatedIds(pack: Pack): Fault[] {
  const seen = new Set<string>()
  return rulesOf(pack).flatMap(({ path, rule }) => {
    if (!seen.has(rule.id)) {
      seen.add(rule.id)
      return []
    }
    return [{ path, code: 'id.repeated', text: { zh: `编号 ${rule.id} 用了两次`, en: `the id ${rule.id} is used twice` } }]
  })
}

// What another pack brings is looked up where the packs are checked together.
const isElsewhere = (pack: Pack, fact: string) =>
  (isOwnName(fact) && !fact.startsWith(`${pack.id}/`)) ||
  (fact === 'tier' && !pack.tiers && pack.is !== 'law' && subjectOf(pack) !== firstSubject)

// A name of the pack itself that it does not bring is told with the other names that are lost.
const isLost = (pack: Pack, fact: string, book: FactBook) => fact.startsWith(`${pack.id}/`) && !isFact(fact, book)

function whenFaults(pack: Pack, book: FactBook): Fault[] {
  const conditions = rulesOf(pack).flatMap(({ path, rule }) => (rule.when ? [{ path: [...path, 'when'], when: rule.when }] : []))
  const choices = (pack.terms ?? []).flatMap((term, index) =>
    (term.alternatives ?? []).flatMap((choice, nth) =>
      choice.when ? [{ path: ['terms', index, 'alternatives', nth, 'when'], when: choice.when }] : [],
    ),
  )
  const points = (pack.gradings ?? []).flatMap((grading, index) =>
    (grading.score?.points ?? []).map((line, nth) => ({
      path: ['gradings', index, 'score', 'points', nth, 'when'],
      when: line.when,
    })),
  )
  const kinds = (pack.kinds ?? []).flatMap(({ when }, nth) => (when ? [{ path: ['kinds', nth, 'when'], when }] : []))
  const axes = (['level', 'class'] as const).flatMap((axis) =>
    (pack.tiers?.[axis] ?? []).flatMap(({ facts }, index) =>
      facts.filter((fact) => !isFact(fact, book)).map((fact) => ({ path: ['tiers', axis, index], code: 'fact.unknown', fact })),
    ),
  )
  return [
    ...[...conditions, ...choices, ...kinds, ...points].flatMap(({ path, when }) =>
      faultsOfWhen(when, book)
        .filter(({ fact }) => !isElsewhere(pack, fact) && !isLost(pack, fact, book))
        .map(({ fact, text }) => ({ path: [...path, fact], code: isFact(fact, book) ? 'fact.value' : 'fact.unknown', text })),
    ),
    ...axes.map(({ path, code, fact }) => ({
      path,
      code,
      text: { zh: `词表里没有“${fact}”`, en: `the vocabulary has no fact ${fact}` },
    })),
  ]
}

const overlap = (a: Dated, b: Dated) => (a.from ?? '') <= (b.until ?? '9999') && (b.from ?? '') <= (a.until ?? '9999')

/** Whether some fact is asked with values that both cannot have, so that both never hold together. */
function apart(a: Record<string, unknown> | undefined, b: Record<string, unknown> | undefined): boolean {
  const other = plainDemands(b)
  return [...plainDemands(a)].some(([fact, values]) => other.get(fact)?.every((value) => !values.includes(value)) ?? false)
}

function sharedPlace(a: TermRule, b: TermRule): boolean {
  // A rule for a narrower place goes before the national one; two rules meet where their places do.
  if (a.place === undefined || b.place === undefined) return a.place === b.place
  const codes = b.place
  return a.place.some((code) => codes.some((each) => each.startsWith(code) || code.startsWith(each)))
}

function overlaps(pack: Pack): Fault[] {
  const terms = pack.terms ?? []
  const twoTerms = terms.flatMap((rule, index) =>
    terms.slice(0, index).flatMap((earlier): Fault[] => {
      const kinds = rule.kinds.filter(
        (kind) => earlier.kinds.includes(kind) || kind === 'everybody' || earlier.kinds.includes('everybody'),
      )
      if (kinds.length === 0 || !overlap(rule, earlier) || !sharedPlace(rule, earlier) || apart(rule.when, earlier.when))
        return []
      const text = {
        zh: `${earlier.id} 和 ${rule.id} 有几天同时管 ${kinds.join('、')}`,
        en: `${earlier.id} and ${rule.id} both cover ${kinds.join(', ')} on some days`,
      }
      return [{ path: ['terms', index], code: 'date.overlap', text }]
    }),
  )
  const settings = pack.settings ?? []
  const twoSettings = settings.flatMap((rule, index) =>
    settings.slice(0, index).flatMap((earlier): Fault[] => {
      if (rule.name !== earlier.name || !overlap(rule, earlier)) return []
      const text = { zh: `${rule.name} 有几天有两个值`, en: `${rule.name} has two values on some days` }
      return [{ path: ['settings', index], code: 'date.overlap', text }]
    }),
  )
  return [...twoTerms, ...twoSettings]
}

function idAt(raw: unknown, path: readonly (string | number)[]): string | undefined {
  let here: unknown = raw
  let id: string | undefined
  for (const key of path) {
    here = typeof here === 'object' && here !== null ? (here as Record<string | number, unknown>)[key] : undefined
    const own = typeof here === 'object' && here !== null ? (here as Record<string, unknown>).id : undefined
    if (typeof own === 'string') id = own
  }
  return id
}

function faultsOf(pack: Pack): Fault[] {
  const book = bookFor(pack, [pack])
  const faults = [
    ...placeFaults(pack),
    ...dateFaults(pack),
    ...repeatedIds(pack),
    ...ownFaults(pack),
    ...whenFaults(pack, book),
    ...overlaps(pack),
    ...boundFaults(pack),
  ]
  // Whether a rule can ever apply is asked only of conditions that can be read.
  if (faults.length > 0) return faults
  const never = unreachable(pack, book)
  return never.length > 0 ? never : deadParts(pack)
}

/** A pack whose form, facts, dates, ids and sources were checked; findings say what a policy officer must mend. */
export function checkPack({ file, raw, lineOf }: PackFile): { pack?: Pack; findings: Finding[] } {
  const pack = isPack(raw) ? raw : undefined
  const faults = pack ? faultsOf(pack) : formFaults(raw)
  const findings = faults.map(({ path, code, text }): Finding => {
    const line = lineOf?.(path)
    const rule = idAt(raw, path)
    return { file, code, text, ...(line !== undefined && { line }), ...(rule !== undefined && { rule }) }
  })
  return { findings, ...(pack && findings.length === 0 && { pack }) }
}
