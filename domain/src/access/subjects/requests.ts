import { declaredAccess } from '../../requests/declared.ts'
import { county, desks, offices } from '../families.ts'
import type { Rows } from '../reach.ts'

/** Who may take and answer complaints, data requests and data incidents; which office does what the request itself judges. */
export const requests: Rows = {
  // complaints, data requests, data incidents; which office does what is judged by the request itself
  'requests.take': { 'grid-worker': 'area', ...desks },
  'requests.list': { ...offices, 'nation-officer': 'figures' },
  'requests.get': offices,
  'requests.own-data': { 'community-worker': 'area', 'community-director': 'area' },
  'requests.by-receipt': desks,
  'requests.ask-place': offices,
  'requests.tell-side': { 'community-director': 'area', 'street-officer': 'area', ...county('area') },
  'requests.record-step': county('area'),
  'requests.answer': offices,
  'requests.accept': { ...offices, ...desks },
  'requests.ask-review': { ...offices, ...desks },
  'requests.review': { 'street-officer': 'area', ...county('area'), 'city-officer': 'figures', 'province-officer': 'figures' },
  // whoever may not leave home is asked by desk and clinic; what is wanted is taken down by those who take errands down
  'requests.proposed-errands': { 'community-worker': 'area', 'community-director': 'area', 'community-doctor': 'area' },
  'requests.decide-errand': { 'community-worker': 'area', 'community-director': 'area' },
  ...declaredAccess,
}
