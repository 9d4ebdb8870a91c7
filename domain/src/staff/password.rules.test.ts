import { expect, test } from 'vitest'
import { oneTimePassword, passwordLeast, whyNotPassword } from './password.rules.ts'

const code = (password: string, login = 'wuxiaotong') => whyNotPassword(password, login)?.code

test('a password has so many characters at least, each counted once, a rare one too', () => {
  const nine = 'a7k2m9x4p'
  expect(nine).toHaveLength(passwordLeast - 1)
  expect([code(nine), code(`${nine}q`), code(`${nine}𠮷`), code('𠮷a7k2m9x4')]).toEqual([
    'session.password-short',
    undefined,
    undefined,
    'session.password-short',
  ])
})

test('two characters again and again, the login name with a little around it, and the best known are refused', () => {
  expect([code('ababababab'), code('abcabcabca'), code('Wangdi12345')]).toEqual([
    'session.password-known',
    undefined,
    'session.password-known',
  ])
  expect([code('wuxiaotong'), code('WuXiaoTong123'), code('wuxiaotong1234')]).toEqual([
    'session.password-known',
    'session.password-known',
    undefined,
  ])
  // A name of two letters says nothing about a password; one of three does.
  expect([code('wuwuwu7wuw', 'wu'), code('wangwang12', 'wan'), code('lililili12', 'lil')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(code('linlinlin1', 'lin')).toBe('session.password-known')
})

test('a one-time password is read out in three groups of four, and is made of nothing less than twelve random bytes', () => {
  expect(oneTimePassword(new Uint8Array(12))).toBe('aaaa-aaaa-aaaa')
  expect(() => oneTimePassword(new Uint8Array(11))).toThrow(RangeError)
})
