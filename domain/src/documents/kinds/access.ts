import { atDoors, community, county, inspectors, levels } from '../../access/families.ts'
import { accessOf } from '../../kinds/access-of.ts'
import { contingency } from './contingency.kind.ts'
import { partyDuty } from './party-duty.kind.ts'

const street = { 'street-officer': 'area' } as const
const readers = { ...community('area'), ...atDoors('area'), ...street, ...county('area') }
const setters = { 'community-director': 'area', ...street, ...county('area') } as const

/** Who sees what a place answers for, and who sets it and records that it was signed. */
export const partyDutyAccess = accessOf(partyDuty, {
  ...{ see: readers, get: readers, export: { 'community-worker': 'area', ...setters } },
  ...{ add: setters, change: setters, sign: setters, end: setters, 'preview-import': setters, import: setters },
})

const desk = { 'community-worker': 'area', 'community-director': 'area' } as const
const planWriters = { 'community-worker': 'area', ...setters } as const

/** Who reads the plan of a place, here and above without names; who writes it, and who answers for it and approves what another wrote. */
export const contingencyAccess = accessOf(contingency, {
  ...{ see: inspectors, get: inspectors, standing: { ...levels('figures'), ...street, ...county('area') } },
  ...{ export: { ...community('area'), ...street, ...county('area') }, save: planWriters, approve: setters, withdraw: setters },
  ...{ 'from-above': { ...community('area'), ...street }, acknowledge: desk, receivers: { ...street, ...county('area') } },
})
