import type { Page } from '../shell/page.ts'

const destructionWords = () => import('./destruction/destruction.words.ts')

export const pages: readonly Page[] = [
  {
    subject: 'certificates',
    path: '/certificates',
    label: { zh: '开证明', en: 'Certificates' },
    area: 'rights',
    order: 20,
    verb: 'rights.refused-certificates',
    words: () => import('./certificates/certificates.words.ts'),
    load: () => import('./certificates/CertificatesPage.tsx'),
  },
  {
    subject: 'destruction',
    path: '/rights/endings',
    label: { zh: '结束和销毁', en: 'Endings and destruction' },
    area: 'rights',
    order: 30,
    verb: 'rights.ended-responses',
    words: destructionWords,
    load: () => import('./destruction/EndingsPage.tsx'),
  },
  {
    subject: 'destruction',
    path: '/rights/endings/$id',
    label: { zh: '结束清单', en: 'End list' },
    verb: 'rights.end-list',
    words: destructionWords,
    load: () => import('./destruction/EndingPage.tsx'),
  },
  {
    subject: 'audits',
    path: '/rights/audits',
    label: { zh: '审计和影响评估', en: 'Audits and impact' },
    area: 'rights',
    order: 40,
    verb: 'rights.audits',
    words: () => import('./audits/audits.words.ts'),
    load: () => import('./audits/AuditsPage.tsx'),
  },
  {
    subject: 'traces',
    path: '/rights/traces',
    label: { zh: '谁看过什么', en: 'Who looked at what' },
    area: 'rights',
    order: 50,
    verb: 'rights.traces',
    words: () => import('./traces/traces.words.ts'),
    load: () => import('./traces/TracesPage.tsx'),
  },
]
