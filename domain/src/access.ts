import type { Role } from './roles.ts'

/**
 * How far a verb reaches for a role: `own` the actor's own things · `grid` dwellings of the actor's grids today ·
 * `area` personal data of the actor's community, street or county · `figures` figures and policy facts of the actor's
 * place and all below, never names · `above` policy facts of the places that the actor's place lies in, and its own.
 */
export type Reach = 'own' | 'grid' | 'area' | 'figures' | 'above'

type Row = Partial<Record<Role, Reach>>

const community = (reach: Reach): Row => ({
  'community-worker': reach,
  'information-reporter': reach,
  'community-director': reach,
})
const county = (reach: Reach): Row => ({ 'county-civil-affairs': reach, 'county-health': reach, 'county-leader': reach })
const levels = (reach: Reach): Row => ({
  'street-officer': reach,
  ...county(reach),
  'city-officer': reach,
  'province-officer': reach,
  'nation-officer': reach,
})
const everyone = (reach: Reach): Row => ({
  'grid-worker': reach,
  ...community(reach),
  'community-doctor': reach,
  volunteer: reach,
  ...levels(reach),
  'policy-editor': reach,
  'security-administrator': reach,
  'system-administrator': reach,
  auditor: reach,
})

const atDoors = (reach: Reach): Row => ({ 'grid-worker': reach, 'community-doctor': reach })
const importers: Row = { ...community('area'), 'street-officer': 'area', 'county-civil-affairs': 'area' }
const doorReaders: Row = { 'street-officer': 'area', ...community('area'), 'community-doctor': 'area', 'grid-worker': 'grid' }
const gridRedrawers: Row = { 'community-director': 'area', 'street-officer': 'area', 'county-civil-affairs': 'area' }

const inspectors: Row = { ...levels('figures'), ...county('area'), 'street-officer': 'area', ...community('area') }
const accountKeepers: Row = { 'community-director': 'figures', 'security-administrator': 'figures' }
const responders: Row = {
  'county-leader': 'figures',
  'city-officer': 'figures',
  'province-officer': 'figures',
  'nation-officer': 'figures',
}
const policyEditors: Row = { 'policy-editor': 'figures' }
const planWriters: Row = {
  'community-worker': 'figures',
  'community-director': 'figures',
  'street-officer': 'figures',
  ...county('figures'),
}
const levelDeciders: Row = { 'county-health': 'figures', 'county-leader': 'figures' }
const orderDrafters: Row = { 'community-director': 'area', 'street-officer': 'area', ...county('area') }
const carers: Row = {
  'grid-worker': 'grid',
  'community-worker': 'area',
  'community-director': 'area',
  'community-doctor': 'area',
  'county-health': 'area',
}

const desks: Row = { ...community('area'), 'community-doctor': 'area', 'street-officer': 'area', ...county('area') }
const offices: Row = {
  'community-worker': 'area',
  'community-director': 'area',
  'street-officer': 'area',
  ...county('area'),
  'city-officer': 'figures',
  'province-officer': 'figures',
}

const overseers: Row = {
  ...county('area'),
  'city-officer': 'figures',
  'province-officer': 'figures',
  'nation-officer': 'figures',
}

