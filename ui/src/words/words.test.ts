import { expect, test } from 'vitest'
import { faultsOfWords, keysMissing } from './same-keys.ts'
import { words } from './ui.words.ts'

test('the shared parts speak both languages with the same keys', () => {
  expect(faultsOfWords('ui', words)).toEqual([])
})

test('a key without a twin, an empty text and other blanks are found', () => {
  const faulty = {
    zh: { a: '甲', b: '', c: '{{n}} 户', d: { e: '戊' }, g: '己' },
    en: { a: 'A', a_one: 'An A', b: 'B', c: '{{m}} doors', f: 'F', g: '' },
  }
  expect(faultsOfWords('x', faulty)).toEqual([
    'x: d.e has no English',
    'x: f has no Chinese',
    'x: b is empty',
    'x: g is empty',
    'x: c has other blanks in English',
  ])
})

test('a page that asks for a word nobody wrote is found', () => {
  expect(keysMissing(`t('a') + t("d.e") + t('gone.key', { n })`, { zh: { a: '甲', d: { e: '戊' } }, en: {} })).toEqual([
    'gone.key',
  ])
})
