import type { Words } from '../../problem.ts'

/** Verbs of earlier versions, in the words they had: traces of them are read for as long as traces are kept. */
export const earlierVerbs: Readonly<Record<string, Words>> = {
  'documents.contingencies': { zh: '看应急预案', en: 'See contingency plans' },
  'documents.contingency-standing': { zh: '看哪些社区有预案', en: 'See which communities have plans' },
  'documents.contingency': { zh: '看一份预案', en: 'Read a contingency plan' },
  'documents.save-contingency': { zh: '写应急预案', en: 'Write a contingency plan' },
  'documents.approve-contingency': { zh: '批准应急预案', en: 'Approve a contingency plan' },
  'staff.party-duties': { zh: '看四方责任', en: 'See the duties of the four parties' },
  'staff.save-party-duty': { zh: '定四方责任', en: 'Set a duty of the four parties' },
  'staff.sign-party-duty': { zh: '登记签收责任', en: 'Record a signature' },
  'staff.end-party-duty': { zh: '撤销责任', en: 'End a duty' },
  'places.units': { zh: '看辖区单位', en: 'See the units of a community' },
  'places.save-unit': { zh: '登记辖区单位', en: 'Record a unit' },
  'places.end-unit': { zh: '单位已撤', en: 'A unit is no more' },
}
