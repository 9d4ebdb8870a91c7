import type { Page } from '../shell/page.ts'

export const pages: readonly Page[] = [
  {
    subject: 'plan',
    path: '/plan',
    label: { zh: '今日计划', en: "Today's plan" },
    area: 'today',
    verb: 'plan.read',
    words: () => import('./plan.words.ts'),
    load: () => import('./PlanPage.tsx'),
  },
]
