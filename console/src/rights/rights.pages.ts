import type { Page } from '../shell/page.ts'

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
]
