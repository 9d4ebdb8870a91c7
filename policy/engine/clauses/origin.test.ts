import { describe, expect, test } from 'vitest'
import { housePacks } from '../../test/packs.ts'
import { sourceOf } from '../packs.ts'
import { originOf, ourProposal, sourceWords } from './origin.ts'

const { files } = housePacks()
const rules = files.flatMap(({ pack }) =>
  [...(pack.measures ?? []), ...(pack.limits ?? []), ...(pack.rights ?? [])].map((rule) => ({
    ...{ pack, rule, source: sourceOf(pack, rule.source) },
  })),
)

describe('whose demand a rule is', () => {
  test('a law by its name; 办法 is none, nor are a law and a notice together', () => {
    for (const document of ['传染病防治法（2025）', '人民调解法', '志愿服务条例', '居民委员会组织法、村民委员会组织法（2025）'])
      expect(originOf({ document }), document).toBe('law')
    for (const document of ['民发〔2023〕5号', '某某管理办法', '检测方法（试行）', '传染病防治法、民发〔2023〕5号'])
      expect(originOf({ document }), document).toBe('notice')
    expect(originOf({ document: ourProposal })).toBe('ours')
  })

  test('what is ours says so and names no document', () => {
    expect(sourceWords({ document: '民发〔2023〕5号', section: '三' }).zh).toBe('文件要求：民发〔2023〕5号·三')
    expect(sourceWords({ document: '人民调解法', section: '第17条' }).zh).toBe('法律要求：人民调解法·第17条')
    expect(sourceWords({ document: ourProposal, section: '补充某通知三' }).zh).toBe('我们的建议（补充某通知三）')
  })

  test('of the rules of the house: what cites a clause is of a notice, what is ours cites none', () => {
    const of = (origin: string) => rules.filter(({ source }) => originOf(source) === origin)
    // What the State Council's office asks stands beside the laws.
    const beside = of('notice').filter(({ pack }) => pack.is === 'law')
    expect([...new Set(beside.map(({ source }) => source.document))]).toEqual(['国办发〔2020〕45号'])
    expect(of('ours').filter(({ rule }) => rule.rows)).toEqual([])
    expect(of('law').filter(({ rule }) => rule.rows?.some((row) => !row.startsWith('R-LAW-')))).toEqual([])
    for (const origin of ['notice', 'law', 'ours']) expect(of(origin).length).toBeGreaterThan(10)
  })
})
