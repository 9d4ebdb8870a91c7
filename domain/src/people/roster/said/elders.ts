import type { Day } from '../../../schema.ts'
import { countOf, cut, textOf, yesOrNo } from '../cells.ts'
import type { ElderEntry, Warn } from '../entry.ts'
import type { Columns } from '../fields.ts'
import { bounded, type Reading } from './reading.ts'
import { dosesSaid } from './doses.ts'
import { illnessSaid, type Said, stableSaid } from './illness.ts'

/** What a row says of illness: whether there is any, in which words, and words that a person has to settle. `unasked`: it has no such column. */
export interface IllnessIn {
  readonly said: Said | 'unasked'
  readonly items: readonly string[]
  readonly open: readonly string[]
}

/** Reads illness from its own column and from one that only asks whether there is any; what contradicts itself is unclear. */
export function illnessIn(columns: Columns, read: Reading, warn: Warn): IllnessIn {
  if (columns.ill === undefined && columns.illness === undefined) return { said: 'unasked', items: [], open: [] }
  const plain = yesOrNo(read('ill'))
  const asked = plain === undefined ? illnessSaid(read('ill')).said : plain ? 'yes' : 'no'
  const named = illnessSaid(read('illness'))
  if (named.said === 'yes' && asked !== 'no') return { said: 'yes', items: named.items, open: [] }
  if (named.said === 'unclear' || asked === 'unclear' || (asked === 'no' && named.said === 'yes')) return unclear(read, warn)
  if (asked === 'yes') return named.said === 'no' ? unclear(read, warn) : { said: 'yes', items: ['有基础疾病'], open: [] }
  // 不清楚 whether there is any outweighs 无 beside it; 否 outweighs an illness that nobody could name.
  if (asked === 'unknown' || (asked === 'nothing' && named.said === 'unknown')) return { said: 'unknown', items: [], open: [] }
  return { said: named.said === 'no' || asked === 'no' ? 'no' : 'nothing', items: [], open: [] }
}

const wordsOf = (read: Reading): string =>
  cut(
    [read('ill'), read('illness')]
      .map(textOf)
      .filter((text) => text !== '')
      .join('，'),
    60,
  )

function unclear(read: Reading, warn: Warn): IllnessIn {
  const words = wordsOf(read)
  warn('illness.unclear', `健康一栏写的“${words.slice(0, 20)}”看不出有没有病，先不记，请核对`)
  return { said: 'unclear', items: [], open: [words] }
}

/** What a survey of the old says of a person; an answer that nobody knows how to read is unknown, and told. */
export function elderIn(read: Reading, illness: IllnessIn, lastDoseOn: Day | undefined, warn: Warn): ElderEntry {
  const age = countOf(read('age'))
  const doses = dosesIn(read, lastDoseOn, warn)
  return {
    disease: diseaseIn(read, illness, warn),
    doctor: bounded(read('doctor'), '家庭医生', warn),
    ...(age === undefined ? {} : { age }),
    ...(doses === undefined ? {} : { doses }),
    ...(lastDoseOn === undefined ? {} : { lastDoseOn }),
  }
}

function diseaseIn(read: Reading, { said }: IllnessIn, warn: Warn): ElderEntry['disease'] {
  if (said === 'unknown') warn('illness.unknown', `健康一栏写的“${wordsOf(read).slice(0, 20)}”，有没有病按不知道收，请补`)
  if (said === 'unasked' || said === 'unclear' || said === 'unknown') return 'unknown'
  if (said !== 'yes') return 'none'
  const stable = stableSaid(read('stable'))
  const words = textOf(read('stable'))
  if (stable === undefined && words !== '') warn('stable.unclear', `病情是否稳定写的“${words.slice(0, 20)}”看不懂，先按不知道收`)
  return stable === undefined ? 'unknown' : stable ? 'stable' : 'unstable'
}

function dosesIn(read: Reading, lastDoseOn: Day | undefined, warn: Warn): number | undefined {
  const said = dosesSaid(read('doses'))
  if (said === 'words') warn('doses.unclear', `接种剂次写的“${textOf(read('doses')).slice(0, 20)}”看不出是几剂，先按不知道收`)
  if (said === 0 && lastDoseOn !== undefined) {
    warn('doses.unclear', '接种剂次写的是没有接种，却有接种日期，先按不知道收，请核对')
    return undefined
  }
  return typeof said === 'number' ? said : undefined
}
