import Type, { type Static } from 'typebox'
import { Day } from '../schema.ts'

const names = Type.Optional(Type.Array(Type.String()))
const common = {
  name: Type.Optional(Type.String()),
  on: Day,
  place: Type.Optional(Type.String()),
  facts: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
  missing: names,
}
const closed = { additionalProperties: false }
const text = Type.Optional(Type.Union([Type.String(), Type.Null()]))

/** A question and what must come out; a control finds `kind rule`; phases are written `C7(1,3,7) M3(3)`: central, home (H), monitoring, days, test days. */
export const Case = Type.Union([
  Type.Object(
    {
      ...common,
      term: Type.String(),
      gives: Type.String(),
      or: names,
      certain: Type.Boolean(),
      rule: Type.Union([Type.String(), Type.Null()]),
    },
    closed,
  ),
  Type.Object(
    {
      ...common,
      plan: text,
      tier: text,
      choice: Type.Optional(Type.Boolean()),
      has: names,
      lacks: names,
      limits: names,
      free_of: names,
      rights: names,
      open: names,
      shut: names,
    },
    closed,
  ),
  Type.Object({ ...common, control: Type.String(), finds: Type.Array(Type.String()) }, closed),
  Type.Object({ ...common, grade: Type.String(), gives: text, by: text, rule: text }, closed),
  Type.Object(
    {
      ...common,
      setting: Type.String(),
      gives: Type.Union([Type.Number(), Type.String(), Type.Null()]),
      certain: Type.Optional(Type.Boolean()),
    },
    closed,
  ),
])
export type Case = Static<typeof Case>
