import type { Reach, Row } from './reach.ts'

/** Those who work at the desk of a community. */
export const community = (reach: Reach): Row => ({
  'community-worker': reach,
  'information-reporter': reach,
  'community-director': reach,
})

/** The three offices of a county. */
export const county = (reach: Reach): Row => ({ 'county-civil-affairs': reach, 'county-health': reach, 'county-leader': reach })

/** All offices from the street to the nation. */
export const levels = (reach: Reach): Row => ({
  'street-officer': reach,
  ...county(reach),
  'city-officer': reach,
  'province-officer': reach,
  'nation-officer': reach,
})

/** Every role there is. */
export const everyone = (reach: Reach): Row => ({
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

/** Those who go to the doors. */
export const atDoors = (reach: Reach): Row => ({ 'grid-worker': reach, 'community-doctor': reach })

/** Those who bring in rosters and settle what these leave open. */
export const importers: Row = { ...community('area'), 'street-officer': 'area', 'county-civil-affairs': 'area' }

/** Those who see a building door by door; a grid worker the doors of the own grids. */
export const doorReaders: Row = {
  'street-officer': 'area',
  ...community('area'),
  'community-doctor': 'area',
  'grid-worker': 'grid',
}

/** Those who redraw grids and say who answers for which. */
export const gridRedrawers: Row = { 'community-director': 'area', 'street-officer': 'area', 'county-civil-affairs': 'area' }

/** Those who inspect and those who are inspected; above the county figures alone. */
export const inspectors: Row = { ...levels('figures'), ...county('area'), 'street-officer': 'area', ...community('area') }

/** Those who give out accounts: the director in the own community, the security administrator in the county. */
export const accountKeepers: Row = { 'community-director': 'figures', 'security-administrator': 'figures' }

/** Authorities of county level and above that open responses and publish orders. */
export const responders: Row = {
  'county-leader': 'figures',
  'city-officer': 'figures',
  'province-officer': 'figures',
  'nation-officer': 'figures',
}

/** Those who write and publish policy packs. */
export const policyEditors: Row = { 'policy-editor': 'figures' }

/** Those who confirm risk levels and classes. */
export const levelDeciders: Row = { 'county-health': 'figures', 'county-leader': 'figures' }

/** Those whom a notice may name to record its facts or confirm its levels. */
export const namedByNotices: Row = {
  ...levelDeciders,
  'community-director': 'figures',
  'community-doctor': 'figures',
  'street-officer': 'figures',
  'city-officer': 'figures',
  'province-officer': 'figures',
}

/** Those who draft control orders, where the building is known. */
export const orderDrafters: Row = { 'community-director': 'area', 'street-officer': 'area', ...county('area') }

/** Those who look after people's health. */
export const carers: Row = {
  'grid-worker': 'grid',
  'community-worker': 'area',
  'community-director': 'area',
  'community-doctor': 'area',
  'county-health': 'area',
}

/** Where somebody can come and ask. */
export const desks: Row = { ...community('area'), 'community-doctor': 'area', 'street-officer': 'area', ...county('area') }

/** Those who answer what was asked; above the county with figures alone. */
export const offices: Row = {
  'community-worker': 'area',
  'community-director': 'area',
  'street-officer': 'area',
  ...county('area'),
  'city-officer': 'figures',
  'province-officer': 'figures',
}

/** Those who answer for restrictions of others. */
export const overseers: Row = {
  ...county('area'),
  'city-officer': 'figures',
  'province-officer': 'figures',
  'nation-officer': 'figures',
}
