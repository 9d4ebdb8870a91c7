import { expect, test } from 'vitest'
import { completeAt } from './complete.ts'

const offered = (text: string) => completeAt(text, text.length).options.map(({ insert }) => insert)

test('keys of a pack are offered at its root, those of a measure inside one', () => {
  expect(offered('me')).toEqual(['measures: '])
  expect(offered('id: x\nmeasures:\n  - id: a\n    st')).toEqual(['strength: '])
  expect(offered('measures:\n  - ho')).toEqual(['how_often: '])
  expect(offered('gradings:\n  - id: g\n    grades:\n      - id: a\n        w')).toEqual(['when: ', 'why: '])
})

test('values that a key allows are offered behind it, in lists and in braces too', () => {
  expect(offered('measures:\n  - id: a\n    strength: mu')).toEqual(['must'])
  expect(offered('measures:\n  - id: a\n    who: [grid-worker, volu')).toEqual(['volunteer'])
  expect(offered('measures:\n  - id: a\n    how_often: { kind: eve')).toEqual(['every-days'])
  expect(offered('measures:\n  - id: a\n    how_often: { kind: every-days, da')).toEqual(['days: '])
})

test('inside a condition the facts of the vocabulary are offered with their words, and their values', () => {
  const { options, from } = completeAt('measures:\n  - when:\n      community.cl', 40)
  expect(options).toEqual([{ insert: 'community.class: ', words: expect.objectContaining({ zh: expect.any(String) }) }])
  expect(from).toBe(28)
  expect(offered('measures:\n  - when:\n      community.class: [no-case, tr')).toEqual(['transmission'])
  expect(offered('measures:\n  - when: { county.risk: hi')).toEqual(['high'])
})

test('nothing is offered where a text is free', () => {
  expect(offered('title: { zh: 登')).toEqual([])
  expect(offered('document: ')).toEqual([])
})
