import { problem } from '../../problem.ts'

/** Why something about demands on communities is refused. */
export const problems = {
  outside: problem<{ place: string }>('reports.demand-outside', 'invalid', {
    zh: '{place} 不在管辖范围里，只能向本地区的社区要',
    en: '{place} does not lie in your area.',
  }),
  endsFirst: problem('reports.demand-ends-first', 'invalid', {
    zh: '截止的日子比开始的还早，改一下',
    en: 'The last day lies before the first.',
  }),
  decided: problem<{ by: string }>('reports.demand-decided', 'conflict', {
    zh: '{by} 已经办过这一条，刷新看看',
    en: '{by} has decided this already; look again.',
  }),
  needsReason: problem('reports.demand-needs-reason', 'invalid', {
    zh: '写一下理由，要数的单位看得到',
    en: 'A reason is needed; the asker reads it.',
  }),
  mergesNowhere: problem('reports.demand-merges-nowhere', 'invalid', {
    zh: '选并到哪一条，只能并到同范围、还有效的一条',
    en: 'Choose one that still runs and asks the same communities.',
  }),
  notRunning: problem('reports.demand-not-running', 'conflict', {
    zh: '这一条没有在用，不能延期',
    en: 'This demand does not run, so it cannot be renewed.',
  }),
  notLonger: problem<{ until: string }>('reports.demand-not-longer', 'invalid', {
    zh: '现在到 {until}，新日子要更晚，一次最多延一年',
    en: 'It runs to {until}; the new day has to be later, by a year at most.',
  }),
  otherAsker: problem<{ asker: string }>('reports.demand-other-asker', 'conflict', {
    zh: '这一条是{asker}要的，只有原单位能撤回',
    en: 'It was asked by {asker}; only they withdraw it.',
  }),
}
