import { bothLanguages } from '@wangdi/ui/words/words.ts'

export const words = bothLanguages(
  {
    note: '属地、部门、单位、个人，各担各的，签了字才算',
    four: '四早（近 14 天）',
    fourLead: '从登记里算出来，不用填',
    step: '环节',
    of: '件数',
    inTime: '及时',
    median: '中位用时',
    nothing: '没有发生',
  },
  {
    note: 'The place, departments, units and persons each answer for their part; it counts once signed',
    four: 'The four early steps (14 days)',
    fourLead: 'counted from records, nothing to fill in',
    step: 'Step',
    of: 'Cases',
    inTime: 'In time',
    median: 'Median time',
    nothing: 'none happened',
  },
)
