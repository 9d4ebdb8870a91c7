import { declared } from '@wangdi/domain/declared.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { figuresTold, type SaidOfLine } from '@wangdi/domain/reports/daily-report.rules.ts'
import type { Figures, LineName, OwnLine } from '@wangdi/domain/reports/daily-report.ts'
import { peopleFigures, workFigures } from '@wangdi/domain/reports/figures.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { KindProof } from '@wangdi/policy/kind-proofs.ts'
import type { EmergencyFunction } from '@wangdi/policy/vocabulary.ts'
import type { Line } from '@wangdi/policy/engine/answer.ts'
import { countKind, type CountedRecord, countRequestsOfDay, listCounted, listRequestsOfDay } from '../../kinds/index.ts'
import type { Db } from '../../platform/db.ts'
import type { Register } from './register.ts'

/** Lines of the house that count the same records as a kind of evidence. */
const sameAs: Readonly<Record<string, LineName>> = { 'visits.survey': 'survey', 'visits.elders': 'key-persons' }

/** A line that a notice or a kind of the house brings: of a kind of requests it counts those of the day. */
export interface LineBrought extends Pick<Line, 'name' | 'words' | 'pack' | 'source'> {
  readonly unit: Line['unit']
  /** Asked only while this function is open. */
  readonly needs?: EmergencyFunction | undefined
  readonly counts: Line['counts'] | { readonly asked: RequestKind }
}

/** The lines that kinds of the house bring into every report, in the order of their declarations. */
export const linesOfKinds: readonly LineBrought[] = declared.flatMap((kind): LineBrought[] => {
  const { daily: source, name, words, unit } = kind
  if (!source) return []
  const counts: LineBrought['counts'] = kind.mechanism === 'request' ? { asked: kind } : { records: `kinds/${name}` as KindProof }
  return [{ name: `kinds/${name}`, words, unit: { zh: unit.zh, en: unit.en }, pack: '', source, counts, needs: kind.needs }]
})

const provingKinds = (records: string) =>
  declared.filter(({ name, proves = [] }) => [`kinds/${name}`, ...proves].includes(records))

/** What a line of a notice or of a kind is, as a report keeps it. */
export const ownLine = ({ words, unit, counts, pack, source }: LineBrought): OwnLine => ({
  of: 'kind' in counts ? 'people' : 'records' in counts ? 'work' : 'asked' in counts ? 'asked' : 'told',
  ...{ words, unit, pack, source },
})

interface Asked {
  readonly community: PlaceCode
  readonly day: Day
  readonly now: Date
  readonly register: Register
  readonly said: SaidOfLine | undefined
}

/** The figures of a line that is brought: people of a kind, records that prove something, requests of the day, or what was said; null where nothing here counts it. */
export async function ownFigures(db: Db, { name, counts }: LineBrought, asked: Asked): Promise<Figures | null> {
  const { community, day, now, register, said } = asked
  if ('told' in counts) return figuresTold(said)
  if ('asked' in counts) return countRequestsOfDay(db, { kind: counts.asked, place: community, day, now })
  if ('kind' in counts) {
    const spans = register.ofKind(counts.kind)
    register.spans.set(name, spans)
    return peopleFigures(spans, day)
  }
  const line = sameAs[counts.records]
  if (line) return workFigures(register.tasks.get(line) ?? [])
  const proving = provingKinds(counts.records)
  if (proving.length === 0) return null
  const all: { due: number; done: number }[] = []
  // One after the other: they share the connection of their transaction.
  for (const kind of proving) all.push(await countKind(db, kind, community, day))
  const [due, done] = [all.reduce((sum, one) => sum + one.due, 0), all.reduce((sum, one) => sum + one.done, 0)]
  return [due, done, Math.max(0, due - done), null]
}

/** The line of the house whose people or doors a line of a notice counts too; undefined where it counts something else. */
export const houseLineOf = ({ counts }: LineBrought): LineName | undefined =>
  'records' in counts ? sameAs[counts.records] : undefined

/** The records that a figure of a line counts, such as 0 due, 1 done, 2 left; none where it counts people, doors or what was said. */
export async function recordsBehind(
  db: Db,
  line: LineBrought,
  { community, day, now }: Pick<Asked, 'community' | 'day' | 'now'>,
  figure: number,
): Promise<Omit<CountedRecord, 'done'>[]> {
  const { counts } = line
  if ('asked' in counts) return listRequestsOfDay(db, { kind: counts.asked, place: community, day, now }, figure)
  if (!('records' in counts) || houseLineOf(line)) return []
  const all: CountedRecord[] = []
  for (const kind of provingKinds(counts.records)) all.push(...(await listCounted(db, kind, community, day)))
  return all.filter(({ done }) => figure === 0 || done === (figure === 1))
}
