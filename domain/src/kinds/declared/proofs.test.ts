import { kindProofs } from '@wangdi/policy/vocabulary.ts'
import { expect, test } from 'vitest'
import { declared } from '../../declared.ts'

test('what a pack may name as proof is every kind of the house, under its own words', () => {
  expect(kindProofs).toEqual(Object.fromEntries(declared.map(({ name, words }) => [`kinds/${name}`, words])))
})
