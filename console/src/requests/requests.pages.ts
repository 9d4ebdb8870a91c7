import type { Page } from '../shell/page.ts'

export const pages: readonly Page[] = [
  {
    subject: 'requests',
    path: '/requests',
    label: { zh: '投诉和申请', en: 'Complaints and requests' },
    area: 'rights',
    order: 1,
    verb: 'requests.list',
    words: () => import('./requests.words.ts'),
    load: () => import('./RequestsPage.tsx'),
  },
]
