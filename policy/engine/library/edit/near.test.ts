import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { textOfMany } from '../../../test/many-rules.ts'
import { newEntry } from '../form/parts.ts'
import { orderOf } from '../form/schema-nodes.ts'
import { editText } from './edit.ts'
import { entryWithNeighbours } from './near.ts'
import type { Path } from './nodes.ts'
import type { Held } from './render.ts'

const rules = 400
const long = `${textOfMany(rules).replace('  - id: long.rule-200\n', '  # between\n  - id: long.rule-200 # the middle\n')}
limits:
  - id: no-a
    text: { zh: 不得, en: must not }
    source: { section: 一 }
`
const edited = (path: Path, value: Held | undefined): string => {
  const done = editText(long, path, value, orderOf)
  if ('why' in done) throw new Error(done.why.en)
  return done.text
}
const rulesIn = (text: string) => (parse(text) as { measures: { id: string; strength: string }[] }).measures

test('in a long text what stands around a change is all that is read for it', () => {
  expect(long.length).toBeGreaterThan(100_000)
  const near = entryWithNeighbours(long, ['measures', 200, 'strength'])
  expect(near?.path).toEqual(['measures', 1, 'strength'])
  expect((near?.end ?? 0) - (near?.start ?? 0)).toBeLessThan(2000)
  expect(entryWithNeighbours(long, ['limits', 0])).toBeUndefined()
  expect(entryWithNeighbours(long, ['title', 'zh'])).toBeUndefined()
})

test.each([0, 1, 199, 200, rules - 1])('rule %i of a long text changes alone, and goes alone', (nth) => {
  const other = edited(['measures', nth, 'strength'], 'may')
  const [was, is] = [long.split('\n'), other.split('\n')]
  expect(is.filter((line, at) => line !== was[at])).toEqual(['    strength: may'])
  expect(rulesIn(other)[nth]?.strength).toBe('may')
  const without = edited(['measures', nth], undefined)
  expect(rulesIn(without).map(({ id }) => id)).toEqual(rulesIn(long).flatMap(({ id }, at) => (at === nth ? [] : [id])))
  expect(without.includes('# between')).toBe(true)
  expect(parse(without)).toHaveProperty('limits')
})

test('a rule is added behind the last one of a long text, before what follows', () => {
  const raw: unknown = parse(long)
  const text = edited(['measures', rules], newEntry(raw, ['measures']))
  expect(rulesIn(text)).toHaveLength(rules + 1)
  expect(text.split('\n').length - long.split('\n').length).toBeGreaterThan(5)
  expect(parse(text)).toHaveProperty('limits')
  expect(edited(['measures', 3, 'text', 'zh'], '送一次')).toContain('zh: 送一次')
})
