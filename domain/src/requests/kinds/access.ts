import { accessOf } from '../../kinds/access-of.ts'
import { affair } from './affair.kind.ts'
import { business } from './business.kind.ts'
import { lineCall } from './call.kind.ts'
import { counsellor } from './lists/counsellor.kind.ts'
import { discrimination } from './discrimination.kind.ts'
import { errand } from './errand.kind.ts'
import { guide } from './guide.kind.ts'
import { line } from './line.kind.ts'
import { mediation } from './mediation.kind.ts'
import { problem } from './problem.kind.ts'
import { psych } from './psych.kind.ts'
import { shop } from './lists/shop.kind.ts'
import { stayer } from './lists/stayer.kind.ts'
import { talk } from './talk.kind.ts'

const desk = { 'community-worker': 'area', 'community-director': 'area' } as const
const lead = { 'community-director': 'area' } as const
const street = { 'street-officer': 'area' } as const
const county = { 'county-civil-affairs': 'area', 'county-health': 'area', 'county-leader': 'area' } as const
const above = { ...street, ...county } as const
const raising = { ...desk, ...street } as const
const clinic = { ...desk, 'community-doctor': 'area' } as const
const helper = { volunteer: 'given', 'grid-worker': 'given' } as const

/** Who may do what with errands: desks see and give, a helper does what was given and sees nothing else. */
export const errandAccess = accessOf(errand, {
  see: { ...desk, ...street, 'grid-worker': 'grid' },
  get: { ...desk, ...street, 'grid-worker': 'grid' },
  ...{ export: desk, mine: helper },
  take: { ...desk, 'grid-worker': 'grid' },
  ...{ give: desk, 'take-back': desk, 'hand-on': desk, confirm: desk },
  ...{ done: { ...desk, ...helper }, 'not-done': { ...desk, ...helper } },
})

/** Who takes a government affair in and does it: the community, or the street that it is handed on to. */
export const affairAccess = accessOf(affair, {
  ...{ see: raising, get: raising, export: raising, take: desk, give: raising, 'take-back': raising, 'hand-on': raising },
  ...{ done: raising, 'not-done': raising, confirm: desk },
})

/** Who takes calls and answers them; the street decides where offices disagree. */
export const callAccess = accessOf(lineCall, {
  ...{ see: { ...clinic, ...street }, get: { ...clinic, ...street }, take: clinic, answer: clinic, step: clinic, accept: clinic },
  ...{ 'ask-side': lead, side: lead, 'send-back': lead, 'ask-review': lead, keep: street, redirect: street, review: street },
  export: lead,
})

/** Who takes down what shops, firms and farms need, and sees to it. */
export const businessAccess = accessOf(business, {
  ...{ see: raising, get: raising, export: raising, take: desk, give: raising, 'take-back': raising, 'hand-on': raising },
  ...{ done: raising, 'not-done': raising, confirm: desk },
})

/** Who raises a problem, who answers it, and who looks at the answer again. */
export const problemAccess = accessOf(problem, {
  ...{ see: { ...desk, ...above }, get: { ...desk, ...above }, export: { ...desk, ...above } },
  ...{ take: raising, accept: raising, 'ask-review': raising, side: raising },
  ...{ answer: above, step: above, 'ask-side': above, 'send-back': above, keep: county, redirect: county, review: county },
})

/** Who takes a report of discrimination down, stops it, and looks again. */
export const discriminationAccess = accessOf(discrimination, {
  ...{ see: raising, get: raising, export: lead, take: desk, answer: lead, step: desk, accept: desk, 'ask-review': desk },
  ...{ 'ask-side': lead, side: lead, 'send-back': lead, keep: street, redirect: street, review: street },
})

/** Who mediates and reads of it: those of the committee, and nobody above (人民调解法 §15: no leak). */
export const mediationAccess = accessOf(mediation, {
  ...{ see: desk, get: desk, export: lead, open: desk, entry: desk, 'one-agrees': desk, 'other-agrees': desk },
  ...{ meet: desk, extend: desk, agree: desk, refuse: desk, close: desk },
})

const doctor = { 'community-doctor': 'area' } as const

/** Who takes a case of psychological help down, and the doctor who sees to it; nobody above the community reads of it. */
export const psychAccess = accessOf(psych, {
  ...{ see: { ...doctor, ...lead }, get: { ...doctor, ...lead }, open: clinic },
  ...{ entry: doctor, 'next-day': doctor, refer: doctor, 'pass-on': doctor, close: doctor, reopen: doctor },
})

/** Who keeps hotlines and direct lines; all who answer at a desk look them up. */
export const lineAccess = accessOf(line, {
  ...{ see: { ...clinic, ...above }, get: { ...clinic, ...above }, add: clinic, change: clinic, end: lead },
  'still-right': clinic,
  ...{ export: { ...clinic, ...above }, 'preview-import': clinic, import: clinic },
})

/** Who keeps the guide to affairs; a second person approves it. */
export const guideAccess = accessOf(guide, {
  ...{ see: { ...desk, ...above }, get: { ...desk, ...above }, add: raising, change: raising },
  'still-right': raising,
  ...{ approve: { ...lead, ...street }, end: { ...lead, ...street } },
  ...{ export: { ...desk, ...above }, 'preview-import': raising, import: raising },
})

/** Who keeps the list of psychological services; all who answer at a desk look them up. */
export const counsellorAccess = accessOf(counsellor, {
  ...{ see: { ...clinic, ...above }, get: { ...clinic, ...above }, add: clinic, change: clinic, end: lead },
  'still-right': clinic,
  ...{ export: { ...clinic, ...above }, 'preview-import': clinic, import: clinic },
})

/** Who keeps the list of shops, and says whether they are open. */
export const shopAccess = accessOf(shop, {
  ...{
    see: { ...desk, ...above },
    get: { ...desk, ...above },
    add: raising,
    change: raising,
    'still-right': raising,
    'set-state': raising,
    end: raising,
  },
  ...{ export: raising, 'preview-import': raising, import: raising },
})

/** Who keeps the list of those who stay for the festival: the desk where they live; the street reads along. */
export const stayerAccess = accessOf(stayer, {
  ...{ see: raising, get: raising, add: desk, change: desk, 'still-right': desk, end: desk },
  ...{ export: raising, 'preview-import': desk, import: desk },
})

/** Who has a building talked to, and who goes to its doors. */
export const talkAccess = accessOf(talk, {
  ...{ see: raising, get: raising, export: lead, take: desk, give: desk, 'take-back': desk, 'hand-on': desk },
  ...{ done: raising, 'not-done': raising, confirm: desk },
})
