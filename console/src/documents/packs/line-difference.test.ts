import { expect, test } from 'vitest'
import { differenceOf } from './line-difference.ts'

test('what was added and removed is shown with two lines around it, the rest is counted', () => {
  const before = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const after = ['a', 'b', 'c', 'D', 'e', 'f', 'g', 'h']
  expect(
    differenceOf(before.join('\n'), after.join('\n')).map((line) => ('text' in line ? `${line.kind} ${line.text}` : line.lines)),
  ).toEqual([1, 'same b', 'same c', 'less d', 'more D', 'same e', 'same f', 'same g', 'more h'])
})

test('equal texts have no changed line', () => {
  expect(differenceOf('a\nb', 'a\nb')).toEqual([{ kind: 'skipped', lines: 2 }])
})
