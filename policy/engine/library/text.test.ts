import { expect, test } from 'vitest'
import { readPackText } from './text.ts'

const lines = [
  'id: sample',
  'is: adds',
  'version: 1',
  'title: { zh: 样例, en: Sample }',
  'short: { zh: 样例, en: Sample }',
  'document: 样例文件',
  'authority: { zh: 样例, en: Sample }',
  "place: ''",
  'from: 2022-01-01',
]
const found = (...text: string[]) =>
  readPackText({ file: 'pack.yaml', text: text.join('\n'), cases_file: 'cases.yaml', cases: '' }).findings.map(
    ({ line, code }) => `${line} ${code}`,
  )

test('a fault stands at its own line: a word that packs do not know, a day, a place', () => {
  expect(found(...lines)).toEqual(['1 pack.does-nothing'])
  expect(found(...lines.slice(0, 3), 'foo: bar', ...lines.slice(3))).toEqual(['4 field.unknown'])
  expect(found(...lines, 'foo:', '  bar: 1', 'moo: 2')).toEqual(['10 field.unknown', '12 field.unknown'])
  expect(found(...lines, 'until: 2021-12-31')).toEqual(['10 date.reversed'])
  expect(found(...lines, 'until: 2022-02-30')).toEqual(['10 date.none'])
  expect(found(...lines.map((each) => each.replace("place: ''", "place: '99'")))).toEqual(['8 place.unknown'])
})

test('an empty text is one finding, and so is one that cannot be read', () => {
  expect(found('')).toEqual([expect.stringContaining('value.type')])
  expect(found(...lines, 'from: 2022-01-02')).toEqual(['10 yaml.key-twice'])
})
