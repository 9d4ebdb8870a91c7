import type { Page } from '../shell/page.ts'

export const pages: readonly Page[] = [
  {
    subject: 'staff',
    path: '/staff',
    label: { zh: '账号', en: 'Accounts' },
    area: 'organisation',
    order: 10,
    verb: 'staff.list',
    words: () => import('./staff.words.ts'),
    load: () => import('./AccountsPage.tsx'),
  },
]
