import type { Cell } from '../../sheet.ts'
import type { KeyGroup } from '../key-group.ts'
import { listIn } from './cells.ts'
import type { Warn } from './entry.ts'
import { hasTick, ticked } from './said/ticks.ts'

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

// Words that take back what they stand beside, and those that leave it open.
const person = '(?:本人|本户|该户|家庭|家里|家中|现在?|目前|已经?)*'
const denied = new RegExp(
  `^${person}(原(?!发)|曾|前)|已(脱贫|脱|退|取消|注销|停|出|消除)|(?<!未)脱贫|备孕|避孕|不孕|节育|孕前|(准备|计划)怀?孕|取消|停发|退出|注销|[(（](无|否|没有|不是|未|非)[)）]$|[:：=](无|没有|否|不是|0|[x×])$`,
  'i',
)
const doubtful =
  /疑似|可能|待(定|查|核实|确认|审|批)|不确定|是否|[?？]|申请|办理中|在办|申办|边缘|拟|或者|(残疾|障碍|精神病?|患者|孕妇|低保)的?人?(家属|亲属|监护人)|(残疾人|低保|特困)(工作|协理|专干|干部|志愿)/
// A denial that ends right before the words of a group: 已婚未孕, 现非低保户, 家里没有残疾人.
const deniesNext =
  /(非|不(再?是|属于?|算|符合|享受|在|为|含|具有?)?|没有?|(?<!三)无|未(享受|纳入|评为?|办理?|列入|达到?|领取?|怀)?|否认)(任何|过)?$/
// A denial further off: nobody can tell what it denies. What says that somebody has nobody or nothing denies no group.
const deniesSomething =
  /(?<![三事实])无(?!人|锡|业|职业|固定|子女|儿女|劳动|生活|收入|经济|依靠|配偶|房)|未(?!成年|婚|满|就业|上学|入学|退休|脱贫)|没(?!有?(人|子女|儿女|劳动|收入|配偶|房))|[非不](?!锈|便|能自理)/
const deniedGroup = new RegExp(`${deniesNext.source.slice(0, -1)}(?:${spellings.map(([, { source }]) => source).join('|')})`, 'g')

// What an item says of one group: undefined where its words do not stand there.
function saysOf(spelling: RegExp, words: string): 'yes' | 'no' | 'open' | undefined {
  const found = spelling.exec(words)
  if (!found) return undefined
  const before = words.slice(0, found.index)
  if (deniesNext.test(before)) return 'no'
  // A denial of another group that stands before this one is used up: 非低保独居老人.
  return deniesSomething.test(before.replace(deniedGroup, '')) ? 'open' : 'yes'
}

/** The key groups that one item of a roster names, and whether it leaves any open. */
function groupsIn(words: string): { yes: KeyGroup[]; open: boolean } {
  const said = spellings.flatMap(([kind, spelling]) => {
    const says = saysOf(spelling, words)
    return says === undefined || says === 'no' ? [] : [{ kind, says }]
  })
  if (said.length === 0 || denied.test(words)) return { yes: [], open: false }
  if (doubtful.test(words) || hasTick(words)) return { yes: [], open: true }
  return { yes: said.flatMap(({ kind, says }) => (says === 'yes' ? [kind] : [])), open: said.some(({ says }) => says === 'open') }
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
