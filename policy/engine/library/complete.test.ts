import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { completeAt } from './complete.ts'
import { namesIn } from './form/own-names.ts'

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

test('every key and every value is offered with its words, however many there are', () => {
  const all = completeAt('measures:\n  - id: a\n    evidence: [', 39).options
  expect(all.length).toBeGreaterThan(80)
  expect(all.filter(({ words }) => !words)).toEqual([])
  const keys = completeAt('measures:\n  - ', 14).options
  expect(keys.map(({ insert }) => insert)).toEqual(expect.arrayContaining(['text: ', 'who: ', 'how_often: ', 'when: ']))
  expect(keys.filter(({ words, means }) => !words || !means)).toEqual([])
})

test('what the key at the caret is about is said in a sentence, also where the text is free', () => {
  const about = (text: string) => completeAt(text, text.length).about
  expect(about('measures:\n  - id: a\n    strength: mu')).toMatchObject({ key: 'strength', words: { zh: '要求有多硬' } })
  expect(about('document: 某某文件')?.means.zh).toContain('名称和文号')
  expect(about('measures:\n  - id: a\n    source: { section: 第')).toMatchObject({ key: 'section' })
})

test('names that the pack brings itself are offered where they fit', () => {
  const text =
    'id: x\nkinds:\n  - { id: x/old, words: { zh: 老人 } }\ntiers:\n  list:\n    - { id: raised, name: { zh: 加强 } }\n'
  const own = namesIn(parse(text))
  const options = (added: string) => completeAt(text + added, (text + added).length, own).options
  expect(options('terms:\n  - id: a\n    kinds: [x')).toEqual([{ insert: 'x/old', words: { zh: '老人', en: '老人' } }])
  expect(options('measures:\n  - id: a\n    when: { tier: ra')).toEqual([{ insert: 'raised', words: { zh: '加强', en: '加强' } }])
})
