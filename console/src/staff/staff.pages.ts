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
  {
    subject: 'own-sessions',
    path: '/own-sessions',
    label: { zh: '我登录的地方', en: 'Where I am signed in' },
    verb: 'session.list',
    words: () => import('./own-sessions/own-sessions.words.ts'),
    load: () => import('./own-sessions/OwnSessionsPage.tsx'),
  },
  {
    subject: 'team',
    path: '/team',
    label: { zh: '防控工作组', en: 'Working group' },
    area: 'organisation',
    order: 15,
    verb: 'staff.team',
    words: () => import('./team/team.words.ts'),
    load: () => import('./team/TeamPage.tsx'),
  },
]
