import { reachOf } from '@wangdi/domain/access/access.ts'
import { listOfDoor } from '@wangdi/domain/kinds/request/of-door.api.ts'
import { type Served, serve } from '../platform/serve.ts'
import { declaredRequests } from './inbox/inbox.ts'
import { listOfDoorKinds, listThingsOfDoor } from './of-door.queries.ts'
import { knownRegisters } from './pointing/known.ts'
import { getDoorAim } from './request/aim.queries.ts'
import { askedRow } from './request/see.ts'

const most = { open: 50, ended: 20, things: 50 } as const

/** What concerns a door over all kinds whose list the role may see, open and ended. */
export const ofDoor: Served = serve(listOfDoor, {
  about: async (db, { dwelling }) => ({ place: (await getDoorAim(db, dwelling)).place, dwelling }),
  run: async ({ db, actor, input: { dwelling }, at, note, saw }) => {
    const { place: community } = await getDoorAim(db, dwelling)
    const names = declaredRequests().flatMap(({ name }) => (reachOf(`${name}.see`, actor.role) ? [name] : []))
    const among = { community, dwelling, names }
    const open = await listOfDoorKinds(db, { ...among, ended: false, most: most.open + 1 })
    const ended = await listOfDoorKinds(db, { ...among, ended: true, most: most.ended + 1 })
    // A register is read whole: whoever sees but their own doors is shown nothing of one.
    const registers = knownRegisters().flatMap(({ name }) => (reachOf(`${name}.see`, actor.role) === 'area' ? [name] : []))
    const things = await listThingsOfDoor(db, { community, dwelling, names: registers, most: most.things })
    note({ dwelling })
    saw([dwelling])
    const rowsOf = (rows: typeof open, upTo: number) => rows.slice(0, upTo).map((row) => askedRow(row, at.toISOString()))
    return {
      open: rowsOf(open, most.open),
      ended: rowsOf(ended, most.ended),
      things,
      ...{ moreOpen: open.length > most.open, moreEnded: ended.length > most.ended },
    }
  },
})
