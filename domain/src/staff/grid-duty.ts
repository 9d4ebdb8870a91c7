import Type, { type Static } from 'typebox'
import { Day, Id, Maybe, OneOf, Text } from '../schema.ts'

/** Who is responsible for a grid: its worker, or a stand-in (代班) for some days; `until` is the first day it is over. */
export const GridDuty = Type.Object({
  id: Id,
  grid: Id,
  gridName: Text(40),
  account: Id,
  name: Text(40),
  kind: OneOf('worker', 'stand-in'),
  from: Day,
  until: Maybe(Day),
})
export type GridDuty = Static<typeof GridDuty>
