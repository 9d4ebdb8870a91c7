import { bothLanguages } from '@wangdi/ui/words/words.ts'

export const words = bothLanguages(
  {
    title: '怎么写规则包',
    note: '一份完整的例子，一段一段说明',
    back: '回列表',
    way: '从通知到生效',
    step: {
      write: '写：点“新写一份”，照通知一条一条写。哪一行写错了，右边马上说哪里错、怎么改。',
      cases: '写例子：哪一天、什么情况，该有哪些措施。例子对不上，说明规则写错了。',
      try: '推演：看哪些社区会变、要做什么、日报多几行。什么都不会真的改。',
      submit: '提交：没有错、例子都符合，才能提交。',
      publish: '发布：另一个人看过再发布，到选的那天自己生效。',
    },
    yaml: '格式只有六条',
    sign: {
      colon: '“名称: 内容”：半角冒号，后面空一格。',
      indent: '下一级比上一级多缩进两个空格；同一级对齐。不用 Tab。',
      dash: '一串里的每一项用“- ”开头：半角减号，后面空一格。',
      quote: "区划代码、带冒号的内容，用半角引号括起来：'41'。",
      hash: '# 后面是批注，规则不看。',
      wide: '冒号、逗号、引号、括号、空格都用半角；句子里的中文标点照常写。',
    },
    casesTitle: '例子：写完了自己验',
    casesLead:
      '一行一个例子：on 哪一天，place 哪个社区，facts 什么情况；has 该有的措施，lacks 不该有的，limits 该有的禁止，tier 是哪一档。',
    casesMore:
      '每条规则至少一个例子；开始那天和前一天、结束那天和后一天各一个。term 问期限，M3 是监测 3 天，H7 是居家 7 天，C7 是集中 7 天。',
    mayStand: '最外层能写哪些项',
    mayStandIn: '{{part}} 里能写哪些项',
    required: '必填',
    words: '能填的词',
    key: {
      subject: '关于什么',
      strength: '轻重',
      aspect: '哪一类',
      who: '谁来做',
      evidence: '什么能证明做了',
      allows: '哪种管控（allows、forbids、of）',
      facilities: '哪几类设施（facilities 里的 of）',
      states: '设施怎么开（facilities 里的 state、or）',
      finding: '查到了算什么问题',
      where: '在哪里观察',
      function: '应急功能',
    },
  },
  {
    title: 'How to write a policy pack',
    note: 'One whole example, explained part by part',
    back: 'Back to the list',
    way: 'From the notice to its day',
    step: {
      write:
        'Write: press “Write a new one” and go through the notice clause by clause. What is wrong in a line is said beside it at once.',
      cases:
        'Write cases: on which day, under which facts, which measures must come out. A case that does not hold shows a wrong rule.',
      try: 'What if: see which communities change, what is to be done, which lines the daily report gets. Nothing is changed.',
      submit: 'Submit: only without faults, and when every case holds.',
      publish: 'Publish: a second person reads and publishes it; on the chosen day it takes effect by itself.',
    },
    yaml: 'Six rules of the format',
    sign: {
      colon: '“name: value”: a plain colon and a space.',
      indent: 'What lies below is indented by two more spaces; what is of one level lines up. No tabs.',
      dash: 'Each entry of a list begins with “- ”: a plain hyphen and a space.',
      quote: "Place codes, and text that holds a colon, stand in plain quotes: '41'.",
      hash: 'Behind a # stands a remark that no rule reads.',
      wide: 'Colons, commas, quotes, brackets and spaces are plain ones; sentences keep their Chinese marks.',
    },
    casesTitle: 'Cases: try what you wrote',
    casesLead:
      'One case a line: on which day, place which community, facts under which facts; has what must be there, lacks what must not, limits, tier.',
    casesMore:
      'Each rule has a case; so have the first day and the day before, the last and the day after. term asks a term: M3 is three days of monitoring, H7 seven at home, C7 seven at a site.',
    mayStand: 'What may stand at the root',
    mayStandIn: 'What may stand in {{part}}',
    required: 'required',
    words: 'Words that may stand there',
    key: {
      subject: 'what it is about',
      strength: 'how strong',
      aspect: 'which sort',
      who: 'who does it',
      evidence: 'what proves it',
      allows: 'which restriction (allows, forbids, of)',
      facilities: 'which facilities (of, in facilities)',
      states: 'how they are open (state, or, in facilities)',
      finding: 'what a finding is',
      where: 'where a term is spent',
      function: 'emergency functions',
    },
  },
)
