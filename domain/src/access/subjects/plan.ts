import { community, county, levels, atDoors, doorReaders, policyEditors, overseers } from '../families.ts'
import type { Rows } from '../reach.ts'

/** Who may read the plan of a day, its doors and what it stands on, and who answers for restrictions that go beyond it. */
export const plan: Rows = {
  // the pictures of doors
  'plan.building-view': doorReaders,
  'plan.village-view': doorReaders,
  'plan.observed-doors': {
    'county-health': 'area',
    'community-director': 'area',
    'community-doctor': 'area',
    'grid-worker': 'grid',
  },
  // observed doors are among those with open work
  'plan.open-doors': { 'county-health': 'area', 'community-director': 'area', 'community-doctor': 'area' },
  'plan.household': doorReaders,
  'plan.household-story': doorReaders,
  'plan.doors-not-reached': doorReaders,
  // to whom a person is known by name: what hangs on them, each part for who may open it
  'plan.person-links': { ...doorReaders, 'county-health': 'area', 'county-civil-affairs': 'area' },
  'plan.person-story': { ...doorReaders, 'county-health': 'area', 'county-civil-affairs': 'area' },
  // which doors lie in a grid or in none; the county sees no doors
  'plan.grid-doors': { 'street-officer': 'area', ...community('area') },
  'plan.vacancies': { ...county('area'), 'street-officer': 'area', ...community('area') },
  'plan.grids': { ...county('area'), 'street-officer': 'area', ...community('area') },
  // places and persons under control; persons by name only for those who may see observation
  'plan.controlled': {
    ...levels('figures'),
    ...county('area'),
    'street-officer': 'area',
    ...community('area'),
    'community-doctor': 'area',
  },
  'plan.read': {
    ...levels('figures'),
    ...policyEditors,
    ...community('area'),
    ...atDoors('area'),
    'street-officer': 'area',
    ...county('area'),
  },
  // how far communities are; a community has its plan
  'plan.progress': { ...levels('figures'), 'street-officer': 'area', ...county('area') },
  'plan.progress-days': levels('figures'),
  'plan.decisions': { ...community('above'), ...levels('above'), 'policy-editor': 'above' },
  'plan.replay': { ...community('above'), ...levels('above'), 'policy-editor': 'above' },
  'plan.replay-term': { 'community-director': 'area', 'community-doctor': 'area', 'county-health': 'area' },
  'plan.what-if': { ...policyEditors, ...levels('figures'), 'street-officer': 'area', ...county('area') },
  'plan.supervision': { 'street-officer': 'area', ...county('area') },
  'plan.state-measure': community('area'),
  'plan.lines': { 'street-officer': 'area', ...county('area') },
  'plan.name-line-owner': { 'community-director': 'area', 'street-officer': 'area' },
  'plan.goal': { ...community('area'), 'community-doctor': 'area', 'street-officer': 'area', ...county('area') },
  // who asked for help, by name: carers of a whole community
  'plan.goal-people': {
    ...{ 'community-worker': 'area', 'community-director': 'area' },
    ...{ 'community-doctor': 'area', 'county-health': 'area' },
  },
  'plan.regime-switch': { ...levels('figures'), ...community('area'), 'street-officer': 'area', ...county('area') },
  'plan.end-old-measures': { 'community-director': 'area' },
  'plan.timeline': { ...levels('figures'), ...policyEditors, ...community('area'), ...atDoors('area') },
  'plan.place-marks': { 'street-officer': 'figures', ...county('figures') },
  'plan.mark-places': { 'street-officer': 'figures', ...county('figures') },
  // numbers that no clause gives: everybody sees them, the county chooses
  'plan.settings': { ...levels('figures'), ...policyEditors, ...community('area') },
  'plan.choose-setting': county('figures'),
  'plan.detail-measure': { 'community-worker': 'area', 'community-director': 'area' },
  'plan.add-measure': { 'community-director': 'area' },
  'plan.judge-measure': { 'street-officer': 'area', ...county('area') },
  'plan.end-own-measure': { 'community-director': 'area' },
  // over-control
  'plan.over-control': { 'community-director': 'area', 'street-officer': 'area', ...overseers },
  'plan.tell-control': { ...community('area'), ...atDoors('area'), 'street-officer': 'area', ...county('area') },
  'plan.warn-control': overseers,
  'plan.answer-control': { 'community-director': 'area', 'street-officer': 'area', ...county('area') },
  'plan.stop-control': overseers,
  'plan.confirm-stopped': overseers,
  'plan.allow-control': overseers,
}
