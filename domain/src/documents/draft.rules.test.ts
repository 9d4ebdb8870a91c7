import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import { expect, test } from 'vitest'
import { checkToSubmit } from './draft.rules.ts'
import { withVersion } from './packs.rules.ts'

const body = `id: dengue-2026
is: adds
version: 1
title: { zh: 登革热方案, en: Dengue plan }
short: { zh: 登革热方案, en: Dengue plan }
document: 登革热方案
authority: { zh: 省卫生健康委, en: Provincial Health Commission }
place: '41'
from: 2026-11-01
rights:
  - id: told-why
    answers: [community-director]
    text: { zh: 居民可以问为什么, en: Residents may ask why }
    source: { section: 一 }
`
const law = { id: 'law', is: 'law', version: 2, place: '' } as Pack
const last = { id: 'dengue-2026', is: 'adds', version: 1, place: '41' } as Pack
const found = (text: string, place: { draft: string; editor: string }, others: readonly Pack[] = [law]) =>
  checkToSubmit({ body: text, cases: '' }, others, place).findings.map(({ line, code }) => `${line} ${code}`)
const henan = { draft: '41', editor: '41' }

test('what submitting would refuse stands among the findings, at its line', () => {
  expect(found(body, henan)).toEqual([])
  expect(found(body, { draft: '', editor: '' })).toEqual(['8 documents.other-place'])
  expect(found(body, { draft: '41', editor: '11' })).toEqual(['8 documents.other-place'])
  expect(found(withVersion(body, 2), henan)).toEqual(['3 documents.version-number'])
  expect(found(body, henan, [law, last])).toEqual(['3 documents.version-number'])
  expect(found(withVersion(body, 2), henan, [law, last])).toEqual([])
})

test('an id that another pack has is named as taken, not as a version that changed', () => {
  const taken = checkToSubmit({ body: body.replace('dengue-2026', 'law'), cases: '' }, [law], henan)
  expect(taken.findings).toMatchObject([{ file: 'pack.yaml', line: 1, code: 'documents.keeps-place' }])
  expect(taken.findings[0]?.text.zh).toContain('编号 law 已经有规则包了')
})

test('a text that is no pack yet shows its own faults only', () => {
  expect(checkToSubmit({ body: '', cases: '' }, [law], henan).findings.map(({ code }) => code)).toEqual(['value.type'])
})
