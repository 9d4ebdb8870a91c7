import { bothLanguages } from '@wangdi/ui/words/words.ts'

export const words = bothLanguages(
  {
    title: '五项工作进展',
    note: '按各社区的登记算出来，不用另外报；点社区名看它的计划',
    community: '社区（村）',
    none: '这里没有社区（村）',
    nothing: '今天没有',
    unknown: '{{shown}} 条没有记录',
    nobody: '没定负责人',
    due: '{{day}} 到期',
    late: '{{day}} 已过期',
    unit: '个社区（村）',
    order: '按区划代码排',
  },
  {
    title: 'Lines of work below',
    note: 'Computed from the records of each community; a name leads to its plan',
    community: 'Community',
    none: 'No community here',
    nothing: 'None today',
    unknown: '{{shown}} unknown',
    nobody: 'Nobody named',
    due: 'due {{day}}',
    late: 'was due {{day}}',
    unit_one: 'community',
    unit: 'communities',
    order: 'by code',
  },
)
