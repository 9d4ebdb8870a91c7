import { bothLanguages } from '@wangdi/ui/words/words.ts'

export const words = bothLanguages(
  { note: '企业、学校和人多的地方', visits: '走访记录', visit: '走访' },
  { note: 'Firms, schools and crowded places', visits: 'Visits', visit: 'Visit' },
)
