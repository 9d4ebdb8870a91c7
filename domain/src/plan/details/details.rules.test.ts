import { describe, expect, test } from 'vitest'
import { beyondOf, controlsOf, restrictionsNamed, whyNotJudge } from './details.rules.ts'

describe('a measure of its own', () => {
  test('names its restriction by its words, whatever was chosen', () => {
    expect(restrictionsNamed('南门设卡点查码', null)).toEqual(['checkpoint'])
    expect(restrictionsNamed('外来车辆一律不准进村', null)).toEqual(['newcomer-refusal'])
    expect(restrictionsNamed('3号楼封楼七天', null)).toContain('building-closure')
    expect(restrictionsNamed('进小区要开健康证明', 'form')).toEqual(['form', 'certificate'])
    expect(restrictionsNamed('给独居老人每周送一次菜', null)).toEqual([])
  })
  test('is compared with its reach, its days and whether an order stands behind it', () => {
    const measure = {
      text: '暂停广场舞',
      restriction: 'gathering-ban' as const,
      reach: 'unit' as const,
      days: 3,
      order_number: '1号',
    }
    expect(controlsOf(measure)).toEqual([{ kind: 'gathering-ban', scope: 'unit', order: true, days: 3 }])
    expect(controlsOf({ ...measure, restriction: null })).toEqual([])
  })
  test('says which limit it crosses and where that stands', () => {
    const limit = { zh: '不得设卡点', en: 'No checkpoints' }
    expect(beyondOf([{ limit, source: { document: '民发〔2023〕5号', section: '七' } }])?.zh).toBe(
      '不得设卡点（文件要求：民发〔2023〕5号·七）',
    )
    expect(beyondOf([])).toBeNull()
  })
  test('is not decided by whoever asked, and only once', () => {
    expect(whyNotJudge({ state: 'waiting', by_account: 'a' }, 'a')?.code).toBe('plan.own-request')
    expect(whyNotJudge({ state: 'approved', by_account: 'a' }, 'b')?.code).toBe('plan.decided-already')
    expect(whyNotJudge({ state: 'waiting', by_account: 'a' }, 'b')).toBeUndefined()
  })
})
