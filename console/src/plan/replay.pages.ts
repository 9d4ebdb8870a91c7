import type { Page } from '../shell/page.ts'

export const pages: readonly Page[] = [
  {
    subject: 'replay',
    path: '/replay',
    label: { zh: '回看', en: 'Replay' },
    area: 'policy',
    order: 40,
    verb: 'plan.read',
    words: () => import('./replay/replay.words.ts'),
    load: () => import('./replay/ReplayPage.tsx'),
  },
]
