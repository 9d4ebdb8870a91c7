import type { Page } from '../shell/page.ts'

export const pages: readonly Page[] = [
  {
    subject: 'packs',
    path: '/packs',
    label: { zh: '规则包', en: 'Policy packs' },
    area: 'policy',
    order: 20,
    verb: 'documents.packs',
    words: () => import('./packs/packs.words.ts'),
    load: () => import('./packs/PacksPage.tsx'),
  },
  {
    subject: 'packs',
    path: '/packs/version/$pack',
    label: { zh: '规则包', en: 'Policy pack' },
    verb: 'documents.pack',
    words: () => import('./packs/packs.words.ts'),
    load: () => import('./packs/VersionPage.tsx'),
  },
  {
    subject: 'packs',
    path: '/packs/draft/$draft',
    label: { zh: '写规则包', en: 'Pack editor' },
    verb: 'documents.save-draft',
    words: () => import('./packs/packs.words.ts'),
    load: () => import('./packs/EditorPage.tsx'),
  },
]
