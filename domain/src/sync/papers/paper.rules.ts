import { shanghaiDay } from '../../day.ts'
import type { DocumentKind } from '../../kinds/document/document.ts'
import type { HeldPaper } from '../../kinds/document/held-paper.ts'
import type { Day, Id } from '../../schema.ts'
import type { Held } from '../held.rules.ts'
import type { Said } from '../said.ts'
import type { HeldRows } from '../sync.ts'

/** A document as a receipt recorded on the phone leaves it there; none of a version that it no longer holds. */
export function paperRows(held: Held, { at, input }: Pick<Said, 'at' | 'input'>): HeldRows {
  const { id, version } = input as { id?: Id; version?: number }
  const paper = held.paper.get(id ?? '')
  if (!paper || paper.version !== version) return {}
  return { paper: [{ ...paper, received: paper.received + 1, received_on: shanghaiDay(at) }] }
}

/** Whether what a phone holds of a document is overdue on a day: its last day is over, or nobody looked at it in time. */
export const isHeldOverdue = ({ until, review_on }: Pick<HeldPaper, 'until' | 'review_on'>, today: Day): boolean =>
  (until !== null && until < today) || (review_on !== null && review_on < today)

/** The documents of a kind that a phone holds, by their title. */
export const papersOnPhone = (held: Held, { name }: Pick<DocumentKind, 'name'>): HeldPaper[] =>
  [...held.paper.values()]
    .filter(({ kind }) => kind === name)
    .sort((a, b) => a.title.localeCompare(b.title, 'zh-CN', { numeric: true }))
