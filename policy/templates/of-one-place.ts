/** 省里补充: what a part of the country adds, with a rule for one place within it. */
export const ofOnePlace = `# 省里补充。写着【填…】的地方都要填。英文（en）可以以后补，发布前补齐。
# 下级可以加服务、加保障；管得比上级更严的，发布时要写明依据，并列入过度防控核查。

# 一、文件本身
id: {{id}}
is: adds
version: 1
subject: {{subject}}
title: { zh: 【填文件全称】 }
short: { zh: 【填简称】 }
document: 【填文件全称和文号】
authority: { zh: 【填发文机关】 }
# 给哪里用：地区代码
place: '{{place}}'
from: {{from}}

# 二、措施
measures:
  # 全部地方都做的
  - id: {{id}}-everywhere
    aspect: service
    strength: should
    text: { zh: 【填全部地方都要做的事】 }
    who: [community-worker]
    how_often: { kind: every-days, days: 7 }
    evidence: [none]
    source: { section: 【填第几条】 }
  # 只在一个市或县做的：把 place 改成那里的代码
  - id: {{id}}-in-one-place
    place: ['{{place}}']
    aspect: service
    strength: should
    text: { zh: 【填只在一个地方做的事】 }
    who: [community-worker]
    how_often: { kind: every-days, days: 14 }
    evidence: [none]
    source: { section: 【填第几条】 }

# 三、居民权利：可以要求什么，找谁
rights:
  - id: {{id}}-ask
    text: { zh: 【填居民可以要求什么】 }
    answers: [community-director]
    source: { section: 【填第几条】 }
`