/** Who may do which verb, and how far: the one page. A verb that is not here is refused to everybody. */
export const access: Readonly<Record<string, Row>> = {
  // session
  'session.read': everyone('own'),
  'session.list': everyone('own'),
  'session.end': everyone('own'),
  'demo.set-clock': everyone('own'),
  // places
  'places.tree': { ...inspectors, ...atDoors('area'), ...policyEditors, auditor: 'figures' },
  'places.community': { ...county('area'), 'street-officer': 'area', ...community('area'), ...atDoors('area') },
  'places.history': { ...county('area'), 'street-officer': 'area', ...community('area'), ...atDoors('area') },
  'places.save-estate': { 'community-worker': 'area', 'community-director': 'area', 'street-officer': 'area' },
  'places.save-building': { 'community-worker': 'area', 'community-director': 'area', 'street-officer': 'area' },
  'places.set-use': { 'grid-worker': 'grid', ...community('area') },
  'places.grid-save': gridRedrawers,
  'places.assign-dwellings': gridRedrawers,
  'places.set-load-band': { 'county-civil-affairs': 'figures', 'county-leader': 'figures' },
  'places.units': { ...county('area'), 'street-officer': 'area', ...community('area'), 'community-doctor': 'area' },
  'places.save-unit': { ...community('area'), 'street-officer': 'area' },
  'places.end-unit': { ...community('area'), 'street-officer': 'area' },
  // people
  'people.search': {
    'grid-worker': 'grid',
    ...community('area'),
    'community-doctor': 'area',
    'street-officer': 'area',
    'county-health': 'area',
    'county-civil-affairs': 'area',
  },
  'people.get': {
    'grid-worker': 'grid',
    ...community('area'),
    'community-doctor': 'area',
    'street-officer': 'area',
    'county-health': 'area',
    'county-civil-affairs': 'area',
  },
  'people.unmask': { 'grid-worker': 'grid', ...community('area'), 'community-doctor': 'area', 'county-health': 'area' },
  'people.add': community('area'),
  'people.correct': community('area'),
  'people.set-mark': { ...community('area'), 'community-doctor': 'area', 'county-civil-affairs': 'area' },
  'people.review-mark': { ...community('area'), 'community-doctor': 'area', 'county-civil-affairs': 'area' },
  'people.record-advice': { 'grid-worker': 'grid', ...community('area'), 'community-doctor': 'area' },
  'people.key-groups': { ...importers, 'community-doctor': 'area', 'county-health': 'area' },
  // people: rosters, and what they leave to be settled
  'people.preview-import': importers,
  'people.import-residents': importers,
  'people.import-elders': importers,
  'people.import-arrivals': importers,
  'people.import-progress': importers,
  'people.imports': importers,
  'people.import-result': importers,
  'people.import-rejects': importers,
  'people.pile': importers,
  'people.link': importers,
  'people.keep-apart': importers,
  'people.unlink': importers,
  'people.settle-address': importers,
  'people.unsettle-address': importers,
  // staff: accounts, given out by the director in the own community and by the security administrator in the county
  'staff.list': accountKeepers,
  'staff.save': accountKeepers,
  'staff.switch-off': accountKeepers,
  'staff.switch-on': accountKeepers,
  'staff.end-sessions': accountKeepers,
  'staff.reset-password': accountKeepers,
  'staff.colleagues': everyone('figures'),
  // staff: working groups
  'staff.team': { ...levels('figures'), ...community('figures'), ...atDoors('figures') },
  'staff.save-member': { 'community-director': 'figures', ...levels('figures') },
  'staff.end-member': { 'community-director': 'figures', ...levels('figures') },
  // staff: duties of the four parties; what a place answers for is open to those who work there
  'staff.party-duties': { ...levels('figures'), ...community('figures'), ...atDoors('figures') },
  'staff.save-party-duty': { 'community-director': 'figures', 'street-officer': 'figures', ...county('figures') },
  'staff.sign-party-duty': { 'community-director': 'figures', 'street-officer': 'figures', ...county('figures') },
  'staff.end-party-duty': { 'community-director': 'figures', 'street-officer': 'figures', ...county('figures') },
  // staff: who answers for which grid
  'staff.assign-grid': gridRedrawers,
  'staff.grid-duties': { ...county('area'), 'street-officer': 'area', ...community('area'), ...atDoors('area') },
  // people: those who arrive
  'people.record-arrival': { 'grid-worker': 'grid', ...community('area'), 'community-doctor': 'area', 'county-health': 'area' },
  'people.check-arrival': { ...community('area'), 'community-doctor': 'area', 'county-health': 'area' },
  'people.list-arrivals': { 'grid-worker': 'grid', ...community('area'), 'community-doctor': 'area', 'county-health': 'area' },
  'people.arrival-receipt': { ...community('area'), 'community-doctor': 'area', 'county-health': 'area' },
  // documents: policy packs; an editor writes, another publishes, every member of staff may read what holds where they work
  'documents.packs': everyone('above'),
  'documents.pack': everyone('above'),
  'documents.list': everyone('above'),
  'documents.get': everyone('above'),
  'documents.enter': { ...policyEditors, ...levels('figures') },
  'documents.replace': { ...policyEditors, ...levels('figures') },
  'documents.confirm-receipt': { ...community('figures'), ...levels('figures') },
  'documents.state-task': community('area'),
  'documents.reached': { ...policyEditors, ...levels('figures') },
  'documents.contingencies': { ...community('figures'), ...levels('figures') },
  'documents.contingency-standing': levels('figures'),
  'documents.contingency': { ...community('figures'), ...levels('figures') },
  'documents.save-contingency': planWriters,
  'documents.approve-contingency': { 'community-director': 'figures', 'street-officer': 'figures', ...county('figures') },
  'documents.library': policyEditors,
  'documents.save-draft': policyEditors,
  'documents.drafts': policyEditors,
  'documents.draft': policyEditors,
  'documents.submit-draft': policyEditors,
  'documents.return-draft': policyEditors,
  'documents.publish-draft': policyEditors,
  // regimes: orders of authorities, levels and classes; every member of staff may read what holds where they work
  'regimes.open-response': responders,
  'regimes.review-response': responders,
  'regimes.close-response': responders,
  'regimes.list-responses': everyone('above'),
  'regimes.record-facts': { ...levelDeciders, 'city-officer': 'figures', 'province-officer': 'figures' },
  'regimes.proposal': { ...levels('above'), 'community-director': 'above', 'community-doctor': 'above' },
  'regimes.confirm-level': levelDeciders,
  'regimes.confirm-class': levelDeciders,
  'regimes.choose-tier': { ...levelDeciders, 'street-officer': 'figures' },
  'regimes.state': everyone('above'),
  'regimes.history': everyone('above'),
  // regimes: control orders; drafted where the building is known, published and changed by an authority of county level and above
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
  // health: colours; the machine proposes, a doctor confirms
  'health.tier-list': carers,
  'health.get': carers,
  'health.confirm-colour': { 'community-doctor': 'area', 'county-health': 'area' },
  'health.record-facts': carers,
  // observation: orders by county health alone; a volunteer sees none of it
  'observation.propose': { 'community-doctor': 'area', 'county-health': 'area', 'community-director': 'area' },
  'observation.decide': { 'county-health': 'area' },
  'observation.end': { 'county-health': 'area' },
  'observation.list': carers,
  'observation.get': carers,
  'observation.record-reading': {
    'grid-worker': 'grid',
    'community-director': 'area',
    'community-doctor': 'area',
    'community-worker': 'area',
  },
  'observation.alerts': { 'community-director': 'area', 'community-doctor': 'area', 'county-health': 'area' },
  'observation.answer-alert': { 'community-doctor': 'area', 'county-health': 'area' },
  'observation.deliver-notice': carers,
  'observation.assess-home': { 'community-worker': 'area', 'community-director': 'area', 'community-doctor': 'area' },
  'observation.arrival-counts': {
    ...community('area'),
    'community-doctor': 'area',
    'street-officer': 'area',
    'county-health': 'area',
  },
  // requests: complaints, data requests, data incidents; which office does what is judged by the request itself
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
  // rounds
  'rounds.record-visit': { 'grid-worker': 'grid', ...community('area'), 'community-doctor': 'area' },
  'rounds.open-round': { 'community-worker': 'area', 'community-director': 'area' },
  'rounds.close-round': { 'community-worker': 'area', 'community-director': 'area' },
  'rounds.list': { ...atDoors('area'), ...community('area'), 'street-officer': 'area', ...county('area') },
  'rounds.coverage': {
    'grid-worker': 'grid',
    'community-doctor': 'area',
    ...community('area'),
    'street-officer': 'area',
    'county-civil-affairs': 'area',
  },
  'rounds.due': {
    'grid-worker': 'grid',
    'community-doctor': 'area',
    ...community('area'),
    'street-officer': 'area',
    'county-civil-affairs': 'area',
  },
  'rounds.told': { 'grid-worker': 'grid', 'community-doctor': 'area', ...community('area'), 'street-officer': 'area' },
  'rounds.visits': { 'grid-worker': 'grid', 'community-doctor': 'area', ...community('area'), 'street-officer': 'area' },
  // rounds: inspections; those inspected put right, those who found it check
  'rounds.inspections': inspectors,
  'rounds.findings': inspectors,
  'rounds.record-inspection': inspectors,
  'rounds.settle-finding': inspectors,
  // sync: what a phone carries for its doors
  'sync.snapshot': {
    'grid-worker': 'grid',
    'community-doctor': 'area',
    'community-worker': 'area',
    'community-director': 'area',
  },
  'sync.changes': { 'grid-worker': 'grid', 'community-doctor': 'area', 'community-worker': 'area', 'community-director': 'area' },
  // plan: the pictures of doors
  'plan.building-view': doorReaders,
  'plan.village-view': doorReaders,
  'plan.observed-doors': {
    'county-health': 'area',
    'community-director': 'area',
    'community-doctor': 'area',
    'grid-worker': 'grid',
  },
  'plan.household': doorReaders,
  'plan.doors-not-reached': doorReaders,
  'plan.vacancies': { ...county('area'), 'street-officer': 'area', ...community('area') },
  'plan.grids': { ...county('area'), 'street-officer': 'area', ...community('area') },
  // reports
  'reports.daily': { ...community('area'), 'community-doctor': 'area', 'street-officer': 'area', ...county('area') },
  'reports.four-times': {
    'community-director': 'area',
    'community-doctor': 'area',
    'county-health': 'area',
    'county-leader': 'area',
  },
  'reports.say-line': community('area'),
  'reports.explain-line': community('area'),
  'reports.confirm': { 'community-director': 'area', 'information-reporter': 'area' },
  'reports.correct': { 'community-director': 'area', 'information-reporter': 'area' },
  'reports.roll-up': { ...community('above'), ...levels('figures') },
  'reports.behind': { ...community('area'), 'community-doctor': 'area', 'street-officer': 'area', ...county('area') },
  // reports: what is asked of communities, and what it costs them
  'reports.weigh-demand': levels('figures'),
  'reports.file-demand': levels('figures'),
  'reports.tell-demand': community('figures'),
  'reports.decide-demand': { 'county-civil-affairs': 'figures' },
  'reports.renew-demand': { 'county-civil-affairs': 'figures' },
  'reports.end-demand': levels('above'),
  'reports.demands': { ...community('above'), ...levels('above') },
  'reports.demand': { ...community('above'), ...levels('above') },
  'reports.burden': { ...community('above'), ...levels('above') },
  // plan: places and persons under control; persons by name only for those who may see observation
  'plan.controlled': {
    ...levels('figures'),
    ...county('area'),
    'street-officer': 'area',
    ...community('area'),
    'community-doctor': 'area',
  },
  // plan
  'plan.read': {
    ...levels('figures'),
    ...policyEditors,
    ...community('area'),
    ...atDoors('area'),
    'street-officer': 'area',
    ...county('area'),
  },
  'plan.decisions': { ...community('above'), ...levels('above'), 'policy-editor': 'above' },
  'plan.replay': { ...community('above'), ...levels('above'), 'policy-editor': 'above' },
  'plan.replay-term': { 'community-director': 'area', 'community-doctor': 'area', 'county-health': 'area' },
  'plan.what-if': { ...policyEditors, ...levels('figures'), 'street-officer': 'area', ...county('area') },
  'plan.supervision': { 'street-officer': 'area', ...county('area') },
  'plan.state-measure': community('area'),
  'plan.lines': { 'street-officer': 'area', ...county('area') },
  'plan.name-line-owner': { 'community-director': 'area', 'street-officer': 'area' },
  'plan.goal': { ...community('area'), 'community-doctor': 'area', 'street-officer': 'area', ...county('area') },
  'plan.regime-switch': { ...levels('figures'), ...community('area'), 'street-officer': 'area', ...county('area') },
  'plan.end-old-measures': { 'community-director': 'area' },
  'plan.timeline': { ...levels('figures'), ...policyEditors, ...community('area'), ...atDoors('area') },
  'plan.place-marks': { 'street-officer': 'figures', ...county('figures') },
  'plan.mark-places': { 'street-officer': 'figures', ...county('figures') },
  'plan.detail-measure': { 'community-worker': 'area', 'community-director': 'area' },
  'plan.add-measure': { 'community-director': 'area' },
  'plan.judge-measure': { 'street-officer': 'area', ...county('area') },
  'plan.end-own-measure': { 'community-director': 'area' },
  // rights: certificates; the two that there are, and what was asked for beside them
  'rights.issue-residence-proof': community('area'),
  'rights.residence-proofs': community('area'),
  'rights.residence-proof': community('area'),
  'rights.refuse-certificate': community('figures'),
  'rights.refused-certificates': { ...community('figures'), ...levels('figures') },
  // plan: over-control
  'plan.over-control': { 'community-director': 'area', 'street-officer': 'area', ...overseers },
  'plan.tell-control': { ...community('area'), ...atDoors('area'), 'street-officer': 'area', ...county('area') },
  'plan.warn-control': overseers,
  'plan.answer-control': { 'community-director': 'area', 'street-officer': 'area', ...county('area') },
  'plan.stop-control': overseers,
  'plan.confirm-stopped': overseers,
  'plan.allow-control': overseers,
  // rights: what ends with a response, and the destruction of data about people; whoever asks does not approve
  'rights.ended-responses': { ...levels('figures'), auditor: 'figures' },
  'rights.end-list': { ...levels('above'), ...community('above') },
  'rights.destruction': { ...levels('figures'), auditor: 'figures' },
  'rights.assess-destruction': { 'county-health': 'figures', 'county-civil-affairs': 'figures' },
  'rights.audits': { ...county('figures'), 'security-administrator': 'figures', auditor: 'figures' },
  'rights.assess-impact': { 'county-health': 'figures', 'county-civil-affairs': 'figures' },
  'rights.record-audit': { auditor: 'figures' },
  'rights.set-end-terms': { 'county-leader': 'figures', 'county-health': 'figures' },
  'rights.decide-destruction': { 'county-leader': 'figures', 'county-health': 'figures' },
  'rights.execute-destruction': { 'county-health': 'figures', 'county-civil-affairs': 'figures' },
}

/** How far a role may do a verb; undefined is no. */
export const reachOf = (verb: string, role: Role): Reach | undefined => access[verb]?.[role]

/** All verbs of a role with their reach: what a session is told, so that button and server ask the same rule. */
export const verbsOf = (role: Role): Record<string, Reach> =>
  Object.fromEntries(Object.entries(access).flatMap(([verb, row]) => (row[role] ? [[verb, row[role]]] : [])))
export { community, county, everyone, levels }
