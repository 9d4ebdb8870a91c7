import { maskDocumentNumber } from '@wangdi/domain/people/identity-number.ts'
import { problems as people } from '@wangdi/domain/people/people.problems.ts'
import { maskPhone } from '@wangdi/domain/people/phone.ts'
import {
  keepApart,
  linkPeople,
  listPile,
  type PileItem,
  settleAddress,
  settleWords,
  unlinkPeople,
  unsettleAddress,
  unsettleWords,
} from '@wangdi/domain/people/pile/pile.api.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import { problems } from '@wangdi/domain/problem.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { doorKey } from '@wangdi/domain/people/roster/address.ts'
import { openDoors } from '../../places/index.ts'
import type { Db } from '../../platform/db.ts'
import type { FieldCipher } from '../../platform/secrets/fields.ts'
import { type Request, type Served, serve } from '../../platform/serve.ts'
import { findWhereabouts, hasDwelling } from '../people.queries.ts'
import {
  endLink,
  findLinkPlace,
  findPilePlace,
  insertLink,
  listOpenPile,
  lockAddress,
  lockLink,
  lockSettledAddress,
  moveTo,
  type PileRow,
  reopen,
  settle,
  settlePair,
  settleWords as keepSettled,
} from './pile.queries.ts'

const sideOf = (side: PileRow['person'], fields: FieldCipher): PileItem['person'] => ({
  id: side.id,
  name: side.name,
  sex: side.sex,
  born: side.born,
  document: side.document === null ? null : maskDocumentNumber(fields.open('document', side.document)),
  phone: side.phone === null ? null : maskPhone(fields.open('phone', side.phone)),
  door: doorText(side.door),
})

// The roster's door has empty texts where the register has none.
const told = (door: NonNullable<PileRow['door']>) =>
  doorText({
    estate: door.estate || null,
    building: door.building || null,
    unit: door.unit || null,
    room: door.room || null,
    group: door.group || null,
    house: door.house || null,
  })

const placeOf = (place: PlaceCode | undefined) => {
  if (place === undefined) throw problems.notFound({})
  return { place }
}

const aboutFirst = async (db: Db, { one }: { one: Id }) => placeOf((await findWhereabouts(db, one))?.place)

const saying =
  (state: 'same' | 'different') =>
  async ({ db, input, actor, note, whyNotReach }: Request<{ id: Id; one: Id; other: Id }>) => {
    const [one, other] = [await findWhereabouts(db, input.one), await findWhereabouts(db, input.other)]
    if (!one || !other || input.one === input.other || (await whyNotReach(other))) throw people.notFound({})
    const link = { id: input.id, community: one.place, one: input.one, other: input.other, state, by: actor.account }
    if (!(await insertLink(db, link))) throw problems.moved({ by: '', at: '', version: 1 })
    await settlePair(db, input.one, input.other, state, actor.account)
    note({ link: input.id, one: input.one, other: input.other })
    return { id: input.id }
  }

const dealing =
  (isDone: boolean) =>
  async ({ db, input, actor, note }: Request<{ id: Id }>) => {
    if (!(await keepSettled(db, input.id, isDone ? actor.account : null))) throw problems.notFound({})
    note({ pile: input.id, settled: isDone ? 'done' : 'open' })
    return { id: input.id }
  }

/** The verbs of what an import left to be settled by a person. */
export const pileVerbs: readonly Served[] = [
  serve(listPile, {
    run: async ({ db, input, fields, saw }) => {
      const { rows, total } = await listOpenPile(db, input.place, input.page ?? 0, input.size ?? 50)
      saw(rows.flatMap(({ person, other }) => [person.id, other?.id]))
      return {
        total,
        rows: rows.map(({ person, other, door, ...plain }) => ({
          ...plain,
          person: sideOf(person, fields),
          other: other && sideOf(other, fields),
          door: door && told(door),
        })),
      }
    },
  }),
  serve(linkPeople, { about: aboutFirst, run: saying('same') }),
  serve(keepApart, { about: aboutFirst, run: saying('different') }),
  serve(unlinkPeople, {
    about: async (db, { id }) => placeOf(await findLinkPlace(db, id)),
    run: async ({ db, input, actor, note }) => {
      const link = await lockLink(db, input.id)
      if (!link) throw problems.notFound({})
      await endLink(db, input.id)
      await settlePair(db, link.one, link.other, null, actor.account)
      note({ link: input.id, ...link })
      return { id: input.id }
    },
  }),
  serve(settleAddress, {
    about: async (db, { id }) => placeOf(await findPilePlace(db, id)),
    run: async ({ db, input, actor, clock, note }) => {
      const open = await lockAddress(db, input.id)
      if (!open) throw problems.notFound({})
      const before = (await findWhereabouts(db, open.person))?.dwelling ?? null
      if (input.choice === 'move') {
        const doors = await openDoors(db, open.place, doorKey)
        await doors.ensure([{ door: open.door, use: 'unknown' }])
        const dwelling = doors.idOf(open.door)
        if (dwelling) await moveTo(db, open.person, dwelling, actor.account, { why: 'roster', at: clock.now() })
      }
      await settle(db, input.id, input.choice, actor.account)
      note({ pile: input.id, person: open.person, choice: input.choice })
      return { id: input.id, before }
    },
  }),
  serve(settleWords, { about: async (db, { id }) => placeOf(await findPilePlace(db, id)), run: dealing(true) }),
  serve(unsettleWords, { about: async (db, { id }) => placeOf(await findPilePlace(db, id)), run: dealing(false) }),
  serve(unsettleAddress, {
    about: async (db, { id }) => placeOf(await findPilePlace(db, id)),
    run: async ({ db, input, actor, clock, note }) => {
      const { id, before } = input
      const said = await lockSettledAddress(db, id)
      if (!said || (before !== null && !(await hasDwelling(db, said.place, before)))) throw problems.notFound({})
      if (said.settled === 'move') {
        const moved = (await openDoors(db, said.place, doorKey)).idOf(said.door)
        if ((await findWhereabouts(db, said.person))?.dwelling !== moved) throw people.movedSince({})
        await moveTo(db, said.person, before, actor.account, { why: 'taken-back', at: clock.now() })
      }
      await reopen(db, id)
      note({ pile: id, person: said.person, taken_back: said.settled })
      return { id }
    },
  }),
]
