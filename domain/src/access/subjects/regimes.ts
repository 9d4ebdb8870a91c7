import { community, county, levels, everyone, responders, levelDeciders, namedByNotices, orderDrafters } from '../families.ts'
import type { Rows } from '../reach.ts'

/** Who may set levels, open responses and publish orders; every member of staff may read what holds where they work. */
export const regimes: Rows = {
  // orders of authorities, levels and classes; every member of staff may read what holds where they work
  'regimes.open-response': responders,
  'regimes.review-response': responders,
  'regimes.close-response': responders,
  'regimes.list-responses': everyone('above'),
  // of the house by county and above alone, of a notice by whom it names
  'regimes.record-facts': namedByNotices,
  'regimes.proposal': { ...levels('above'), 'community-director': 'above', 'community-doctor': 'above' },
  'regimes.confirm-level': namedByNotices,
  'regimes.confirm-class': levelDeciders,
  'regimes.choose-tier': { ...levelDeciders, 'street-officer': 'figures' },
  'regimes.state': everyone('above'),
  'regimes.history': everyone('above'),
  // control orders; drafted where the building is known, published and changed by an authority of county level and above
  'regimes.order-choices': orderDrafters,
  'regimes.save-order-draft': orderDrafters,
  'regimes.drop-order-draft': orderDrafters,
  'regimes.order-drafts': { ...responders, ...orderDrafters },
  'regimes.publish-order': responders,
  'regimes.shorten-order': responders,
  'regimes.keep-order': responders,
  'regimes.lift-order': responders,
  'regimes.list-orders': everyone('above'),
  'regimes.order': everyone('above'),
  'regimes.record-objection': { ...community('area'), 'street-officer': 'area', ...county('area') },
  'regimes.answer-objection': { 'county-leader': 'area', 'county-health': 'area' },
  'regimes.objections': { ...community('area'), 'street-officer': 'area', ...county('area') },
}
