import { bothLanguages } from '@wangdi/ui/words/words.ts'

export const words = bothLanguages(
  {
    again: '再取一次',
    close: '关上',
    whole: '共 {{total}} {{unit}}，{{order}}，每页 {{size}}',
    one: '共 {{total}} {{unit}}，{{order}}',
    page: '第 {{page}}/{{pages}} 页',
    before: '上一页',
    next: '下一页',
    pages: '翻页',
    choose: {
      title: '先选一个社区',
      why: '这一页按社区看。在下面选一个，或者在页头的地方里选。',
      door: '{{shown}} 户',
      none: '这里下面还没有登记社区。',
      back: '回到 {{name}}',
    },
  },
  {
    again: 'Try again',
    close: 'Close',
    whole: '{{total}} {{unit}}, {{order}}, {{size}} a page',
    one: '{{total}} {{unit}}, {{order}}',
    page: 'Page {{page}} of {{pages}}',
    before: 'Previous',
    next: 'Next',
    pages: 'Pages',
    choose: {
      title: 'Choose a community',
      why: 'This page shows one community. Choose one below, or in the place field of the head.',
      door_one: '{{shown}} dwelling',
      door: '{{shown}} dwellings',
      none: 'No community is entered below this place.',
      back: 'Back to {{name}}',
    },
  },
)
