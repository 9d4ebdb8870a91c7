import { expect, test } from 'vitest'
import { refusedTo, whoMay } from './who-may.ts'

test('a refusal names the roles that may, those nearest to the doors first, and never sends anybody to themselves', () => {
  expect(whoMay('regimes.open-response').zh).toBe('县领导、市级、省级等')
  expect(refusedTo('reports.renew-demand').words).toEqual({
    zh: '这件事您的岗位办不了，能办的是：县民政',
    en: 'Your role cannot do this; these can: County civil affairs',
  })
  expect(whoMay('nothing.such')).toEqual({ zh: '没有哪个岗位', en: 'no role' })
})
