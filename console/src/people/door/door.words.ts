import { bothLanguages } from '@wangdi/ui/words/words.ts'

export const words = bothLanguages(
  { part: '楼栋或小组', door: '门牌', none: '没登记门牌' },
  { part: 'Building or group', door: 'Door', none: 'No doors entered' },
)
