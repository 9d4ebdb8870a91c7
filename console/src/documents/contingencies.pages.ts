import type { Page } from '../shell/page.ts'

export const pages: readonly Page[] = [
  {
    subject: 'contingencies',
    path: '/contingencies',
    label: { zh: '应急预案', en: 'Contingency plans' },
    area: 'response',
    order: 40,
    verb: 'documents.contingencies',
    words: () => import('./contingencies/contingencies.words.ts'),
    load: () => import('./contingencies/ContingenciesPage.tsx'),
  },
  {
    subject: 'contingencies',
    path: '/contingencies/$contingency',
    label: { zh: '应急预案', en: 'Contingency plan' },
    verb: 'documents.contingency',
    words: () => import('./contingencies/contingencies.words.ts'),
    load: () => import('./contingencies/ContingencyPage.tsx'),
  },
]
