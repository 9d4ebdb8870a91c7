import { bothLanguages } from '@wangdi/ui/words/words.ts'

export const words = bothLanguages(
  {
    title: '管控范围',
    lead: '只列最小的单元，到期自动去掉',
    nobody: '没写',
    head: { place: '地方', person: '人', reason: '原因', from: '开始', until: '结束', reviewer: '谁负责复核' },
    places: {
      title: '管控的地方',
      count: '{{count}} 处',
      none: '现在没有管控的地方。',
    },
    persons: {
      title: '观察的人',
      lead: '没有健康信息权限的只看人数',
      none: '现在没有人在观察。',
      count: '{{shown}} 人',
      above: '县以上不看个人情况，人数看汇总表。',
    },
  },
  {
    title: 'Under control',
    lead: 'At the smallest unit; what has ended is gone by itself',
    nobody: 'not named',
    head: { place: 'Place', person: 'Person', reason: 'Reason', from: 'From', until: 'Until', reviewer: 'Reviewed by' },
    places: {
      title: 'Places',
      count: '{{count}} places',
      count_one: '1 place',
      none: 'No place is under control.',
    },
    persons: {
      title: 'Persons under observation',
      lead: 'Without the right to health data, as counts',
      none: 'Nobody is under observation.',
      count_one: '{{shown}} person',
      count: '{{shown}} persons',
      above: 'Above the county there are no data of persons; figures stand in the roll-up.',
    },
  },
)
