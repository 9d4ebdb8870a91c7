import { bothLanguages } from '@wangdi/ui/words/words.ts'

export const words = bothLanguages(
  {
    part: '楼栋或小组',
    door: '门牌',
    hint: '如 3-2-402、翠苑 402、cy402',
    none: '没找到这样的门牌',
    more: '还有 {{count}} 户，接着写楼号或房号',
  },
  {
    part: 'Building or group',
    door: 'Door',
    hint: 'Such as 3-2-402, an estate, or its initials',
    none: 'No such door',
    more: '{{count}} more: write on',
  },
)
