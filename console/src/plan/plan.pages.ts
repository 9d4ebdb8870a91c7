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
  {
    subject: 'controlled',
    path: '/controlled',
    label: { zh: '管控范围', en: 'Under control' },
    area: 'response',
    order: 21,
    verb: 'plan.controlled',
    words: () => import('./controlled/controlled.words.ts'),
    load: () => import('./controlled/ControlledPage.tsx'),
  },
]
