import type { Words } from '../../vocabulary.ts'
import type { Finding } from '../answer.ts'
import { type LineOf, lineOfRule } from '../pack/located.ts'
import type { Pack } from '../pack/schema.ts'
import { type Difference, differencesOf } from './faithful.ts'
import type { Reading } from './reading.ts'
import { w } from '../../words.ts'

/** Our readings of the clauses, and the documents they stand in by what the ids of their rows begin with. */
export interface Clauses {
  readonly readings: ReadonlyMap<string, Reading>
  readonly documents: ReadonlyMap<string, string>
}

/** The readings with the documents of the packs that answer for them. */
export const clausesOf = (readings: readonly Reading[], packs: readonly Pack[]): Clauses => ({
  readings: new Map(readings.map((reading) => [reading.row, reading])),
  documents: new Map(packs.flatMap((pack) => (pack.carries ? [[pack.carries, pack.document] as const] : []))),
})

/** What a rule says otherwise than its clause; what tells most of a slip comes first. */
const said: Readonly<Record<Difference['in'], Words>> = {
  row: w('引的条款没有读过', 'cites a clause nobody read'),
  document: w('依据的文件不对', 'names another document'),
  section: w('依据的章节不对', 'names another section'),
  negation: w('和条款的意思相反', 'says the contrary of the clause'),
  strength: w('强弱和条款不一样', 'is not as strong as the clause'),
  actor: w('由谁来做和条款不一样', 'is done by others than the clause names'),
  condition: w('适用条件和条款不一样', 'holds under other conditions than the clause'),
  words: w('漏了条款里的条件', 'leaves out what the clause conditions'),
  object: w('说的不是这一条的事：只挂了个名', 'says nothing of the clause: it carries it in name only'),
}
const order = Object.keys(said) as Difference['in'][]

/** Where rules of a pack say something else than the clauses they cite: one finding for each rule, what tells most of it. */
export function clauseLints(
  { file, pack, lineOf }: { file: string; pack: Pack; lineOf?: LineOf | undefined },
  { readings, documents }: Clauses,
): Finding[] {
  const byRule = new Map<string, Difference>()
  for (const each of differencesOf(pack, readings, documents)) {
    const before = byRule.get(each.rule)
    if (!before || order.indexOf(each.in) < order.indexOf(before.in)) byRule.set(each.rule, each)
  }
  return [...byRule.values()].map(({ rule, row, in: what, says }): Finding => {
    const read = readings.get(row)
    const text = w(
      `${rule} ${said[what].zh}（${row}${read ? `：${read.word} ${read.zh}` : ''}；${says}）`,
      `${rule} ${said[what].en} (${row}${read ? `: ${read.en}` : ''}; ${says})`,
    )
    return { file, ...lineOfRule({ pack, lineOf }, rule), rule, code: `clause.${what}`, text }
  })
}
