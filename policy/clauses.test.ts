import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readClauses } from './engine/clauses/reading.ts'
import { catalogue } from './test/packs.ts'

const raw: unknown = parse(readFileSync(new URL('./clauses.yaml', import.meta.url), 'utf8'))
const { readings, unreadable } = readClauses(raw)
const notices = ['2020A', '2020B', '2020H', '2020P', '2021', '2023']
const placeOf = (row: string) => {
  const [, notice = '', nth = ''] = row.split('-')
  return notices.indexOf(notice) * 1000 + Number(nth)
}

test('every clause that asks something is read, once, in the order of the notices, and no other', () => {
  expect(unreadable).toEqual([])
  const asked = catalogue.functions.flatMap(({ rows }) => rows).filter((row) => !row.startsWith('R-LAW-'))
  expect(readings.map(({ row }) => row)).toEqual([...asked].sort((a, b) => placeOf(a) - placeOf(b)))
  expect(readings).toHaveLength(334)
})

test('a reading that lacks its actor, has a word of no notice or a condition nobody knows is not taken', () => {
  const whole = { row: 'R-2021-7', in: '一', who: ['community'], word: '要', zh: '及时启动', en: 'open in time' }
  const { who: _, ...nobody } = whole
  const listed = [whole, nobody, { ...whole, word: '严禁' }, { ...whole, when: { weather: 'rain' } }, { ...whole, who: ['king'] }]
  expect(readClauses(listed).unreadable).toEqual([2, 3, 4, 5])
  expect(readClauses('nothing').readings).toEqual([])
})
