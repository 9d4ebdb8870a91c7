// One whole notice that nobody issued, part by part, for whoever writes the first one: what each part says and why it is written so.
import { type Words, w } from '../words.ts'

/** A part of the example: what it is called, what a reader must know of it, and its text. */
export interface HelpPart {
  readonly name: string
  readonly title: Words
  readonly lead: readonly Words[]
  readonly text: string
  /** Where in a pack it stands, as keys from the root: what may be written there is told by the schema. */
  readonly at: readonly (readonly string[])[]
}

/** The parts of the rules, in the order in which they are written; together they are a pack without a fault. */
export const exampleParts: readonly HelpPart[] = [
  {
    name: 'head',
    at: [[]],
    title: w('开头：是什么文件、管哪里、从哪天起', 'The head: which notice, where, from which day'),
    lead: [
      w(
        'id 用小写字母、数字和横线，发布后不改。is 写 regime 是这件事的主文件；写 adds 是补充，在别的主文件之外再加。subject 是关于什么：各管各的，互不影响。',
        'id is written with small letters, digits and hyphens and never changes. is: regime is the main notice about something; adds comes beside another. subject says what it is about; rules about one thing leave those of another alone.',
      ),
      w(
        "place 是区划代码开头的几位，要加引号：全国写 ''，河南写 '41'。每处文字都有中文 zh 和英文 en。",
        "place is the first digits of the place code, in quotes: '' is the whole country, '41' Henan. Every text stands in Chinese (zh) and English (en).",
      ),
    ],
    text: `id: noro-2026
is: regime
version: 1
subject: norovirus
title: { zh: 社区诺如病毒防控方案（示例）, en: Plan against norovirus in communities (example) }
short: { zh: 诺如方案（示例）, en: Norovirus plan (example) }
document: 社区诺如病毒防控方案（示例）
authority: { zh: 示例机关, en: Authority of the example }
place: ''
from: 2026-11-01
until: 2027-04-30
opens:
  - { function: daily-report, source: { section: 第八条 } }
`,
  },
  {
    name: 'facts',
    at: [['facts']],
    title: w('要登记的数据', 'What is to be recorded'),
    lead: [
      w(
        '系统里没有的数据在这里写明，名字写成“规则包编号/一个词”。at 写登记在县、街道还是社区，who 写谁登记，lasts 写几天后作废。发布后，应急响应页的“登记疫情数据”里自动多出这一项。',
        'What the system does not know is said here, named by the id of the pack, a slash and a word. at is for which level of place, who records it, lasts after how many days it no longer counts. Once published, the form “Record facts” asks for it.',
      ),
    ],
    text: `
facts:
  - id: noro-2026/clusters
    words: { zh: 一周内聚集性呕吐腹泻（起）, en: clusters of vomiting in a week }
    type: number
    unit: { zh: 起, en: clusters }
    most: 1000
    at: county
    who: [county-health]
    lasts: 7
    source: { section: 第二条 }
`,
  },
  {
    name: 'tiers',
    at: [
      ['tiers', 'axes'],
      ['tiers', 'list'],
    ],
    title: w('等级和档次', 'Levels and tiers'),
    lead: [
      w(
        'axes 是由人确认的等级；proposed 是系统按登记的数据给的建议，从上往下找，第一条符合的算。list 是档次，从轻到重写，on 写哪一级算这一档。',
        'axes are levels that a person confirms; proposed is what the system suggests from recorded facts: the first line that fits, from above. list has the tiers from the mildest on; on says which level gives it.',
      ),
    ],
    text: `
tiers:
  axes:
    - id: noro-2026/level
      words: { zh: 诺如县域等级, en: norovirus level of the county }
      values:
        - { id: usual, words: { zh: 平常, en: usual } }
        - { id: raised, words: { zh: 升高, en: raised } }
      at: county
      who: [county-health]
      source: { section: 第三条 }
      proposed:
        - id: noro-level-raised
          value: raised
          when: { noro-2026/clusters: { at_least: 2 } }
          why: { zh: 一周内 2 起以上, en: two clusters or more in a week }
          source: { section: 第三条 }
        - id: noro-level-usual
          value: usual
          when: { noro-2026/clusters: { below: 2 } }
          why: { zh: 一周内不到 2 起, en: fewer than two clusters in a week }
          source: { section: 第三条 }
  list:
    - id: ordinary
      name: { zh: 平常档, en: ordinary }
      strategy: { zh: 多洗手、早发现, en: wash hands and notice early }
      on: { noro-2026/level: usual }
      source: { section: 第四条 }
    - id: alert
      name: { zh: 加强档, en: alert }
      strategy: { zh: 消毒到位、病人居家, en: 'disinfect, the sick stay at home' }
      on: { noro-2026/level: raised }
      source: { section: 第四条 }
`,
  },
  {
    name: 'terms',
    at: [['kinds'], ['terms']],
    title: w('人员类别和期限', 'Kinds of person and their terms'),
    lead: [
      w(
        'kinds 写这份文件说的是哪类人，terms 写这类人观察几天。phases 里 where 写在哪里：central 集中，home 居家，monitoring 只监测、不隔离。不用隔离也不用监测的，写 phases: []。',
        'kinds names whom the notice means, terms how long they are observed. In phases, where is central, home, or monitoring, which isolates nobody. Where nothing is asked, write phases: [].',
      ),
    ],
    text: `
kinds:
  - { id: noro-2026/sick, words: { zh: 诺如病例, en: person sick with norovirus }, source: { section: 第五条 } }

terms:
  - id: noro-sick-term
    kinds: [noro-2026/sick]
    from: 2026-11-01
    count_from: finding
    phases: [{ where: monitoring, days: 3, test_days: [] }]
    certain: true
    source: { section: 第五条 }
`,
  },
  {
    name: 'measures',
    at: [['measures']],
    title: w('要做的事（措施）', 'What is to be done (measures)'),
    lead: [
      w(
        'when 写什么情况下做，不写就一直做；几个条件都要成立就并排写，有一个成立就行用 any。strength 照原文的轻重：must 必须、should 应当、may 可以，不能比原文重。',
        'when says under which conditions; without it a measure always holds. Conditions side by side must all hold; any is for one of them. strength follows the words of the notice (must, should, may) and is never stronger.',
      ),
      w(
        'evidence 写系统里哪种记录能证明做了；没有记录能证明的写 none，由人说明。place 写只在哪些地方做。每条都要写 source：第几条。',
        'evidence is the record that proves it; none where only a person can say so. place limits a rule to some places. Every rule has a source: the section it comes from.',
      ),
    ],
    text: `
measures:
  - id: noro-wash
    aspect: participation
    strength: should
    text: { zh: 宣传勤洗手、吃熟食, en: Remind people to wash hands and eat cooked food }
    who: [community-worker]
    how_often: { kind: every-days, days: 7 }
    evidence: [notices.published]
    source: { section: 第六条 }
  - id: noro-disinfect
    when: { tier: alert }
    aspect: control
    strength: must
    text: { zh: 呕吐物当天消毒, en: Disinfect where somebody was sick on the same day }
    who: [property-staff, community-worker]
    how_often: { kind: on-change, within_hours: 24 }
    evidence: [visits.disinfection]
    source: { section: 第六条 }
  - id: noro-canteens
    place: ['41']
    when: { tier: alert }
    aspect: service
    strength: should
    text: { zh: 老年食堂分时段用餐, en: Canteens for the elderly serve in shifts }
    who: [community-director]
    how_often: { kind: per-day, times: 1 }
    evidence: [none]
    source: { section: 第九条 }
  - id: noro-canteen-shut
    when: { tier: alert }
    aspect: control
    strength: may
    text: { zh: 出现聚集性疫情的食堂可以停业消毒, en: A canteen with a cluster may be shut to disinfect it }
    who: [county-health]
    how_often: { kind: on-change }
    evidence: [regimes.orders]
    allows: [facility-closure]
    source: { section: 第六条 }
`,
  },
  {
    name: 'limits',
    at: [['limits'], ['rights']],
    title: w('不能做的事和居民的权利', 'What must not be done, and rights'),
    lead: [
      w(
        '不得、不能写在 limits。forbids 写禁的是哪种管控；grounds 写查到了算什么问题，of 是哪种管控，days 是最多几天。yields_to 写让哪条措施：本包允许的，要写明。',
        'What a notice forbids goes into limits. forbids names the restriction; grounds what it is reported as, of which restriction, days how long at most. yields_to names the measures of the pack that may do it all the same.',
      ),
    ],
    text: `
limits:
  - id: noro-shut-three-days
    text: { zh: 停业消毒不超过 3 天, en: Shutting lasts three days at most }
    grounds: { finding: beyond-term, of: [facility-closure], days: 3 }
    source: { section: 第六条 }
  - id: noro-shut-tier
    text: { zh: 不到加强档不得停业, en: Nothing is shut below the alert tier }
    grounds: { finding: beyond-tier, of: [facility-closure] }
    yields_to: [noro-canteen-shut]
    source: { section: 第六条 }

rights:
  - id: noro-ask-why
    text: { zh: 居民可以问为什么停业、停到哪天, en: Residents may ask why something is shut and until when }
    answers: [community-director]
    source: { section: 第七条 }
`,
  },
  {
    name: 'lines',
    at: [['lines']],
    title: w('日报里要填的行', 'Lines of the daily report'),
    lead: [
      w(
        'counts 写这个数怎么来：kind 数这类人，records 数系统里的记录，told: true 由人填。填 0 也要填，不填不算 0。',
        'counts says where the figure comes from: kind counts people of a kind, records what the system holds, told: true what a person says. Nought is said; what is not said is not nought.',
      ),
    ],
    text: `
lines:
  - id: noro-2026/sick-now
    words: { zh: 诺如病例（人）, en: Sick with norovirus (people) }
    counts: { kind: noro-2026/sick }
    source: { section: 第八条 }
  - id: noro-2026/cleaned
    words: { zh: 呕吐物处置（处）, en: Places disinfected }
    unit: { zh: 处, en: places }
    counts: { told: true }
    source: { section: 第八条 }
`,
  },
]

