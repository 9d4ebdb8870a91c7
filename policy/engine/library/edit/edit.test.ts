import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { beginWith, templates } from '../../../templates/templates.ts'
import { newEntry, outlineOf } from '../form/parts.ts'
import { orderOf } from '../form/schema-nodes.ts'
import { editText, isSame } from './edit.ts'
import type { Path } from './nodes.ts'
import type { Held } from './render.ts'

const root = new URL('../../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const known = { id: 'heat-2026', place: '41', subject: 'heat', from: '2026-11-17' }
const texts = [
  read('test/dengue/pack.yaml'),
  ...templates.map((each) => beginWith(each, known)),
  ...['area-zones', 'area-levels', 'henan-2020', 'house-settings', 'prohibitions-2022'].map((name) =>
    read(`packs/${name}/pack.yaml`),
  ),
]
const small = `# head
id: x # the id
title: { zh: 甲, en: A }
rights:
  # about asking
  - id: one # first
    text:
      zh: 问
      en:
    answers: [community-director, police]

  # between
  - id: two
    until: 2026-01-01
    text: { zh: "答", en: '' }
    answers:
      - police # who
      - city
`

const edited = (text: string, path: Path, value: Held | undefined) => {
  const done = editText(text, path, value, orderOf)
  return 'text' in done ? done.text : `refused: ${done.why.en}`
}
/** The lines that a change takes away and adds. */
function changed(before: string, after: string): string[] {
  const [was, is] = [before.split('\n'), after.split('\n')]
  let head = 0
  while (head < was.length && was[head] === is[head]) head += 1
  let tail = 0
  while (tail < Math.min(was.length, is.length) - head && was.at(-1 - tail) === is.at(-1 - tail)) tail += 1
  return [
    ...was.slice(head, was.length - tail).map((line) => `-${line}`),
    ...is.slice(head, is.length - tail).map((line) => `+${line}`),
  ]
}
const changes = (path: Path, value: Held | undefined, text = small) => changed(text, edited(text, path, value))

describe('a change by the form changes its own lines and no other', () => {
  test('a value, a value that was missing, and one that must be quoted', () => {
    expect(changes(['id'], 'y')).toEqual(['-id: x # the id', '+id: y # the id'])
    expect(changes(['rights', 0, 'text', 'en'], 'ask')).toEqual(['-      en:', '+      en: ask'])
    expect(changes(['title', 'zh'], '甲: 乙, 丙 # 丁')).toEqual([
      '-title: { zh: 甲, en: A }',
      "+title: { zh: '甲: 乙, 丙 # 丁', en: A }",
    ])
    expect(changes(['rights', 1, 'text', 'zh'], '不')).toEqual([
      `-    text: { zh: "答", en: '' }`,
      `+    text: { zh: "不", en: '' }`,
    ])
    expect(changes(['title', 'en'], "it's 'one'\ntwo")[1]).toBe(`+title: { zh: 甲, en: "it's 'one'\\ntwo" }`)
  })

  test('a key that is new stands where the order of packs has it; one that goes takes its line', () => {
    expect(changes(['version'], 2)).toEqual(['+version: 2'])
    expect(changes(['rights', 0, 'until'], '2026-02-01')).toEqual(['+    until: 2026-02-01'])
    expect(changes(['rights', 1, 'until'], undefined)).toEqual(['-    until: 2026-01-01'])
    expect(changes(['rights', 0, 'source', 'section'], '一')).toEqual(['+    source: { section: 一 }'])
    expect(changes(['title', 'en'], undefined)).toEqual(['-title: { zh: 甲, en: A }', '+title: { zh: 甲 }'])
  })

  test('a list takes and loses words one by one, on one line or on many', () => {
    expect(changes(['rights', 0, 'answers'], ['police', 'city'])).toEqual([
      '-    answers: [community-director, police]',
      '+    answers: [police, city]',
    ])
    expect(changes(['rights', 1, 'answers'], ['police', 'city', 'nation'])).toEqual(['+      - nation'])
    expect(changes(['rights', 1, 'answers'], ['police'])).toEqual(['-      - city'])
  })

  test('a part is added and taken out whole; what is left empty goes with it', () => {
    expect(changes(['limits', 0], { id: 'no', text: { zh: '不得' } })).toEqual([
      '+',
      '+limits:',
      '+  - { id: no, text: { zh: 不得 } }',
    ])
    const without = edited(small, ['rights', 0], undefined)
    expect(parse(without).rights).toHaveLength(1)
    expect(without).toContain('# between')
    expect(changes(['rights', 0], undefined)).toHaveLength(5)
    expect(parse(edited(without, ['rights', 0], undefined))).toEqual({ id: 'x', title: { zh: '甲', en: 'A' } })
  })

  test('a comment behind what goes is not lost: the text stays as it is and says so', () => {
    expect(edited(small, ['rights', 1, 'answers'], 'police')).toMatch(/^refused/)
    expect(edited('a: [1', ['a'], 2)).toMatch(/^refused: The text cannot be read/)
  })
})

interface Leaf {
  readonly path: Path
  readonly value: Held
}
const leavesOf = (value: unknown, path: Path = []): Leaf[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...path, Array.isArray(value) ? Number(key) : key]))
    : [{ path, value: value as Held }]
const comments = (text: string) => text.split('\n').filter((line) => line.trim().startsWith('#'))
const any = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.constantFrom('甲，乙：丙', 'yes', '12', '- a', "it's", 'a: b', '#no', '[x]'),
)

describe.each(texts.map((text) => ({ text, name: /^id: (.*)$/m.exec(text)?.[1] ?? '' })))(
  'in the pack $name',
  { timeout: 60_000 },
  ({ text }) => {
    const raw: unknown = parse(text)
    const leaves = leavesOf(raw)

    test('any value changed leaves every other sign as it was', () => {
      fc.assert(
        fc.property(fc.nat(leaves.length - 1), any, (nth, value) => {
          const leaf = leaves[nth] as Leaf
          const after = edited(text, leaf.path, value)
          const [was, is] = [text.split('\n'), after.split('\n')]
          expect(is.length - was.length).toBeLessThanOrEqual(0)
          expect(changed(text, after).filter((line) => line.startsWith('+')).length).toBeLessThanOrEqual(1)
          expect(leavesOf(parse(after)).filter((each, at) => !isSame(each, leaves[at]))).toEqual(
            leaf.value === value ? [] : [{ path: leaf.path, value }],
          )
          // And back again.
          if (is.length === was.length) expect(parse(edited(after, leaf.path, leaf.value))).toEqual(raw)
        }),
        { numRuns: 15 },
      )
    })

    test('any part taken out leaves the lines of the others, and any part added stands at the end of its own', () => {
      for (const { list, parts } of outlineOf(raw)) {
        if (!list) continue
        const last = parts.at(-1)
        if (last) {
          const without = edited(text, last.path, undefined)
          expect(changed(text, without).filter((line) => line.startsWith('+'))).toEqual([])
          expect(outlineOf(parse(without)).find(({ id }) => id === list.join('.'))?.parts).toHaveLength(parts.length - 1)
        }
        const added = edited(text, [...list, parts.length], newEntry(raw, list))
        expect(changed(text, added).filter((line) => line.startsWith('-') && line.trim() !== '-').length).toBeLessThanOrEqual(1)
        expect(comments(added)).toEqual(comments(text))
        if (parts.length === 0) expect(edited(added, [...list, 0], undefined)).toBe(text)
        expect(outlineOf(parse(added)).find(({ id }) => id === list.join('.'))?.parts).toHaveLength(parts.length + 1)
      }
    })
  },
)
