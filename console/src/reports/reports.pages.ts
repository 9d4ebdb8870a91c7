import type { Page } from '../shell/page.ts'

const words = () => import('./reports.words.ts')
const demandWords = () => import('./demands/demands.words.ts')

export const pages: readonly Page[] = [
  {
    subject: 'reports',
    path: '/reports',
    label: { zh: '今日日报', en: 'Daily report' },
    area: 'reporting',
    order: 1,
    verb: 'reports.daily',
    needs: 'daily-report',
    words,
    load: () => import('./daily/DailyPage.tsx'),
  },
  {
    subject: 'reports',
    path: '/reports/received',
    label: { zh: '上报汇总', en: 'Reports received' },
    area: 'reporting',
    order: 2,
    verb: 'reports.roll-up',
    words,
    load: () => import('./received/ReceivedPage.tsx'),
  },
  {
    subject: 'demands',
    path: '/reports/demands',
    label: { zh: '要数要表', en: 'Demands' },
    area: 'reporting',
    order: 30,
    verb: 'reports.demands',
    words: demandWords,
    load: () => import('./demands/DemandsPage.tsx'),
  },
  {
    subject: 'demands',
    path: '/reports/burden',
    label: { zh: '社区负担', en: 'Burden' },
    area: 'reporting',
    order: 31,
    verb: 'reports.burden',
    words: demandWords,
    load: () => import('./demands/BurdenPage.tsx'),
  },
  {
    subject: 'demands',
    path: '/reports/dictionary',
    label: { zh: '数据目录', en: 'Data dictionary' },
    area: 'reporting',
    order: 32,
    verb: 'reports.demands',
    words: demandWords,
    load: () => import('./demands/DictionaryPage.tsx'),
  },
]
