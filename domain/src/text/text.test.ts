import Type from 'typebox'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Day, Maybe, Text, Verbatim } from '../schema.ts'
import { tidierOf, tidyAll } from './tidy-input.ts'
import { tidyText } from './tidy-text.ts'

test.each([
  ['  王敏\u3000', '王敏'],
  ['王\u200b敏\ufeff', '王敏'],
  ['\u202e敏王\u202c', '敏王'],
  ['\u2066王敏\u2069', '王敏'],
  ['e\u0301', 'é'],
  ['一\u0007行\u0085下\t面', '一行 下 面'],
  ['一行\r\n下面', '一行 下面'],
  ['葛\u{e0100}城', '葛\u{e0100}城'], // the shape of a rare character in a name
])('%j as one line is %j', (typed, kept) => expect(tidyText(typed, 'line')).toBe(kept))

test.each(['', ' ', '\u3000\u3000', '\u200b', '\u200d\u2060\ufeff', '\u2800', '\u3164', '\u00ad', '\n\t', '\ufe0f', '\u061c'])(
  'nothing that anybody sees is nothing: %j',
  (typed) => expect([tidyText(typed, 'line'), tidyText(typed, 'lines')]).toEqual(['', '']),
)

test('longer texts keep their line breaks, of whatever kind', () => {
  expect(tidyText(' 一\r\n二\r三\u2028四 ', 'lines')).toBe('一\n二\n三\n四')
})

test('twice changes nothing, and nothing unseen is left', () => {
  const sign = fc.oneof(
    fc.nat({ max: 0x10ffff }).map((point) => String.fromCodePoint(point)),
    fc.constantFrom('\u200b', '\u202e', '\u0301', ' ', '\n', '王'),
  )
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 12 }), fc.constantFrom('line' as const, 'lines' as const), (signs, lines) => {
      const text = signs.join('').toWellFormed()
      const once = tidyText(text, lines)
      expect(tidyText(once, lines)).toBe(once)
      expect(once).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/)
      if (lines === 'line') expect(once).not.toContain('\n')
    }),
  )
})

test('a contract tidies its texts at any depth and nothing else', () => {
  const contract = Type.Object({
    name: Text(40, 1),
    note: Type.Optional(Maybe(Text(400))),
    password: Verbatim(128),
    day: Day,
    list: Type.Array(Type.Object({ words: Text(20) })),
    details: Type.Record(Type.String(), Type.Union([Text(60), Type.Boolean()])),
    either: Type.Union([Type.Object({ kind: Type.Literal('a'), said: Text(20) }), Type.Null()]),
  })
  const typed = {
    name: ' 王敏',
    note: ' 一\r\n二',
    password: ' 密 ',
    day: ' 2026-11-17',
    list: [{ words: '\u200b甲' }],
    details: { place: ' 乙', known: true },
    either: { kind: 'a', said: '丙 ' },
    more: ' 丁 ',
  }
  expect(tidierOf(contract)?.(typed)).toEqual({
    ...typed,
    name: '王敏',
    note: '一\n二',
    list: [{ words: '甲' }],
    details: { place: '乙', known: true },
    either: { kind: 'a', said: '丙' },
  })
  for (const odd of [null, 1, 'x', [], { name: { deep: 1 }, list: 'no', details: [' '] }])
    expect(tidierOf(contract)?.(odd)).toEqual(odd)
  expect(tidierOf(Type.Object({ day: Day }))).toBeUndefined()
  expect(tidyAll({ note: ' a ', list: ['\u200b'], at: '2026-11-17T02:00:00.000Z', n: 1, none: null })).toEqual({
    note: 'a',
    list: [''],
    at: '2026-11-17T02:00:00.000Z',
    n: 1,
    none: null,
  })
})
