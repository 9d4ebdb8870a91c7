import { expect, test } from 'vitest'
import { plainDocument } from './plain/document-number.ts'
import { checkCharacterOf } from './identity-number.ts'
import { whyNotLifeDay } from './plain/life-days.rules.ts'
import { comparableName, plainName } from './name.ts'
import { plainPerson, whyNotLeft } from './person.rules.ts'
import { startJudging } from './roster/judge.ts'

const today = '2026-11-17'

test('a day of a life lies between the birth and today, and a birth not more than 130 years back', () => {
  const fault = (day: string, born?: string) => whyNotLifeDay(day, today, born)
  expect([fault(today), fault('2026-11-18'), fault('1896-11-17'), fault('1896-11-16')]).toEqual([
    undefined,
    'in-future',
    undefined,
    'too-early',
  ])
  expect([fault('1990-05-01', '1990-05-01'), fault('1990-04-30', '1990-05-01')]).toEqual([undefined, 'too-early'])
  expect([whyNotLeft(null, '1990-05-01', today), whyNotLeft('1990-04-30', '1990-05-01', today)?.code]).toEqual([
    undefined,
    'people.left-too-early',
  ])
  expect(whyNotLeft('2026-11-18', null, today)?.code).toBe('people.left-ahead')
})

const numberOf = (born: string) => {
  const first = `410105${born.replaceAll('-', '')}234`
  return `${first}${checkCharacterOf(first)}`
}

test.each(['1800-01-01', '1896-11-16', '1896-11-17', '1990-05-01', '2026-11-17', '2026-11-18', '2999-01-01'])(
  'born on %s: the same answer by hand and by import, told or carried by an identity number',
  (born) => {
    const judged = (cells: string[]) =>
      startJudging('residents', { name: 0, birth: 1, documentNumber: 2 }, { today, place: '' }).take({ row: 2, cells })
    const isGood = born >= '1896-11-17' && born <= today
    const told = plainPerson({ name: '郭小兰', born }, today)
    const carried = plainPerson({ name: '郭小兰', document: numberOf(born) }, today)
    expect([told.why, carried.why].map((why) => why === undefined)).toEqual([isGood, isGood])
    expect([judged(['郭小兰', born, ''])?.is, judged(['郭小兰', '', numberOf(born)])?.is]).toEqual(
      isGood ? ['accepted', 'accepted'] : ['rejected', 'rejected'],
    )
  },
)

test('who came before being born is rejected by import as by hand', () => {
  const columns = { name: 0, birth: 1, arrivedOn: 2, origin: 3 }
  const take = (arrived: string) =>
    startJudging('arrivals', columns, { today, place: '' }).take({ row: 2, cells: ['郭小兰', '1990-05-01', arrived, '武汉'] })
  expect(take('1990-05-01')?.is).toBe('accepted')
  expect(take('1990-04-30')).toMatchObject({ is: 'rejected', code: 'date.too-early' })
  expect(take('2026-11-18')).toMatchObject({ is: 'rejected', code: 'date.in-future' })
})

test.each([
  ['e 1234-567', 'E1234567'],
  ['Ｅ１２３４５６７', 'E1234567'],
  [' e1234567\u200b', 'E1234567'],
  ['H0123 4567‐8', 'H012345678'],
  ["'410105199003072346", '410105199003072346'],
])('the document %j is kept as %j, by hand and by import', (typed, plain) => {
  expect([plainDocument(typed), plainDocument(plain)]).toEqual([plain, plain])
  if (plain.length > 12) return
  expect(plainPerson({ name: '郭小兰', document: typed, document_kind: 'passport' }, today).person?.document).toBe(plain)
  const judging = startJudging('residents', { name: 0, documentKind: 1, documentNumber: 2 }, { today, place: '' })
  expect(judging.take({ row: 2, cells: ['郭小兰', '护照', typed] })).toMatchObject({
    is: 'accepted',
    entry: { documentNumber: plain },
  })
})

test.each(['·', '•', '・', '‧', '∙', '･', '⋅', ' · '])('the dot %j between the parts of a name is one dot', (dot) => {
  expect(plainName(`阿依古丽${dot}买买提江`)).toBe('阿依古丽·买买提江')
  expect(comparableName(`阿依古丽${dot}买买提江`)).toBe('阿依古丽买买提江')
})

test('a name of nothing that anybody sees is missing', () => {
  expect(plainPerson({ name: '\u200b\u3000' }, today).why?.code).toBe('people.name-missing')
  expect([plainName('Jose\u0301  Pérez'), plainName('郭 小\u3000兰')]).toEqual(['José Pérez', '郭小兰'])
})
