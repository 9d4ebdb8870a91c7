import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDocument } from './plain/document-number.ts'
import { birthOf, checkCharacterOf, maskDocumentNumber, sexOf, whyNotIdentityNumber } from './identity-number.ts'
import { comparableName, plainName } from './name.ts'
import { isPhone, plainPhone } from './phone.ts'

const valid = fc
  .tuple(
    fc.integer({ min: 100000, max: 999999 }),
    fc.date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([area, born, sequence]) => {
    const first = `${area}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
    return first + checkCharacterOf(first)
  })

describe('identity numbers', () => {
  test('both vectors of the standard are read with birth and sex', () => {
    expect(whyNotIdentityNumber('11010519491231002X')).toBeUndefined()
    expect(birthOf('11010519491231002X')).toBe('1949-12-31')
    expect(sexOf('11010519491231002X')).toBe('female')
    expect(whyNotIdentityNumber('440524188001010014')).toBeUndefined()
    expect(birthOf('440524188001010014')).toBe('1880-01-01')
    expect(sexOf('440524188001010014')).toBe('male')
  })

  test('length is looked at before the check character, and that before the date', () => {
    expect(whyNotIdentityNumber('4101991951052548')).toBe('length')
    expect(whyNotIdentityNumber('410199199201010000')).toBe('checksum')
    expect(whyNotIdentityNumber('410199200413320636')).toBe('date')
    expect(whyNotIdentityNumber('11010519491231002X', '1949-12-30')).toBe('date')
  })

  test('any one changed character is found', () => {
    fc.assert(
      fc.property(valid, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const digit = (Number(number[at]) + by) % 10
        expect(whyNotIdentityNumber(number)).toBeUndefined()
        expect(whyNotIdentityNumber(number.slice(0, at) + digit + number.slice(at + 1))).toBe('checksum')
      }),
    )
  })

  test('two neighbours changed round are found', () => {
    fc.assert(
      fc.property(valid, fc.integer({ min: 0, max: 15 }), (number, at) => {
        fc.pre(number[at] !== number[at + 1])
        const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2)
        expect(whyNotIdentityNumber(swapped)).toBe('checksum')
      }),
    )
  })

  test('full-width digits, blanks, apostrophe and small x come to the plain form', () => {
    expect(plainDocument('４１０１９９１９７４０１０５９５１Ｘ')).toBe('41019919740105951X')
    expect(plainDocument(' 410199 19910602 564x')).toBe('41019919910602564X')
    expect(plainDocument("'410199201905186255")).toBe('410199201905186255')
  })

  test('the mask keeps the area and the last four', () => {
    expect(maskDocumentNumber('41019919910810461X')).toBe('410199********461X')
    expect(maskDocumentNumber('E99186143')).toBe('*******43')
  })
})

test('bringing a number, a phone or a name to its plain form twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
      for (const plain of [plainDocument, plainPhone, plainName, comparableName]) expect(plain(plain(text))).toBe(plain(text))
    }),
    { numRuns: 2000 },
  )
})

test('phones are read as people type them, and short ones are told', () => {
  expect(plainPhone('+86 19900004852')).toBe('19900004852')
  expect(plainPhone('199-0000-1366')).toBe('19900001366')
  expect(isPhone('19900004852')).toBe(true)
  expect(isPhone(plainPhone('0371-60000000'))).toBe(true)
  expect(isPhone(plainPhone('+95 9 250 000 000'))).toBe(true)
  expect(isPhone('199000002')).toBe(false)
})

test('names are kept as they are', () => {
  expect(plainName('朱敏梓 ')).toBe('朱敏梓')
  expect(plainName('买买提·艾力')).toBe('买买提·艾力')
  expect(plainName('王　 丽')).toBe('王丽')
  expect(plainName('司马쭎')).toBe('司马쭎')
  expect(plainName('Maria  da Silva')).toBe('Maria da Silva')
  expect(comparableName('买买提•艾力')).toBe(comparableName('买买提·艾力'))
})
