import type { Page } from '../shell/page.ts'

export const pages: readonly Page[] = [
  {
    subject: 'what-if',
    path: '/what-if',
    label: { zh: '推演', en: 'What if' },
    area: 'policy',
    order: 30,
    verb: 'plan.what-if',
    words: () => import('./what-if/what-if.words.ts'),
    load: () => import('./what-if/WhatIfPage.tsx'),
  },
]
