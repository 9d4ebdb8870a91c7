import { expect, test } from 'vitest'
import type { Pack } from '../pack/schema.ts'
import { lookUpIn, placesNotListed } from './places.ts'

const listed = [
  { code: '41', name: '河南省' },
  { code: '4101', name: '郑州市' },
  { code: '410105', name: '金水区' },
  { code: '410106', name: '上街区' },
  { code: '410205', name: '禹王台区' },
  { code: '440105', name: '海珠区' },
]
const lookUp = lookUpIn(() => listed)
const found = (place: string, rules: readonly string[] = []) => {
  const measures = rules.map((code) => ({ id: `in-${code}`, place: [code] }))
  const pack = { id: 'own', place, measures } as unknown as Pack
  const lineOf = (path: readonly (string | number)[]) => (path[0] === 'place' ? 7 : 20 + Number(path[1]))
  return placesNotListed({ file: 'pack.yaml', pack, lineOf }, lookUp).map(({ line, text }) => `${line}: ${text.zh}`)
}

test('places that the list has are none, and the nation asks no list', () => {
  expect(found('41', ['410105', '4101'])).toEqual([])
  expect(found('')).toEqual([])
})

test('a code that the list lacks is told at its line, with the nearest places of its level and province', () => {
  expect(found('410107')).toEqual(['7: 地区名录里没有 410107，相近的有 410105 金水区、410106 上街区、410205 禹王台区'])
  expect(found('41', ['410105', '419999'])).toEqual(['21: 地区名录里没有 419999'])
})
