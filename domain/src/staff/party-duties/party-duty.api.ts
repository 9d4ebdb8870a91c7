import Type from 'typebox'
import { command, query } from '../../endpoint.ts'
import { Day, Id, PlaceCode, Text } from '../../schema.ts'
import { Party, PartyDuty } from './party-duty.ts'

/** Who of the four parties answers for what at a place, what is signed, and which party has nothing to answer for. */
export const listPartyDuties = query({
  name: 'staff.party-duties',
  at: 'GET /staff/party-duties',
  words: { zh: '看四方责任', en: 'See the duties of the four parties' },
  input: Type.Object({ place: PlaceCode }),
  reply: Type.Object({
    duties: Type.Array(PartyDuty, { maxItems: 500 }),
    without: Type.Array(Party, { maxItems: 4 }),
    unsigned: Type.Integer(),
  }),
})

/** Sets a duty (no version) or changes its words; a change takes the signature away, since something else was signed. */
export const savePartyDuty = command({
  name: 'staff.save-party-duty',
  at: 'POST /staff/party-duties',
  words: { zh: '定四方责任', en: 'Set a duty of the four parties' },
  input: Type.Object({
    id: Id,
    place: PlaceCode,
    party: Party,
    holder: Text(60, 1),
    duty: Text(300, 1),
    version: Type.Optional(Type.Integer({ minimum: 1 })),
  }),
  reply: Type.Object({ id: Id, version: Type.Integer() }),
})

/** Records that the holder signed for it. */
export const signPartyDuty = command({
  name: 'staff.sign-party-duty',
  at: 'POST /staff/party-duties/:id/sign',
  words: { zh: '登记签收责任', en: 'Record a signature' },
  input: Type.Object({ id: Id, version: Type.Integer({ minimum: 1 }), signed_on: Day, signed_by: Text(40, 1) }),
  reply: Type.Object({ id: Id, version: Type.Integer() }),
})

/** Ends a duty; who held it when stays on record. */
export const endPartyDuty = command({
  name: 'staff.end-party-duty',
  at: 'POST /staff/party-duties/:id/end',
  words: { zh: '撤销责任', en: 'End a duty' },
  input: Type.Object({ id: Id, version: Type.Integer({ minimum: 1 }) }),
  reply: Type.Object({ id: Id, until: Day }),
})
