import { problems } from '@wangdi/domain/problem.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import { endPartyDuty, listPartyDuties, savePartyDuty, signPartyDuty } from '@wangdi/domain/staff/party-duties/party-duty.api.ts'
import { gapsOfDuties, type Party } from '@wangdi/domain/staff/party-duties/party-duty.ts'
import type { Db } from '../../platform/db.ts'
import { type Served, serve } from '../../platform/serve.ts'
import { addPartyDuty, changePartyDuty, findDutyPlace, listPartyDutiesOf } from './party-duty.queries.ts'

const placeOfDuty = async (db: Db, { id }: { id: Id }) => {
  const place = await findDutyPlace(db, id)
  if (place === undefined) throw problems.notFound({})
  return { place }
}

/** The duties of the four parties: set, signed for, ended. */
export const partyDutyRoutes: readonly Served[] = [
  serve(listPartyDuties, {
    run: async ({ db, actor, input, today }) => {
      const duties = await listPartyDutiesOf(db, input.place, today)
      // Above the county: what is answered for and whether it is signed, not by whom.
      const named = actor.place.length >= 6 || input.place === actor.place
      return {
        duties: named ? duties : duties.map((one) => ({ ...one, holder: '', signed_by: null })),
        ...gapsOfDuties(duties),
      }
    },
  }),
  serve(savePartyDuty, {
    about: async (db, { id, place, version }) => {
      if (version !== undefined && (await findDutyPlace(db, id)) !== place) throw problems.notFound({})
      return { place }
    },
    run: async ({ db, input, today, note }) => {
      const { version, place, id } = input
      const said = { party: input.party as Party, holder: input.holder.trim(), duty: input.duty.trim() }
      note({ duty: id })
      if (version === undefined) return { id, version: await addPartyDuty(db, { id, place, ...said }, today) }
      return { id, version: await changePartyDuty(db, id, version, { ...said, signed_on: null, signed_by: null }) }
    },
  }),
  serve(signPartyDuty, {
    about: placeOfDuty,
    run: async ({ db, input: { id, version, ...signed }, note }) => {
      note({ duty: id })
      return { id, version: await changePartyDuty(db, id, version, signed) }
    },
  }),
  serve(endPartyDuty, {
    about: placeOfDuty,
    run: async ({ db, input: { id, version }, today, note }) => {
      await changePartyDuty(db, id, version, { valid_to: today })
      note({ duty: id })
      return { id, until: today }
    },
  }),
]
