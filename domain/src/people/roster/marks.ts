import type { KeyGroup } from '../key-group.ts'

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

/** Key-group marks from the words of a roster; an illness, whichever, is the mark `chronic`. Words that name no group give none. */
export function marksIn(entry: { readonly marks: readonly string[]; readonly illness: readonly string[] }): KeyGroup[] {
  const named = entry.marks.flatMap((words) => spellings.filter(([, spelling]) => spelling.test(words)).map(([kind]) => kind))
  return [...new Set<KeyGroup>([...named, ...(entry.illness.length > 0 ? (['chronic'] as const) : [])])]
}
