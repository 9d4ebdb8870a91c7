import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPackText } from '../library/text.ts'
import { slipsIn } from './slips.ts'

const at = (path: string) => new URL(`../../${path}`, import.meta.url)
const notices = ['dengue', 'heat'].map((name) => readFileSync(at(`test/${name}/pack.yaml`), 'utf8'))
const [dengue = ''] = notices
const foundIn = (text: string) => readPackText({ file: 'pack.yaml', text, cases_file: 'cases.yaml', cases: '[]' }).findings

/** The findings of the notice with one line written otherwise; the line from 1. */
function slipped(start: string, write: (line: string) => string) {
  const lines = dengue.split('\n')
  const nth = lines.findIndex((line) => line.startsWith(start))
  if (nth < 0) throw new Error(`no line begins with ${start}`)
  const found = foundIn(lines.toSpliced(nth, 1, write(lines[nth] ?? '')).join('\n'))
  return found.map(({ line, code, text }) => ({ away: (line ?? 0) - nth - 1, code, zh: text.zh }))
}

describe('one slip of the hand is one message at its line', () => {
  test.each<[name: string, start: string, write: (line: string) => string, code: string, says: string]>([
    ['a tab', '    aspect: control', (line) => line.replace('    ', '\t'), 'yaml.tab', '制表符'],
    ['wide spaces before', '    aspect: control', (line) => `　　${line.trim()}`, 'yaml.wide-space', '全角空格'],
    ['a wide space behind a colon', 'version: 1', () => 'version:　1', 'yaml.wide-space', '全角空格'],
    [
      'non-breaking spaces',
      '    aspect: control',
      (line) => line.replace('    ', '\u00a0'.repeat(4)),
      'yaml.wide-space',
      '不换行',
    ],
    ['a wide colon', 'version: 1', () => 'version：1', 'yaml.wide-colon', 'version 后面的冒号是全角的'],
    ['a wide colon behind a list', 'measures:', () => 'measures：', 'yaml.wide-colon', 'measures 后面'],
    ['a wide colon in braces', 'title:', (line) => line.replace('zh: ', 'zh：'), 'yaml.wide-colon', 'zh 后面'],
    [
      'a wide colon in the last line',
      '    source: { section: 第二条 }',
      (line) => line.replace(': {', '：{'),
      'yaml.wide-colon',
      'source',
    ],
    ['a wide comma between entries', 'title:', (line) => line.replace(', en', '，en'), 'yaml.wide-comma', '全角逗号'],
    ['a wide comma in a list', '    when: { tier: [raised', (line) => line.replace(', e', '，e'), 'yaml.wide-comma', '全角逗号'],
    ['wide quotes', "place: ''", () => 'place: “”', 'yaml.wide-quote', '引号是全角的'],
    ['wide braces', 'title:', (line) => line.replace('{', '｛').replace('}', '｝'), 'yaml.wide-bracket', '全角'],
    ['a wide dash', '  - id: dengue-spray', (line) => line.replace('-', '－'), 'yaml.wide-dash', '横线'],
    ['a dash without its space', '  - id: dengue-spray', (line) => line.replace('- ', '-'), 'yaml.dash', '横线后面少一个空格'],
    ['a dash without its space, first', '  - id: dengue-water', (line) => line.replace('- ', '-'), 'yaml.dash', '横线'],
    ['a colon without its space', '    strength: must', () => '    strength:must', 'yaml.colon-space', 'strength 的冒号'],
    ['no space in braces', 'title:', (line) => line.replace('zh: ', 'zh:'), 'yaml.colon-space', 'zh 的冒号'],
    ['no colon', '    strength: must', () => '    strength must', 'yaml.colon-missing', 'strength 后面少了冒号'],
    ['a colon within text', 'document:', () => 'document: 方案: 登革热', 'yaml.colon-in-text', '括起来'],
    ['a sign that means something', 'document:', () => 'document: @方案', 'yaml.sign', '@'],
    ['a star', 'document:', () => 'document: *方案', 'yaml.broken', '* 开头'],
    ['a quote not closed', "place: ''", () => "place: '", 'yaml.quote', '没有成对'],
    [
      'a quote not closed in braces',
      '    text: { zh: 停业清理',
      (line) => line.replace("order'", 'order'),
      'yaml.quote',
      '没有成对',
    ],
    ['a brace not closed', 'title:', (line) => line.replace(' }', ''), 'yaml.bracket-open', '{ 只开没关'],
    ['a bracket not closed', '    who: [grid-worker]', (line) => line.replace(']', ''), 'yaml.bracket-open', '[ 只开没关'],
    ['a brace too many', 'title:', (line) => `${line} }`, 'yaml.bracket-extra', '多了一个 }'],
    ['a # that cuts text off', 'title:', (line) => line.replace('登革热', '登革热 #2'), 'yaml.hash', '批注'],
    ['a key one to the right', '    strength: must', (line) => ` ${line}`, 'yaml.indent', 'strength 缩进多了'],
    ['a key one to the left', '    strength: must', (line) => line.slice(1), 'yaml.indent', 'strength 的缩进'],
    ['a key two to the left', '    strength: must', (line) => line.slice(2), 'yaml.indent', 'strength 缩进少了'],
    ['a key at the edge', '    strength: must', (line) => line.trim(), 'yaml.indent', 'strength 缩进少了'],
    ['a dash one to the right', '  - id: dengue-spray', (line) => ` ${line}`, 'yaml.indent', '缩进'],
    ['a key at the root to the right', 'is: regime', (line) => ` ${line}`, 'yaml.indent', 'is 缩进多了'],
    ['a number for a code', "place: ''", () => 'place: 41', 'value.type', "写成 '41'"],
    ['a name for its id', '    strength: must', () => '    strength: 必须', 'value.unknown', '要写成 must'],
    ['a post by its name', '    who: [grid-worker]', () => '    who: [网格员]', 'value.unknown', '要写成 grid-worker'],
  ])('%s', (_, start, write, code, says) => {
    expect(slipped(start, write)).toEqual([{ away: 0, code, zh: expect.stringContaining(says) }])
  })

  test('a key that stands twice is named at its second place', () => {
    const doubled = slipped('    strength: must', (line) => `${line}\n${line}`)
    expect(doubled).toEqual([{ away: 1, code: 'yaml.key-twice', zh: 'strength 写了两次，留一个' }])
  })
})

