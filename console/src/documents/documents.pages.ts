import { contingency } from '@wangdi/domain/documents/kinds/contingency.kind.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { createElement } from 'react'
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
    subject: 'pack-help',
    path: '/packs/help',
    label: { zh: '怎么写规则包', en: 'How to write a policy pack' },
    verb: 'documents.packs',
    words: () => import('./packs/help/help.words.ts'),
    load: () => import('./packs/help/HelpPage.tsx'),
  },
  {
    subject: 'packs',
    path: '/packs/draft/$draft',
    label: { zh: '写规则包', en: 'Pack editor' },
    verb: 'documents.save-draft',
    words: () => import('./packs/packs.words.ts'),
    load: () => import('./packs/EditorPage.tsx'),
  },
  {
    subject: 'party-duties',
    path: '/k/documents/party-duty',
    before: [{ path: '/party-duties', shows: { unsigned: 'unready' } }],
    label: { zh: '四方责任', en: 'Four parties' },
    area: 'organisation',
    order: 32,
    verb: 'documents.party-duty.see',
    words: () => import('./party-duties/party-duties.words.ts'),
    load: async () => {
      const [page, { words }] = await Promise.all([
        import('./party-duties/PartyDutiesPage.tsx'),
        import('../kinds/kinds.words.ts'),
      ])
      addWords('kinds', words)
      return page
    },
  },
  {
    subject: 'kinds',
    path: '/k/documents/contingency',
    before: [{ path: '/contingencies' }, { path: '/contingencies/$paper' }],
    label: contingency.words,
    area: 'response',
    order: 40,
    verb: 'documents.contingency.see',
    words: () => import('../kinds/kinds.words.ts'),
    load: async () => {
      const { DocumentPage } = await import('../kinds/document/DocumentPage.tsx')
      return { default: () => createElement(DocumentPage, { kind: contingency }) }
    },
  },
]
