import { textOfMany } from '@wangdi/policy/test/many-rules.ts'
import { expect, test } from 'vitest'
import type { ReaderAnswer, ReaderQuestion } from './questions.ts'
import { makeReader } from './reader.ts'

type Asked = ReaderQuestion extends infer Q ? (Q extends unknown ? Omit<Q, 'nth'> : never) : never

/** A reader, and what it answers to each question. */
function readerOf() {
  const said: ReaderAnswer[] = []
  const reader = makeReader((answer) => said.push(answer))
  let nth = 0
  return (question: Asked): ReaderAnswer[] => {
    nth += 1
    reader({ ...question, nth } as ReaderQuestion)
    return said.splice(0)
  }
}
const text = textOfMany(350)
const kinds = (answers: readonly ReaderAnswer[]) => answers.map(({ is }) => is)
const look = { ask: 'look', open: [], caret: undefined } as const

test('a text is told part by part, and after a change only what the change is seen in', () => {
  const ask = readerOf()
  const first = ask({ ...look, text })
  expect(kinds(first)).toEqual(['part', 'outline', 'done'])
  const outline = first.find((answer) => answer.is === 'outline')
  expect(outline?.blocks.map(({ section, titles }) => [section, titles.length])).toEqual([
    ['measures', 100],
    ['measures', 100],
    ['measures', 100],
    ['measures', 50],
  ])
  // A number that no title shows.
  expect(kinds(ask({ ...look, text: text.replace('days: 9 }', 'days: 8 }') }))).toEqual(['done'])
  const named = ask({ ...look, text: text.replace('第 120 条：', '这一条：') })
  expect(named).toMatchObject([{ is: 'outline', blocks: [{ section: 'measures', nth: 1 }] }, { is: 'done' }])
})

test('of a text that cannot be read the last one that could is shown, and that it cannot', () => {
  const ask = readerOf()
  ask({ ...look, text })
  const broken = ask({ ...look, text: text.replace("place: ''", "place: '") })
  expect(broken).toMatchObject([{ is: 'part', part: { readable: false, head: { id: 'made-up-long' } } }, { is: 'done' }])
  expect(kinds(ask({ ...look, text }))).toEqual(['part', 'done'])
})

test('the part that is open is told whole, hints before anything is read again, changes as the new text', () => {
  const ask = readerOf()
  ask({ ...look, text })
  const [opened] = ask({ ...look, open: ['measures', 7] })
  expect(opened).toMatchObject({ is: 'part', part: { readable: true, value: { id: 'long.rule-7' } } })
  const half = `${text}  - id: more\n    strength: mu`
  const [hints] = ask({ ask: 'look', open: ['measures', 7], caret: half.length, text: half })
  expect(hints).toMatchObject({ is: 'hints', caret: half.length, offer: { options: [{ insert: 'must' }] } })
  const [changed] = ask({ ask: 'edit', path: ['measures', 7, 'strength'], value: 'may', text })
  expect(changed).toMatchObject({ is: 'edited', done: { text: expect.stringContaining('strength: may') } })
  const [added] = ask({ ask: 'add', path: ['measures', 350] })
  expect(added).toMatchObject({ is: 'edited', done: { text: expect.stringContaining('【填') } })
  expect(ask({ ask: 'line', path: ['measures', 0] })).toMatchObject([
    { is: 'line', line: text.split('\n').indexOf('measures:') + 2 },
  ])
})
