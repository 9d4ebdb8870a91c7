import type { Words } from '../../vocabulary.ts'
import { w } from '../../words.ts'

/** What a hand slips on when it writes YAML; `about` is the word or sign at which it did. */
const sayings = {
  tab: () => w('行首用了制表符（Tab），改成空格', 'the line begins with a tab; write spaces'),
  'wide-space': () =>
    w('这里有全角空格或不换行空格，改成普通空格', 'a wide or non-breaking space stands here; write a plain space'),
  'wide-colon': (about: string) =>
    w(`${about} 后面的冒号是全角的，改成“: ”（半角冒号加空格）`, `the colon after ${about} is a wide one; write “: ”`),
  'wide-comma': () => w('这里用全角逗号或顿号分项，改成“, ”（半角逗号加空格）', 'a wide comma parts entries here; write “, ”'),
  'wide-quote': () => w("引号是全角的，改成半角的 ' 或者不写引号", "the quotes are wide ones; write ' or none"),
  'wide-bracket': (about: string) =>
    w(`括号 ${about} 是全角的，改成半角的 { } 或 [ ]`, `the bracket ${about} is a wide one; write { } or [ ]`),
  'wide-dash': () => w('开头的横线是全角的，改成“- ”（半角减号加空格）', 'the dash is a wide one; write “- ”'),
  dash: () => w('横线后面少一个空格，写成“- ”', 'a space is missing after the dash'),
  'colon-space': (about: string) => w(`${about} 的冒号后面少一个空格`, `a space is missing after the colon of ${about}`),
  'colon-missing': (about: string) => w(`${about} 后面少了冒号，写成“${about}: 内容”`, `a colon is missing after ${about}`),
  'colon-in-text': () =>
    w("内容里有冒号加空格，要用 ' 把整段内容括起来", "the text holds a colon and a space; put all of it in ' '"),
  hash: () =>
    w(
      "空格后面的 # 起到行尾都算批注；内容里要写 #，就用 ' 把整段括起来",
      "from a # on the line is a remark; put text that holds one in ' '",
    ),
  sign: (about: string) => w(`内容不能以 ${about} 开头，要用 ' 括起来`, `text cannot begin with ${about}; put it in ' '`),
  quote: () => w('这一行的引号没有成对', 'the quotes of this line are not in pairs'),
  'bracket-open': (about: string) => w(`这一行的 ${about} 只开没关`, `the ${about} of this line is not closed`),
  'bracket-extra': (about: string) => w(`这一行多了一个 ${about}`, `there is one ${about} too many in this line`),
  'key-twice': (about: string) => w(`${about} 写了两次，留一个`, `${about} stands twice; keep one`),
  deeper: (about: string) =>
    w(`${about} 缩进多了，要和上面同一级的对齐`, `${about} stands too far to the right; line it up with those before it`),
  shallower: (about: string) =>
    w(`${about} 缩进少了，要和上面同一级的对齐`, `${about} stands too far to the left; line it up with those before it`),
  between: (about: string) => w(`${about} 的缩进和上面哪一级都对不上`, `${about} lines up with nothing before it`),
} as const

/** Each way in which a text slips. */
export type SlipKind = keyof typeof sayings

/** A slip at its line, from 1; `sure` where it is one whatever else the text says. */
export interface Slip {
  readonly line: number
  readonly kind: SlipKind
  readonly about: string
  readonly sure: boolean
}

/** Kinds that are one thing to whoever writes; the codes that findings carry are stable. */
const codes: Partial<Record<SlipKind, string>> = { deeper: 'yaml.indent', shallower: 'yaml.indent', between: 'yaml.indent' }

/** A slip as a finding says it: the code, and what to write instead. */
export const saySlip = ({ kind, about }: Slip): { code: string; text: Words } => ({
  code: codes[kind] ?? `yaml.${kind}`,
  text: sayings[kind](about),
})
