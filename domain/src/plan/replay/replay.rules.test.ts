import type { Reason } from '@wangdi/policy/engine/answer.ts'
import { expect, test } from 'vitest'
import { reasonLines, wordsOfRules } from './replay.rules.ts'

const said = (zh: string, parts?: readonly Reason[]): Reason => ({
  holds: 'unknown',
  text: { zh, en: zh },
  ...(parts && { parts }),
})

test('what two grounds say alike stands once, and like words over other grounds stay apart', () => {
  const twice = said('定不了档', [said('还不知道社区疫情划分'), said('还不知道社区疫情划分')])
  expect(reasonLines([twice]).map(({ text }) => text.zh)).toEqual(['定不了档', '还不知道社区疫情划分'])
  const all = said('还差几项', [said('都要成立', [said('甲')]), said('都要成立', [said('乙')])])
  expect(reasonLines([all]).map(({ depth, text }) => `${depth}${text.zh}`)).toEqual([
    '0还差几项',
    '1都要成立',
    '2甲',
    '1都要成立',
    '2乙',
  ])
})

test('rules that a response names are said by title and day; an unknown pack keeps its id', () => {
  const titleOf = (pack: string) =>
    pack === 'terms' ? { zh: '隔离观察期限', en: 'terms of observation' } : { zh: pack, en: pack }
  expect(wordsOfRules('flu-2026@2026-01-01,terms@2022-07-15', titleOf)).toEqual({
    zh: 'flu-2026（2026-01-01）、隔离观察期限（2022-07-15）',
    en: 'flu-2026 (2026-01-01), terms of observation (2022-07-15)',
  })
  expect(wordsOfRules('?', titleOf)).toEqual({ zh: '?', en: '?' })
})
