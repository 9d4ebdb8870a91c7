import { expect, test } from 'vitest'
import { isRefusedBy } from './refused-by.ts'

test('an index that let no second row in is known by its name, on one machine and in the words of a node', () => {
  const message = 'duplicate key value violates unique constraint "person_document_once_102274"'
  expect(isRefusedBy('person_document_once', { code: '23505', constraint: 'person_document_once', message: 'x' })).toBe(true)
  expect(isRefusedBy('person_document_once', { code: '23505', message })).toBe(true)
  expect(isRefusedBy('person_document', { code: '23505', message })).toBe(false)
  expect(isRefusedBy('person_document_once', { code: '23514', constraint: 'person_document_once' })).toBe(false)
  expect(isRefusedBy('person_document_once', new Error('no such thing'))).toBe(false)
})
