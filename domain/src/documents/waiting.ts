import type { Waitings } from '../kinds/inbox/waiting.ts'

/** What of documents and rules waits for a place. */
export const waiting = {
  'documents.unread': { words: { zh: '上级文件', en: 'Document from above' }, ask: 'receive' },
  'documents.draft': { words: { zh: '规则包草稿', en: 'Draft of a policy pack' }, ask: 'publish' },
  'documents.task': { words: { zh: '文件交办的事', en: 'Task of a document' }, ask: 'do' },
} as const satisfies Waitings
