import type { Page } from '../shell/page.ts'

export const pages: readonly Page[] = [
  {
    subject: 'regimes',
    path: '/regimes',
    label: { zh: '应急响应', en: 'Emergency response' },
    area: 'response',
    verb: 'regimes.state',
    words: () => import('./regimes.words.ts'),
    load: () => import('./RegimesPage.tsx'),
  },
]
