import Type from 'typebox'
import { command, query } from '../../endpoint.ts'
import { CommunityCode, Day, Id, Listing, Maybe, OneOf, Page, Text } from '../../schema.ts'
import { Unit, UnitKind } from './unit.ts'

const to_visit = Type.Optional(OneOf('firms', 'elder-care'))

/** The units of a community, by kind and name; `to_visit`: firms, or sites of elder care, whose next look has come. */
export const listUnits = query({
  name: 'places.units',
  at: 'GET /places/units',
  words: { zh: '看辖区单位', en: 'See the units of a community' },
  input: Type.Object({ community: CommunityCode, kind: Type.Optional(UnitKind), to_visit, ...Page.properties }),
  reply: Listing(Unit),
})

/** Adds a unit (no version) or changes what is known of it. */
export const saveUnit = command({
  name: 'places.save-unit',
  at: 'POST /places/units',
  words: { zh: '登记辖区单位', en: 'Record a unit' },
  input: Type.Object({
    id: Id,
    community: CommunityCode,
    kind: UnitKind,
    name: Text(60, 1),
    address: Text(100),
    headcount: Maybe(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
    contact: Text(40),
    phone: Maybe(Type.String({ pattern: '^[0-9+() -]{3,20}$', maxLength: 20 })),
    version: Type.Optional(Type.Integer({ minimum: 1 })),
  }),
  reply: Type.Object({ id: Id, version: Type.Integer() }),
})

/** A unit that closed or moved away; what was found there stays on record. */
export const endUnit = command({
  name: 'places.end-unit',
  at: 'POST /places/units/:id/end',
  words: { zh: '单位已撤', en: 'A unit is no more' },
  input: Type.Object({ id: Id, version: Type.Integer({ minimum: 1 }) }),
  reply: Type.Object({ id: Id, until: Day }),
})
