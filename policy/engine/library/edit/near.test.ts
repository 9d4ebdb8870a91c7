import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { textOfMany } from '../../../test/many-rules.ts'
import { newEntry } from '../form/parts.ts'
import { orderOf } from '../form/schema-nodes.ts'
import { editText } from './edit.ts'
import { nearBy } from './near.ts'
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
  const near = nearBy(long, ['measures', 200, 'strength'])
  expect(near?.path).toEqual(['measures', 1, 'strength'])
  expect((near?.end ?? 0) - (near?.start ?? 0)).toBeLessThan(2000)
  const partOf = (path: Path) => {
    const { start = 0, end = 0 } = nearBy(long, path) ?? {}
    return long.slice(start, end)
  }
  expect(partOf(['limits', 0])).toBe(long.slice(long.indexOf('limits:')))
  expect(partOf(['title', 'zh'])).toMatch(/^title: .*\n$/)
  expect(nearBy(long, ['until'])).toBeUndefined()
  expect(nearBy(long, ['measures'])).toBeUndefined()
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

// A new key is added by reading the text whole.
test('what stands behind other keys changes too, and a key comes and goes', { timeout: 30_000 }, () => {
  expect(edited(['title', 'zh'], '长')).toBe(long.replace('zh: 虚构的长规则包', 'zh: 长'))
  expect(edited(['version'], 2)).toBe(long.replace('version: 1', 'version: 2'))
  expect(parse(edited(['until'], '2026-12-31'))).toMatchObject({ until: '2026-12-31' })
  expect(parse(edited(['limits', 1], { id: 'no-b' }))).toMatchObject({ limits: [{ id: 'no-a' }, { id: 'no-b' }] })
  expect(parse(edited(['limits', 0], undefined))).not.toHaveProperty('limits')
})
