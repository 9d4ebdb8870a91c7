import type { Page } from '../shell/page.ts'

export const pages: readonly Page[] = [
  {
    subject: 'health',
    path: '/tiers',
    label: { zh: '健康分级', en: 'Health colours' },
    area: 'key-people',
    order: 30,
    verb: 'health.tier-list',
    words: () => import('./health.words.ts'),
    load: () => import('./TiersPage.tsx'),
  },
]
