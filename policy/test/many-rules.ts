/** The text of a pack of so many invented rules, as an editor would hold it: every tenth has a condition of several facts, every fiftieth allows something. */
export function textOfMany(count: number, head: { id?: string; place?: string; is?: string } = {}): string {
  const { id = 'made-up-long', place = '', is = 'adds' } = head
  const conditions = [
    '{ community.kind: village }',
    '{ elder-care.site: yes }',
    '{ any: [{ place.rural: yes }, { place.fringe: yes }], tier: low }',
  ]
  const rule = (nth: number) => `  - id: long.rule-${nth}
    aspect: service
    strength: should
    text: { zh: 第 ${nth} 条：给住在这里的老人送一次要用的东西, en: bring the elders who live here what they need ${nth} }
    who: [grid-worker, community-worker]
    how_often: { kind: every-days, days: ${2 + (nth % 30)} }
    evidence: [none]
${nth % 3 === 0 ? `    when: ${conditions[(nth / 3) % conditions.length]}\n` : ''}    source: { section: 第 ${nth} 条 }
`
  return `id: ${id}
is: ${is}
version: 1
title: { zh: 虚构的长规则包, en: an invented long pack }
short: { zh: 长包, en: long }
document: 虚构的长文件
authority: { zh: 虚构, en: invented }
place: '${place}'
from: 2026-07-01
measures:
${Array.from({ length: count }, (_, nth) => rule(nth)).join('')}`
}