const signs: Readonly<Record<string, (line: string) => string>> = {
  'yaml.tab': (line) => line.replace(/^ +(?=\S)/, '\t'),
  'yaml.wide-space': (line) => line.replace(/^ +(?=\S)/, (indent) => '　'.repeat(indent.length)),
  'yaml.wide-colon': (line) => line.replace(/^(\s*(?:- )?[\w./-]+):( |$)/, '$1：'),
  'yaml.colon-space': (line) => line.replace(/^(\s*(?:- )?[\w./-]+): /, '$1:'),
  'yaml.wide-comma': (line) => line.replace(/, (?=[\w./-]+: )/, '，'),
  'yaml.dash': (line) => line.replace(/^(\s*)- (?=\w)/, '$1-'),
  'yaml.bracket-open': (line) => line.replace(/[}\]]\s*$/, ''),
  'yaml.indent': (line) => line.replace(/^(?=\s*[\w-])/, ' '),
}

test.each(Object.entries(signs))(
  'wherever it is made in two whole notices, %s is the one message, at the line of the slip',
  (code, slip) => {
    const missed = notices.flatMap((notice) => {
      const lines = notice.split('\n')
      return lines.flatMap((line, nth) => {
        // Every third line: each is a whole check of the notice.
        if (nth % 3 !== 0) return []
        const written = slip(line)
        if (written === line || line.trimStart().startsWith('#')) return []
        const found = foundIn(lines.toSpliced(nth, 1, written).join('\n'))
        // A list of one entry may stand anywhere below its key.
        if (found.length === 0 && code === 'yaml.indent') return []
        const isRight = found.length === 1 && found[0]?.line === nth + 1 && found[0].code === code
        return isRight ? [] : [`${nth + 1} ${written}: ${found.map((one) => `${one.line} ${one.code}`).join(', ')}`]
      })
    })
    expect(missed).toEqual([])
  },
  60_000,
)

test('a text without a slip has none, whatever stands in its remarks, quotes and long texts', () => {
  const packs = readdirSync(at('packs')).map((name) => readFileSync(at(`packs/${name}/pack.yaml`), 'utf8'))
  expect([...packs, ...notices].flatMap(slipsIn).filter(({ sure }) => sure)).toEqual([])
  const odd = [
    '# 例：a：b',
    "a: 'it''s: {'",
    'b: "say \\"[\\""',
    'c: |',
    '  a：b',
    '   -x',
    'd: { e: [f, g],',
    '  h: 1 }',
    'i:',
    '- j: 1',
  ]
  expect(slipsIn(odd.join('\n'))).toEqual([])
  expect(slipsIn(odd.join('\r\n'))).toEqual([])
})
