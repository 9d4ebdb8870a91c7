import type { Cell } from '../../sheet.ts'
import type { KeyGroup } from '../key-group.ts'
import { listIn } from './cells.ts'
import type { Warn } from './entry.ts'
import { ticked } from './said/illness.ts'

const spellings: readonly (readonly [KeyGroup, RegExp])[] = [
  ['unraised-child', /事实无人抚养/],
  ['left-behind-child', /留守儿童|留守未成年/],
  ['child-in-need', /困境儿童|困境未成年/],
  ['orphan', /孤儿/],
  ['elder-alone', /独居|空巢|孤寡/],
  ['disabled', /残疾|残障/],
  ['pregnant', /孕|产妇/],
  ['extreme-poverty', /特困|五保/],
  ['low-income', /低保|最低生活保障/],
  ['special-hardship', /特殊困难|困难(家庭|群众|群体|户)|贫困|监测户/],
  ['mental-illness', /精神(障碍|病|疾病|残疾)/],
  ['chronic', /慢性?病|基础(疾)?病/],
]

// Words that take back what they stand beside, and those that leave it open. 事实无人抚养 is no denial.
const denied =
  /^(非|不|无(?!人抚养)|没|未|否|原(?!发)|曾|前)|(?<!事实)无(?!人抚养)|已(脱贫|脱|退|取消|注销|停|出|消除)|脱贫|备孕|取消|停发|退出|注销|不符合|不享受|未享受|[(（](无|否|没有|不是)[)）]$|[:：=](无|否|0|[x×])$/i
const doubtful = /疑似|可能|待(定|查|核实|确认|审|批)|不确定|是否|[?？]|申请|办理中|在办|申办|边缘|拟|或者/

/** The key groups that one item of a roster names, and those that it leaves open. */
function groupsIn(words: string): { yes: KeyGroup[]; open: boolean } {
  const found = spellings.filter(([, spelling]) => spelling.test(words)).map(([kind]) => kind)
  if (found.length === 0 || denied.test(words)) return { yes: [], open: false }
  return doubtful.test(words) ? { yes: [], open: true } : { yes: found, open: false }
}

/**
 * Key-group marks from the words of a roster; an illness, whichever, is the mark `chronic`. Only what says yes makes one: 非低保户, 未孕
 * and 已脱贫 make none, and neither do words that name no group.
 */
export function marksIn(entry: { readonly marks: readonly string[]; readonly illness: readonly string[] }): KeyGroup[] {
  const named = entry.marks.flatMap((words) => groupsIn(words).yes)
  return [...new Set<KeyGroup>([...named, ...(entry.illness.length > 0 ? (['chronic'] as const) : [])])]
}

/** What a cell of key groups says: its words, and those that leave it open, which are told and settled by a person. */
export function marksSaid(cell: Cell, warn: Warn): { readonly words: readonly string[]; readonly open: readonly string[] } {
  const words = listIn(typeof cell === 'string' ? ticked(cell) : cell)
  const open = words.filter((one) => groupsIn(one).open)
  for (const one of open) warn('marks.unclear', `重点人群写的“${one.slice(0, 20)}”还没定，先不记，请核对`)
  return { words, open }
}
