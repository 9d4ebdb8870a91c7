import type { Page } from '../shell/page.ts'

const words = () => import('./reports.words.ts')

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
]
