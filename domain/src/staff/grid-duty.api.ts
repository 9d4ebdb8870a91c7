import Type from 'typebox'
import { command, query } from '../endpoint.ts'
import { CommunityCode, Day, Id, Maybe, OneOf } from '../schema.ts'
import { GridDuty } from './grid-duty.ts'

/** Gives a grid to a worker from a day on, or to a stand-in for some days; no account leaves it vacant from that day. */
export const assignGrid = command({
  name: 'staff.assign-grid',
  at: 'POST /staff/grid-duties',
  words: { zh: '派网格员', en: 'Give a grid to a worker' },
  input: Type.Object({
    community: CommunityCode,
    grid: Id,
    /** Null: nobody; the grid is vacant from that day. */
    account: Maybe(Id),
    kind: OneOf('worker', 'stand-in'),
    from: Day,
    /** The first day it is over; a stand-in needs one. */
    until: Maybe(Day),
  }),
  reply: Type.Object({ duties: Type.Array(GridDuty) }),
})

/** All duties of the grids of a community, those of the past too, newest first. */
export const readGridDuties = query({
  name: 'staff.grid-duties',
  at: 'GET /staff/grid-duties/:community',
  words: { zh: '看谁管哪个网格', en: 'See who answers for which grid' },
  input: Type.Object({ community: CommunityCode }),
  reply: Type.Object({ duties: Type.Array(GridDuty) }),
})
