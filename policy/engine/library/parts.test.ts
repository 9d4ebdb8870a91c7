import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LineCounter, parseDocument } from 'yaml'
import { textOfMany } from '../../test/many-rules.ts'
import { readInParts, startOf } from './parts.ts'
import { parseYaml, readPackText } from './text.ts'

const folder = new URL('../../packs/', import.meta.url)
const texts = readdirSync(folder).flatMap((name) =>
  ['pack.yaml', 'cases.yaml'].map((file) => ({
    name: `${name}/${file}`,
    text: readFileSync(new URL(`${name}/${file}`, folder), 'utf8'),
  })),
)

type Path = (string | number)[]
const pathsIn = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? [
        path,
        ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, Array.isArray(value) ? Number(key) : key])),
      ]
    : [path]

describe('a text that is read part by part', () => {
  test('says what it says as a whole, each key in its line', { timeout: 60_000 }, () => {
    for (const { name, text } of texts) {
      const lines = new LineCounter()
      const whole = parseDocument(text, { lineCounter: lines })
      const parts = readInParts(text)
      if (!parts || 'why' in parts) throw new Error(`${name} cannot be cut`)
      expect(parts.raw, name).toEqual(whole.toJS())
      const paths = pathsIn(parts.raw)
      for (const path of paths.filter((_, nth) => nth % Math.ceil(paths.length / 20) === 0)) {
        const start = startOf(whole, path)
        if (start !== undefined) expect(parts.lineOf(path), `${name} ${path.join('/')}`).toBe(lines.linePos(start).line)
      }
    }
  })

  test.each([
    ['a quote over several lines', 'id: a\ntitle: "one\n\n  two: three"\nmeasures:\n  - "a\n\n     - b"\n  - c\n'],
    ['a list in brackets over several lines', 'id: a\nmeasures: [\n  x,\n  y]\n'],
    ['dashes without indent', 'id: a\nmeasures:\n- id: x\n- id: y\n'],
    ['words in a block', 'id: a\nnote: |\n  - one\n  - two\nmeasures:\n  - |\n   - not an entry\n  - two\n'],
    [
      'remarks and empty lines',
      '# first\n\nid: a # here\nmeasures: # there\n  # a remark\n  - id: x\n\n  # another\n  - id: y\n',
    ],
    ['an entry that begins on the next line', 'measures:\n  -\n    id: x\n  - id: y\n'],
    ['keys in quotes', '\'id\': a\n"is": adds\n'],
    ['lines that end as on Windows', 'id: a\r\nmeasures:\r\n  - id: x\r\n  - id: y\r\n'],
    ['a list at the root', '- a: 1\n- b: 2\n'],
    ['a mark of a document', '---\nid: a\n'],
  ])('is the same: %s', (_, text) => {
    const parsed = parseYaml('a', text)
    expect('raw' in parsed && parsed.raw).toEqual(parseDocument(text).toJS())
  })

  test.each([
    ['a key that stands twice', 'id: a\nid: b\n', 2],
    ['a list that stands twice', 'measures:\n  - a\nid: a\nmeasures:\n  - b\n', 4],
    ['a bracket that never closes', 'id: a\nmeasures:\n  - id: [x\n  - id: y\n', 3],
    ['a tag', 'id: a\nmeasures:\n  - id: !x y\n', 3],
  ])('has its fault in its line: %s', (_, text, line) => {
    const parsed = parseYaml('a', text)
    expect('finding' in parsed && parsed.finding.line).toBe(line)
  })

  test('of thousands of rules is read whole, and a slip in one is told at its line', { timeout: 60_000 }, () => {
    const long = textOfMany(1_500)
    expect(readPackText({ file: 'a', text: long, cases_file: 'b', cases: '[]' }).pack?.measures).toHaveLength(1_500)
    const at = long.split('\n').findIndex((line) => line.includes('long.rule-1400')) + 1
    const broken = long.replace('{ zh: 第 1400 条', '{{ zh: 第 1400 条')
    const line = readPackText({ file: 'a', text: broken, cases_file: 'b', cases: '[]' }).findings[0]?.line
    expect(Math.abs((line ?? 0) - at - 3)).toBeLessThan(2)
    const unknown = long.replace('strength: should\n    text: { zh: 第 1400 条', 'strength: shall\n    text: { zh: 第 1400 条')
    const [finding] = readPackText({ file: 'a', text: unknown, cases_file: 'b', cases: '[]' }).findings
    expect(finding).toMatchObject({ code: 'value.unknown', line: at + 2, rule: 'long.rule-1400' })
  })
})
