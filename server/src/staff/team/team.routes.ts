import { problems } from '@wangdi/domain/problem.ts'
import type { PlaceCode } from '@wangdi/domain/schema.ts'
import { endMember, readTeam, saveMember } from '@wangdi/domain/staff/team/team.api.ts'
import { chainOf, gapsOf } from '@wangdi/domain/staff/team/team.rules.ts'
import { type Actor, type Served, serve } from '../../platform/serve.ts'
import { sealDutyPhone } from '../duty-phone.ts'
import { listAncestry } from '../session.queries.ts'
import { countPosts, endMemberRow, findMemberPlace, listTeamAndChain, saveMemberRow } from './team.queries.ts'

// Above the county nobody below is named, so nobody is given a post there either.
function refuseNaming(actor: Actor, place: PlaceCode): void {
  if (actor.place.length < 6 && place !== actor.place) throw problems.notFound({})
}

/** The verbs of working groups. */
export const teamRoutes: readonly Served[] = [
  serve(readTeam, {
    run: async ({ db, input, today, fields }) => {
      const all = await listTeamAndChain(db, fields, input.community, today)
      const members = all.filter((member) => member.place === input.community)
      const names = new Map((await listAncestry(db, input.community)).map(({ code, name }) => [code, name]))
      const chain = chainOf(input.community, all).map((link) => ({ ...link, placeName: names.get(link.place) ?? link.place }))
      const held = await countPosts(db, input.community, today)
      return { members, held, ...gapsOf(held), chain }
    },
  }),
  serve(saveMember, {
    about: async (db, { id, place, version }) => {
      const kept = await findMemberPlace(db, id)
      if (version !== undefined && kept?.place !== place) throw problems.notFound({})
      return { place }
    },
    run: async ({ db, actor, input, today, note, fields }) => {
      refuseNaming(actor, input.place)
      const { version, phone, ...member } = input
      note({ member: member.id })
      return { id: member.id, version: await saveMemberRow(db, { ...member, ...sealDutyPhone(fields, phone) }, version, today) }
    },
  }),
  serve(endMember, {
    about: async (db, { id }) => {
      const kept = await findMemberPlace(db, id)
      if (!kept) throw problems.notFound({})
      return kept
    },
    run: async ({ db, input, today, note }) => {
      await endMemberRow(db, input.id, input.version, today)
      note({ member: input.id })
      return { id: input.id, until: today }
    },
  }),
]
