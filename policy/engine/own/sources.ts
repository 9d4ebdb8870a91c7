import { firstSubject, type Subject } from '../../vocabulary.ts'
import type { Source } from '../answer.ts'
import type { Pack } from '../pack/schema.ts'

/** The source of a rule, the document being that of its pack unless the rule names another. */
export const sourceOf = (pack: Pick<Pack, 'document'>, source: { document?: string; section: string }): Source => ({
  document: source.document ?? pack.document,
  section: source.section,
})

/** What a pack is about; null for a law, which binds whatever a response is about. */
export const subjectOf = (pack: Pick<Pack, 'is' | 'subject'>): Subject | null =>
  pack.is === 'law' ? null : (pack.subject ?? firstSubject)
