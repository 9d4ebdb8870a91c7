import { readFileSync } from 'node:fs'

const textOf = (name: string) => readFileSync(new URL(`../../../policy/test/${name}`, import.meta.url), 'utf8')

/** A made-up notice with everything a notice can bring, as the tests of the rules have it. */
export const dengueWhole = textOf('dengue/pack.yaml')
export const dengueWholeCases = textOf('dengue/cases.yaml')

// A made-up notice with two tiers, as a policy officer would write it by hand.

export const dengue = `id: dengue-2026
is: adds
version: 1
title: { zh: 登革热社区防控工作方案, en: Plan against dengue in communities }
short: { zh: 登革热方案, en: Dengue plan }
document: 登革热社区防控工作方案（试验用）
authority: { zh: 省卫生健康委（试验用）, en: Provincial Health Commission (made up) }
place: '41'
from: 2026-11-01

measures:
  # First tier: every community, every day of the season.
  - id: dengue-turn-pots
    aspect: control
    strength: must
    text: { zh: 翻盆倒罐，清掉积水, en: Turn pots and clear standing water }
    who: [grid-worker]
    how_often: { kind: every-days, days: 7 }
    evidence: [none]
    source: { section: 第二条 }
  # Second tier: communities in which cases were found.
  - id: dengue-spray
    when:
      community.class: [cases, transmission]
    aspect: control
    strength: must
    text: { zh: 病例周边 200 米内灭成蚊, en: Spray within 200 m of each case }
    who: [community-worker]
    how_often: { kind: every-days, days: 2 }
    evidence: [visits.disinfection]
    source: { section: 第三条 }
`

export const dengueCases = `- { on: 2026-11-20, place: '410105001003', facts: { community.class: no-case }, has: [dengue-turn-pots], lacks: [dengue-spray] }
- { on: 2026-11-20, place: '410105001003', facts: { community.class: cases }, has: [dengue-turn-pots, dengue-spray] }
- { on: 2026-11-01, place: '410105001003', facts: { community.class: cases }, has: [dengue-spray] }
- { on: 2026-10-31, place: '410105001003', facts: { community.class: cases }, lacks: [dengue-turn-pots, dengue-spray] }
`
