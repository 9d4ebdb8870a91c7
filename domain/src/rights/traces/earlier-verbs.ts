import type { Words } from '../../problem.ts'

/** Verbs of earlier versions, in the words they had: traces of them are read for as long as traces are kept. */
export const earlierVerbs: Readonly<Record<string, Words>> = {
  'staff.party-duties': { zh: '看四方责任', en: 'See the duties of the four parties' },
  'staff.save-party-duty': { zh: '定四方责任', en: 'Set a duty of the four parties' },
  'staff.sign-party-duty': { zh: '登记签收责任', en: 'Record a signature' },
  'staff.end-party-duty': { zh: '撤销责任', en: 'End a duty' },
}
