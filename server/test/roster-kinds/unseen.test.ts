// Signs that nobody sees, as they come with what is copied from chats and pages: a roster means the same with them and without.
import { expect, test } from 'vitest'
import { judgingFiles } from './judged.ts'
import { heads, people, workbook } from './make-files.ts'

const judge = judgingFiles()
const line = [...(people[0] ?? []).slice(0, -1), '搬来不久']
const more = ['与户主关系', '房屋性质', '人员类别', '健康状况', '户籍']
const said = ['妻子', '租住', '残疾人、低保', '高血压', '本地户籍']
const rows = [
  [...heads, ...more],
  [...line, ...said],
]
// Overrides of the direction of writing around a text, zero-width signs within it, fillers and wide blanks behind it.
const unseen = (text: string) => `\u202e\u2066${[...text].join('\u200b')}\u2060\u202c\ufeff\u3000`

test('what nobody sees in heads and cells changes nothing of what a roster means', async () => {
  const plain = await judge(workbook(rows))
  expect(plain.people).toMatchObject([{ name: '赵一平', relation: '妻子', remark: '搬来不久', illness: ['高血压'] }])
  expect(await judge(workbook(rows.map((cells) => cells.map(unseen))))).toEqual(plain)
})

test('a line of nothing that anybody sees is no line', async () => {
  const blank = rows[0]?.map((_, at) => ['\u200b', '\u3000', '\u202e\u2069', '\u2800', '\u3164'][at % 5] ?? '') ?? []
  const { rows: read, people: found, rejected, not_people } = await judge(workbook([...rows, blank]))
  expect([read, found.length, rejected, not_people]).toEqual([1, 1, [], []])
})
