import type { Day } from '../../../schema.ts'
import { countOf, cut, knownText, textOf, yesOrNo } from '../cells.ts'
import type { ArrivalEntry, Warn } from '../entry.ts'
import { isUnknown } from './illness.ts'
import { bounded, type Reading } from './reading.ts'

const mostCompanions = 500
const longest = 60

/** What an arrivals register says of one arrival. Words where a number or a yes is due are kept, and told where they say neither. */
export function arrivalIn(read: Reading, arrivedOn: Day, warn: Warn): ArrivalEntry {
  const companions = companionsIn(read, warn)
  const risk = riskIn(read, warn)
  return {
    origin: bounded(read('origin'), '来源地', warn),
    arrivedOn,
    transport: bounded(read('transport'), '交通方式', warn),
    words: [...companions.words, ...risk.words],
    ...(companions.count === undefined ? {} : { companions: companions.count }),
    ...(risk.passed === undefined ? {} : { passedRisk: risk.passed }),
  }
}

function companionsIn(read: Reading, warn: Warn): { count?: number; words: readonly string[] } {
  const said = knownText(read('companions'))
  const count = countOf(read('companions'))
  if (said === '' || (count !== undefined && count <= mostCompanions))
    return { ...(count === undefined ? {} : { count }), words: [] }
  const words = [`同行：${cut(said, longest)}`]
  // 2人（妻子、儿子）: the number, and who.
  const first = /^([0-9]{1,2})\s*[人名个位](?![0-9小大])/.exec(said)
  if (first) return { count: Number(first[1]), words }
  warn('arrival.unclear', `同行人数写的“${cut(said, 20)}”不是人数，原文记在备注里`)
  return { words }
}

function riskIn(read: Reading, warn: Warn): { passed?: boolean; words: readonly string[] } {
  const plain = yesOrNo(read('passedRisk'))
  const said = textOf(read('passedRisk'))
  if (plain !== undefined || knownText(said) === '' || isUnknown(said))
    return { ...(plain === undefined ? {} : { passed: plain }), words: [] }
  const words = [`途经风险地区一栏：${cut(said, longest)}`]
  // 是，武汉 says yes, and where; 未途经 says no.
  if (/^(?:否|没有?|无|不是|未|不)(?!清|知|确|详|明|记)[^是有但,，;；]*$/.test(said))
    return { passed: false, words: /^(?:否|没有?|无|不是|未途经|未经过)$/.test(said) ? [] : words }
  if (/^(?:是|有|√|✓|☑)(?!否|无|没|可能|的?吗)/.test(said)) return { passed: true, words }
  warn('arrival.unclear', `是否途经中高风险地区写的“${cut(said, 20)}”看不出是或否，原文记在备注里`)
  return { words }
}
