import { community as atDesk, county as inCounty } from '../../access/families.ts'
import { accessOf } from '../../kinds/access-of.ts'
import { campaign } from './cleaning/campaign.kind.ts'
import { cleanup } from './cleaning/cleanup.kind.ts'
import { committee } from './cleaning/committee.kind.ts'
import { departmentLetter } from './papers/department-letter.kind.ts'
import { disinfection } from './disinfection.kind.ts'
import { elderCheck } from './elder-check.kind.ts'
import { elderGuide } from './papers/elder-guide.kind.ts'
import { elderSite } from './elder-site.kind.ts'
import { facility } from './facility.kind.ts'
import { mend } from './mend.kind.ts'
import { patrol } from './patrol.kind.ts'
import { selfCheck } from './self-check.kind.ts'
import { suspension } from './suspension.kind.ts'
import { testPoint } from './test-point.kind.ts'
import { unit } from './units/unit.kind.ts'
import { waste } from './waste.kind.ts'
import { weakPoint } from './weak-point.kind.ts'

const desk = { 'community-worker': 'area', 'community-director': 'area' } as const
const street = { 'street-officer': 'area' } as const
const county = { 'county-civil-affairs': 'area', 'county-health': 'area', 'county-leader': 'area' } as const
const readers = { ...desk, 'community-doctor': 'area', ...street, ...county } as const
const decides = { 'community-director': 'area', ...street } as const

const bringing = { 'preview-import': { ...desk, ...street }, import: { ...desk, ...street } } as const

/** Who keeps the list of facilities, and who opens and shuts them. */
export const facilityAccess = accessOf(facility, {
  ...{ see: readers, get: readers, add: { ...desk, ...street }, change: { ...desk, ...street } },
  'still-right': { ...desk, ...street },
  ...{ 'set-state': decides, end: decides, export: readers, ...bringing },
})

/** Who keeps test points. */
export const testPointAccess = accessOf(testPoint, {
  ...{ see: readers, get: readers, add: { ...desk, ...street }, change: { ...desk, ...street } },
  'still-right': { ...desk, ...street },
  ...{ 'set-state': decides, end: decides, export: readers, ...bringing },
})

/** Who keeps the list of weak points. */
export const weakPointAccess = accessOf(weakPoint, {
  ...{ see: readers, get: readers, add: { ...desk, ...street }, change: { ...desk, ...street } },
  'still-right': { ...desk, ...street },
  ...{ 'set-state': decides, end: decides, export: readers, ...bringing },
})

const checking = { ...desk, 'community-doctor': 'area' } as const
const recording = { see: readers, get: readers, export: readers, record: checking, replace: checking } as const

/** Who records what was cleaned, and who sees how far it has come. */
export const disinfectionAccess = accessOf(disinfection, recording)
/** Who records self-checks of facilities. */
export const selfCheckAccess = accessOf(selfCheck, recording)
/** Who patrols weak points. */
export const patrolAccess = accessOf(patrol, recording)

/** Who finds something wrong, who puts it right, and who checks it; the level above decides what is sent back. */
export const mendAccess = accessOf(mend, {
  ...{ see: readers, get: readers, export: readers, find: { ...checking, ...street }, 'put-right': { ...desk, ...street } },
  ...{ checked: { ...desk, ...street }, 'still-wrong': { ...desk, ...street }, 'send-back': decides },
  ...{ keep: { ...street, ...county }, redirect: { ...street, ...county } },
})

/** Who keeps the files of elder-care sites; a second person approves what is said of them. */
export const elderSiteAccess = accessOf(elderSite, {
  ...{ see: readers, get: readers, add: checking, change: checking, approve: { ...checking, ...street } },
  'still-right': checking,
  ...{ 'set-state': decides, end: decides, export: readers, 'preview-import': checking, import: checking },
})
/** Who looks at elder-care sites. */
export const elderCheckAccess = accessOf(elderCheck, recording)

const receives = { ...checking, ...street } as const

/** Who hands medical waste over and who takes it; each signs for the own part. */
export const wasteAccess = accessOf(waste, {
  ...{ see: readers, get: readers, export: readers, plan: checking, leave: checking, tick: checking, arrive: receives },
  ...{ 'not-come': checking, 'turn-back': checking, end: checking },
})

const keeping = { ...desk, ...street } as const

/** Who keeps the record of health campaigns. */
export const campaignAccess = accessOf(campaign, {
  ...{ see: readers, get: readers, add: keeping, change: keeping, 'set-state': keeping, end: decides },
  ...{ export: readers, ...bringing },
})

/** Who keeps the committees and their members. */
export const committeeAccess = accessOf(committee, {
  ...{ see: readers, get: readers, add: keeping, change: keeping, end: decides, export: keeping, ...bringing },
  'still-right': keeping,
})

/** Who asks local organisations to clean, and who tells what came of it. */
export const cleanupAccess = accessOf(cleanup, {
  ...{ see: readers, get: readers, export: keeping, take: keeping, give: keeping, 'take-back': keeping, 'hand-on': keeping },
  ...{ done: keeping, 'not-done': keeping, confirm: keeping },
})

/** Who asks a place to close and writes down its answer; where offices disagree the street decides. */
export const suspensionAccess = accessOf(suspension, {
  ...{ see: readers, get: readers, export: decides, take: keeping, step: keeping, answer: keeping, accept: keeping },
  ...{ 'ask-side': keeping, side: keeping, 'send-back': decides, 'ask-review': keeping, keep: street, redirect: street },
  review: street,
})

/** Who writes to departments, who approves and gives it out in the name of the community, and who brings it there. */
export const departmentLetterAccess = accessOf(departmentLetter, {
  ...{ see: { ...desk, ...street, ...county }, get: { ...desk, ...street, ...county }, export: decides },
  ...{ save: desk, approve: decides, publish: decides, receive: desk, withdraw: decides },
})

/** Who writes the guide of elder-care sites, the clinic first, and who gives it out under the community. */
export const elderGuideAccess = accessOf(elderGuide, {
  ...{ see: readers, get: readers, export: readers },
  ...{ save: checking, approve: decides, publish: decides, receive: checking, withdraw: decides },
})

const ofUnits = { ...inCounty('area'), ...street, ...atDesk('area'), 'community-doctor': 'area' } as const
const keepsUnits = { ...atDesk('area'), ...street } as const

/** Who sees the units of a community, and who knows the ground and keeps the list of it. */
export const unitAccess = accessOf(unit, {
  ...{ see: ofUnits, get: ofUnits, export: keepsUnits, add: keepsUnits, change: keepsUnits, end: keepsUnits },
  ...{ 'preview-import': keepsUnits, import: keepsUnits },
})
