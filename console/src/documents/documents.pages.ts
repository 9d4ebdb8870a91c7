import type { Page } from '../shell/page.ts'

export const pages: readonly Page[] = [
  {
    subject: 'library',
    path: '/library',
    label: { zh: '政策库', en: 'Policy library' },
    area: 'policy',
    order: 10,
    verb: 'documents.list',
    words: () => import('./library/library.words.ts'),
    load: () => import('./library/LibraryPage.tsx'),
  },
  {
    subject: 'library',
    path: '/library/$document',
    label: { zh: '政策库', en: 'Policy library' },
    verb: 'documents.get',
    words: () => import('./library/library.words.ts'),
    load: () => import('./library/DocumentPage.tsx'),
  },
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
