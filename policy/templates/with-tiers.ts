/** 新发文件（带分级）: a main notice with a figure that is recorded, a level that is confirmed from it, and two tiers. */
export const withTiers = `# 新发文件（带分级）。写着【填…】的地方都要填。英文（en）可以以后补，发布前补齐。
# 井号后面是说明，留着、删掉都行。用不上的部分可以整个去掉。

# 一、文件本身
id: {{id}}
# regime 是这件事的主文件；同一个地方、同一件事，同时只有一份
is: regime
version: 1
subject: {{subject}}
title: { zh: 【填文件全称】 }
# 简称写在每条规则的出处前面，越短越好
short: { zh: 【填简称】 }
document: 【填文件全称和文号】
authority: { zh: 【填发文机关】 }
place: '{{place}}'
# 从哪天起执行；有截止日期的，加一行 until
from: {{from}}

# 二、要报的数：系统里原来没有的才写
facts:
  - id: {{id}}/cases
    words: { zh: 【填要报什么数】 }
    type: number
    unit: { zh: 例 }
    at: county
    who: [county-health]
    # 报了以后多少天内算数
    lasts: 28
    source: { section: 【填第几条】 }

# 三、分级：先写按什么定等级，再写每一档叫什么
tiers:
  axes:
    - id: {{id}}/level
      words: { zh: 【填等级叫什么】 }
      values:
        - { id: ordinary, words: { zh: 平时 } }
        - { id: raised, words: { zh: 加强 } }
      at: county
      # 谁来定等级
      who: [county-health]
      source: { section: 【填第几条】 }
      # 报上来的数到多少，提醒定哪一级；从上往下，先符合的算
      proposed:
        - id: {{id}}-to-raised
          value: raised
          when: { {{id}}/cases: { at_least: 1 } }
          why: { zh: 有病例 }
          source: { section: 【填第几条】 }
        - id: {{id}}-to-ordinary
          value: ordinary
          when: { {{id}}/cases: 0 }
          why: { zh: 没有病例 }
          source: { section: 【填第几条】 }
  # 从轻到重
  list:
    - id: ordinary
      name: { zh: 平时 }
      strategy: { zh: 【填这一档的总要求】 }
      on: { {{id}}/level: ordinary }
      source: { section: 【填第几条】 }
    - id: raised
      name: { zh: 加强 }
      strategy: { zh: 【填加强这一档的总要求】 }
      on: { {{id}}/level: raised }
      source: { section: 【填第几条】 }

# 四、措施：做什么、谁做、多久一次、凭什么算做了
measures:
  - id: {{id}}-always
    aspect: control
    # must 必须，should 应当，may 可以：照文件里的话选
    strength: must
    text: { zh: 【填每一档都要做的事】 }
    who: [grid-worker]
    how_often: { kind: every-days, days: 7 }
    evidence: [none]
    source: { section: 【填第几条】 }
  - id: {{id}}-when-raised
    # 只在这一档做
    when: { tier: raised }
    aspect: control
    strength: must
    text: { zh: 【填加强这一档才做的事】 }
    who: [community-worker]
    how_often: { kind: every-days, days: 2 }
    evidence: [none]
    source: { section: 【填第几条】 }

# 五、居民权利：可以要求什么，找谁
rights:
  - id: {{id}}-ask-why
    text: { zh: 【填居民可以要求什么】 }
    answers: [community-director]
    source: { section: 【填第几条】 }
`
