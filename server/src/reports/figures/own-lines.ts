import { declared } from '@wangdi/domain/declared.ts'
import { figuresTold, type SaidOfLine } from '@wangdi/domain/reports/daily-report.rules.ts'
import type { Figures, LineName, OwnLine } from '@wangdi/domain/reports/daily-report.ts'
import { peopleFigures, workFigures } from '@wangdi/domain/reports/figures.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Line } from '@wangdi/policy/engine/answer.ts'
import { countKind, type CountedRecord, listCounted } from '../../kinds/index.ts'
import type { Db } from '../../platform/db.ts'
import type { Register } from './register.ts'

/** Lines of the house that count the same records as a kind of evidence. */
const sameAs: Readonly<Record<string, LineName>> = { 'visits.survey': 'survey', 'visits.elders': 'key-persons' }

const provingKinds = (records: string) =>
  declared.filter(({ name, proves = [] }) => [`kinds/${name}`, ...proves].includes(records))

/** What a line of a notice is, as a report keeps it. */
export const ownLine = ({ words, unit, counts, pack, source }: Line): OwnLine => ({
  of: 'kind' in counts ? 'people' : 'records' in counts ? 'work' : 'told',
  ...{ words, unit, pack, source },
})

interface Asked {
  readonly community: PlaceCode
  readonly day: Day
  readonly register: Register
  readonly said: SaidOfLine | undefined
}

/** The figures of a line that a notice brings: people of a kind, records that prove something, or what was said; null where nothing here counts it. */
export async function ownFigures(db: Db, { name, counts }: Line, asked: Asked): Promise<Figures | null> {
  const { community, day, register, said } = asked
  if ('told' in counts) return figuresTold(said)
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
export const houseLineOf = ({ counts }: Line): LineName | undefined => ('records' in counts ? sameAs[counts.records] : undefined)

/** The records that a figure of a line counts: 0 due, 1 done, 2 left; none where it counts people, doors or what was said. */
export async function recordsBehind(
  db: Db,
  line: Line,
  community: PlaceCode,
  day: Day,
  figure: number,
): Promise<CountedRecord[]> {
  const { counts } = line
  if (!('records' in counts) || houseLineOf(line)) return []
  const all: CountedRecord[] = []
  for (const kind of provingKinds(counts.records)) all.push(...(await listCounted(db, kind, community, day)))
  return all.filter(({ done }) => figure === 0 || done === (figure === 1))
}
