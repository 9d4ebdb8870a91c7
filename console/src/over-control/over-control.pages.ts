import type { Page } from '../shell/page.ts'

export const pages: readonly Page[] = [
  {
    subject: 'over-control',
    path: '/over-control',
    label: { zh: '过度防控核查', en: 'Over-control' },
    area: 'rights',
    order: 2,
    verb: 'plan.over-control',
    words: () => import('./over-control.words.ts'),
    load: () => import('./OverControlPage.tsx'),
  },
]
