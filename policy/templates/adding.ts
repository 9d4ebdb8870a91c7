/** 补充性文件: rules that stand beside those that hold. */
export const adding = `# 补充性文件。写着【填…】的地方都要填。英文（en）可以以后补，发布前补齐。
# 井号后面是说明，留着、删掉都行。

# 一、文件本身
id: {{id}}
# adds 是补充：原来的规则照样执行
is: adds
version: 1
subject: {{subject}}
title: { zh: 【填文件全称】 }
short: { zh: 【填简称】 }
document: 【填文件全称和文号】
authority: { zh: 【填发文机关】 }
place: '{{place}}'
# 从哪天起执行；有截止日期的，加一行 until
from: {{from}}

# 二、措施：做什么、谁做、多久一次、凭什么算做了
measures:
  - id: {{id}}-first
    aspect: service
    # must 必须，should 应当，may 可以：照文件里的话选
    strength: should
    text: { zh: 【填要做的事】 }
    who: [community-worker]
    how_often: { kind: every-days, days: 7 }
    evidence: [none]
    source: { section: 【填第几条】 }

# 三、不得做的事
limits:
  - id: {{id}}-must-not
    text: { zh: 【填不得做什么】 }
    source: { section: 【填第几条】 }

# 四、居民权利：可以要求什么，找谁
rights:
  - id: {{id}}-ask
    text: { zh: 【填居民可以要求什么】 }
    answers: [community-director]
    source: { section: 【填第几条】 }
`
