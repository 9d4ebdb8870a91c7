import { staff, office, county, levels, belowCity, withoutPeople, each, matter, type Matter } from './matter.ts'

/** What touches staff and what authorities say: posts, documents, levels, orders. */
export const authority: readonly Matter[] = [
  matter(
    'rules and orders are public to those who work under them',
    `documents.packs documents.pack documents.list documents.get regimes.list-responses regimes.state
      regimes.history regimes.list-orders regimes.order`,
    each('above', ...staff),
  ),
  matter(
    'accounts are given by the director in the community and the security administrator in the county (design 5: three persons)',
    'staff.list staff.save staff.switch-off staff.switch-on staff.end-sessions staff.reset-password',
    each('figures', 'director', 'security'),
  ),
  matter('everybody may call those of the own place', 'staff.colleagues', each('figures', ...staff)),
  matter(
    'street and county call who answers for a community below them; nobody else is led to a number of another place',
    'staff.answers-for staff.show-duty-phone',
    each('figures', 'street', ...county),
  ),
  matter('posts are given by directors and levels', 'staff.save-member staff.end-member', each('figures', 'director', ...levels)),
  matter(
    'packs are written by policy editors alone, and published by a second one (design 1, 6)',
    `documents.library documents.save-draft documents.drafts documents.draft documents.submit-draft
      documents.return-draft documents.publish-draft`,
    each('figures', 'editors'),
  ),
  matter(
    'documents are entered by those who issue them',
    'documents.enter documents.replace documents.reached',
    each('figures', 'editors', ...levels),
  ),
  matter('receipts belong to offices', 'documents.confirm-receipt', each('figures', ...office, ...levels)),
  matter(
    'restrictions need an authority of county level or above, never a street or community (国务院令 376, design 1)',
    `regimes.open-response regimes.review-response regimes.close-response regimes.publish-order
      regimes.shorten-order regimes.keep-order regimes.lift-order`,
    each('figures', 'leader', 'above', 'nation'),
  ),
  matter(
    'what a notice asks is said by whom it names, below the county for their own place; of the house by county and above alone',
    'regimes.record-facts regimes.confirm-level',
    each('figures', 'director', 'clinic', 'street', 'medical', 'leader', 'above'),
  ),
  matter('a tier is chosen by street or county', 'regimes.choose-tier', each('figures', 'medical', 'leader', 'street')),
  matter('a proposal is for who confirms or lives under it', 'regimes.proposal', each('above', 'director', 'clinic', ...levels)),
  matter(
    'orders are drafted where the building is known',
    'regimes.order-choices regimes.save-order-draft regimes.drop-order-draft',
    each('area', 'director', 'street', ...county),
  ),
  matter('drafts of orders are for those who write and publish them', 'regimes.order-drafts', {
    ...each('area', 'director', 'street', ...county),
    ...withoutPeople,
  }),
  matter(
    'an objection of a person stays in the county',
    'regimes.record-objection regimes.objections',
    each('area', ...belowCity),
  ),
  matter('an objection is answered by who may lift', 'regimes.answer-objection', each('area', 'leader', 'medical')),
  matter(
    'who holds which post and what for is known where they work and above, not to helpers or to those who keep the machine',
    'staff.team',
    each('figures', ...belowCity, 'door', 'clinic', 'above', 'nation'),
  ),
  matter(
    'a class is confirmed by county health or the leader of the county (2020-02: 以县域为单位)',
    'regimes.confirm-class',
    each('figures', 'medical', 'leader'),
  ),
]