/** The rules of the example as one text. */
export const exampleBody = exampleParts.map(({ text }) => text).join('')

/** The cases of the example: on this day, with these facts, this must come out. */
export const exampleCases = `- { on: 2026-11-20, facts: { noro-2026/level: usual }, tier: ordinary, has: [noro-wash], lacks: [noro-disinfect] }
- { on: 2026-11-20, facts: { noro-2026/level: raised }, tier: alert, has: [noro-disinfect, noro-canteens, noro-canteen-shut] }
- { on: 2026-11-20, place: '440103001001', facts: { noro-2026/level: raised }, has: [noro-disinfect], lacks: [noro-canteens] }
- { on: 2026-11-20, limits: [noro-shut-three-days, noro-shut-tier], rights: [noro-ask-why] }
- { on: 2026-11-01, has: [noro-wash] }
- { on: 2026-10-31, lacks: [noro-wash] }
- { on: 2027-04-30, has: [noro-wash] }
- { on: 2027-05-01, lacks: [noro-wash] }
- { on: 2026-11-20, facts: { noro-2026/level: raised }, control: 'facility-closure,days=5,order=yes', finds: [beyond-term noro-shut-three-days] }
- { on: 2026-11-20, facts: { noro-2026/clusters: 2 }, grade: noro-2026/level, gives: raised, by: table, rule: noro-level-raised }
- { on: 2026-11-20, facts: { noro-2026/clusters: 1 }, grade: noro-2026/level, gives: usual, by: table, rule: noro-level-usual }
- { on: 2026-11-01, term: noro-2026/sick, gives: M3, certain: true, rule: noro-sick-term }
- { on: 2026-10-31, term: noro-2026/sick, gives: none, certain: false, rule: null }
`
