import type { Page } from '../shell/page.ts'

const shared = {
  subject: 'observation',
  needs: 'observation',
  words: () => import('./observation.words.ts'),
} as const satisfies Partial<Page>

export const pages: readonly Page[] = [
  {
    subject: 'queue',
    needs: 'observation',
    words: () => import('./queue/queue.words.ts'),
    path: '/arrivals/queue',
    label: { zh: '来返待办', en: 'Arrivals to do' },
    area: 'gates',
    order: 5,
    verb: 'observation.queue',
    load: () => import('./queue/QueuePage.tsx'),
  },
  {
    ...shared,
    path: '/observation',
    label: { zh: '居家观察', en: 'Home observation' },
    area: 'monitoring',
    order: 30,
    verb: 'observation.list',
    load: () => import('./list/ObservationPage.tsx'),
  },
  {
    ...shared,
    path: '/observation/alerts',
    label: { zh: '异常体温', en: 'Abnormal readings' },
    area: 'monitoring',
    order: 31,
    verb: 'observation.alerts',
    load: () => import('./alerts/AlertsPage.tsx'),
  },
  {
    ...shared,
    path: '/observation/new',
    label: { zh: '提出观察', en: 'Propose an observation' },
    verb: 'observation.propose',
    load: () => import('./proposal/ProposalPage.tsx'),
  },
  {
    ...shared,
    path: '/observation/$id',
    label: { zh: '观察档案', en: 'Observation' },
    verb: 'observation.get',
    load: () => import('./episode/EpisodePage.tsx'),
  },
]
