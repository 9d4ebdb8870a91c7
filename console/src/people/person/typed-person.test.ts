import { expect, test } from 'vitest'
import { changesOf, differences, type TypedPerson } from './typed-person.ts'

const recorded: TypedPerson = {
  name: '陈志强',
  sex: 'male',
  born: '1985-03-02',
  document_kind: 'identity-card',
  document: '',
  phone: '',
  relation: '户主',
  left_on: '',
}

test('a number that was not typed again is not sent, so the recorded one stays', () => {
  expect(changesOf({ ...recorded, name: ' 陈智强 ' }, recorded)).toEqual({ name: '陈智强' })
  expect(changesOf({ ...recorded, phone: '19900001234', born: '' }, recorded)).toEqual({
    name: '陈志强',
    born: null,
    phone: '19900001234',
  })
})

test('when somebody else changed the record, only what differs is laid side by side', () => {
  expect(differences({ ...recorded, relation: '父亲' }, { ...recorded, name: '陈自强' })).toEqual(['name', 'relation'])
  expect(differences({ ...recorded, document: '410199198503020000' }, recorded)).toEqual(['document'])
  expect(differences(recorded, recorded)).toEqual([])
})
