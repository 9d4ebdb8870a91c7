import { reportPacks } from '@wangdi/policy/engine/pack/report.ts'
import { catalogueOf } from '@wangdi/policy/engine/pack/rows.ts'
import { packsAtHand, readCatalogue } from '../platform/packs.ts'
import { readOptions, type Verb, WrongUsage } from './verb.ts'

const isOf =
  (pack: string) =>
  ({ file }: { file: string }) =>
    file.startsWith(`${pack}/`)

/** Checks all packs, or runs the cases of one; exit 1 when something does not hold. */
export const packVerb: Verb = {
  usage: 'pack check | pack test NAME [--json]',
  words: { zh: '检查规则包、跑例子', en: 'Checks policy packs and runs their cases' },
  async run(args) {
    const { positionals } = readOptions(args, {}, [])
    const [what, name] = positionals
    if (what !== 'check' && (what !== 'test' || name === undefined)) throw new WrongUsage('say pack check, or pack test NAME')
    const { packs, withCases, findings } = packsAtHand()
    const wanted = what === 'test' ? withCases.filter(({ pack }) => pack.id === name) : withCases
    if (wanted.length === 0) throw new WrongUsage(`no pack ${name}; there are ${withCases.map(({ pack }) => pack.id).join(', ')}`)
    const [only] = wanted
    const catalogue = readCatalogue()
    const report =
      what === 'test' && only
        ? reportPacks(packs, wanted, catalogue, findings.filter(isOf(only.pack.id)), catalogueOf(catalogue, only.pack))
        : reportPacks(packs, wanted, catalogue, findings)
    return {
      value: report,
      lines: [JSON.stringify(report)],
      ...(report.lints.length + report.rows_missing.length > 0 ? { exit: 1 as const } : {}),
    }
  },
}
