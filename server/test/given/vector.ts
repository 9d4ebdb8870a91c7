// A made-up notice whose facts and level are said below and above the county: by a street, a city, a province.
export const vectorBody = `id: vector-2026
is: regime
version: 1
subject: norovirus
title: { zh: 病媒监测方案（虚构）, en: Plan for watching vectors (made up) }
short: { zh: 病媒方案（虚构）, en: Vector plan (made up) }
document: 病媒监测方案（虚构）
authority: { zh: 卫生健康委（虚构）, en: Health Commission (made up) }
place: ''
from: 2026-06-01
facts:
  - id: vector-2026/traps
    words: { zh: 街道已布设的诱捕器, en: traps set in the street }
    type: number
    at: street
    who: [street-officer]
    source: { section: 第二条 }
  - id: vector-2026/airport
    words: { zh: 全市有几个口岸机场, en: airports of entry in the city }
    type: number
    at: city
    source: { section: 第三条 }
tiers:
  axes:
    - id: vector-2026/season
      words: { zh: 全省流行季, en: season in the province }
      values:
        - { id: off, words: { zh: 未到, en: not begun } }
        - { id: on, words: { zh: 已到, en: begun } }
      at: province
      who: [province]
      source: { section: 第四条 }
  list:
    - id: ordinary
      name: { zh: 平时, en: ordinary }
      strategy: { zh: 定期监测, en: watch at times }
      on: { vector-2026/season: off }
      source: { section: 第四条 }
    - id: season
      name: { zh: 流行季, en: season }
      strategy: { zh: 加密监测, en: watch closely }
      on: { vector-2026/season: on }
      source: { section: 第四条 }
measures:
  - id: vector-traps
    when: { vector-2026/traps: { at_least: 1 } }
    aspect: control
    strength: should
    text: { zh: 查看诱捕器, en: Look at the traps }
    who: [community-worker]
    how_often: { kind: per-day, times: 1 }
    evidence: [none]
    source: { section: 第二条 }
  - id: vector-airport
    when: { vector-2026/airport: { at_least: 1 } }
    aspect: control
    strength: should
    text: { zh: 提醒出行居民, en: Tell residents who travel }
    who: [community-worker]
    how_often: { kind: per-day, times: 1 }
    evidence: [none]
    source: { section: 第三条 }
  - id: vector-season
    when: { tier: season }
    aspect: control
    strength: should
    text: { zh: 加密查看积水, en: Look at standing water more often }
    who: [community-worker]
    how_often: { kind: per-day, times: 1 }
    evidence: [none]
    source: { section: 第四条 }
`
export const vectorCases = `- { on: 2026-06-01, place: '410105001003', facts: { vector-2026/traps: 1, vector-2026/airport: 1, vector-2026/season: on }, has: [vector-traps, vector-airport, vector-season] }
- { on: 2026-06-01, place: '410105001003', facts: { vector-2026/traps: 0, vector-2026/airport: 0, vector-2026/season: off }, lacks: [vector-traps, vector-airport, vector-season] }
- { on: 2026-05-31, place: '410105001003', facts: { vector-2026/traps: 1, vector-2026/airport: 1, vector-2026/season: on }, lacks: [vector-traps, vector-airport, vector-season] }
`
