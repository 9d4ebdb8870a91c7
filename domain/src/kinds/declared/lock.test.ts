import { expect, test } from 'vitest'
import { errand } from '../../requests/kinds/errand.kind.ts'
import { choice, count, text, w } from '../fields.ts'
import { departmentLetter } from '../../rounds/kinds/papers/department-letter.kind.ts'
import { lockOf, whyNotNext } from './lock.ts'

const word = w('项', 'Item')
const locked = lockOf(errand)
const later = errand.version + 1
const next = (fields: object) => ({ ...errand, version: later, fields: { ...errand.fields, ...fields } })

test('a kind as it was published may stand, in any order of its fields and with other words', () => {
  expect(whyNotNext(locked, errand)).toEqual([])
  const turned = Object.fromEntries(Object.entries(errand.fields).reverse())
  expect(whyNotNext(locked, { ...errand, fields: turned })).toEqual([])
  expect(whyNotNext(JSON.parse(JSON.stringify(locked)), errand)).toEqual([])
})

test('another type, another reader, a lost value or a lost field is refused, with the way that is open', () => {
  const { put, ...rest } = errand.fields
  expect(whyNotNext(locked, { ...errand, version: later, fields: rest })).toEqual([
    'put: say gone, do not take it out: old records have it',
  ])
  expect(whyNotNext(locked, next({ put: count(word, { to: 'helper' }) }))[0]).toBe(
    'put: was choice; another type is another field',
  )
  expect(whyNotNext(locked, next({ put: { ...put, to: 'office' } }))).toEqual([
    'put: who reads it never changes; another reader is another field',
  ])
  const fewer = choice(word, { door: word, gate: word }, { must: true, to: 'helper' })
  expect(whyNotNext(locked, next({ put: fewer }))).toEqual(['put: inside is a value of old records'])
})

test('a new field says since which version, and a published version is not changed behind its number', () => {
  expect(whyNotNext(locked, next({ stairs: text(word, 40) }))).toEqual([`stairs: is new, say since ${later}`])
  expect(whyNotNext(locked, next({ stairs: text(word, 40, { since: later }) }))).toEqual([])
  expect(whyNotNext(locked, { ...next({ stairs: text(word, 40, { since: errand.version }) }), version: errand.version })).toEqual(
    [`version: ${errand.version} is published as it was, count up`],
  )
})

test('what is asked when a document is received never changes its meaning either', () => {
  const { answer, ...rest } = departmentLetter.receipt
  const letterLater = departmentLetter.version + 1
  const fewer = choice(word, { takes: word }, { must: true })
  expect(whyNotNext(lockOf(departmentLetter), { ...departmentLetter, version: letterLater, receipt: rest })).toEqual([
    'receipt.answer: say gone, do not take it out: old records have it',
  ])
  expect(
    whyNotNext(lockOf(departmentLetter), { ...departmentLetter, version: letterLater, receipt: { ...rest, answer: fewer } }),
  ).toHaveLength(Object.keys(answer.values ?? {}).length - 1)
})
