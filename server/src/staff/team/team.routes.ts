import { problems } from '@wangdi/domain/problem.ts'
import { endMember, readTeam, saveMember } from '@wangdi/domain/staff/team/team.api.ts'
import { chainOf, gapsOf } from '@wangdi/domain/staff/team/team.rules.ts'
import { type Served, serve } from '../../platform/serve.ts'
import { sealDutyPhone } from '../duty-phone.ts'
import { listAncestry } from '../session.queries.ts'
import { endMemberRow, findMemberPlace, listTeamAndChain, saveMemberRow } from './team.queries.ts'

/** The verbs of working groups. */
export const teamRoutes: readonly Served[] = [
  serve(readTeam, {
    run: async ({ db, input, today, fields }) => {
      const all = await listTeamAndChain(db, fields, input.community, today)
      const members = all.filter((member) => member.place === input.community)
      const names = new Map((await listAncestry(db, input.community)).map(({ code, name }) => [code, name]))
      const chain = chainOf(input.community, all).map((link) => ({ ...link, placeName: names.get(link.place) ?? link.place }))
      return { members, ...gapsOf(members), chain }
    },
  }),
  serve(saveMember, {
    about: async (db, { id, place, version }) => {
      const kept = await findMemberPlace(db, id)
      if (version !== undefined && kept?.place !== place) throw problems.notFound({})
      return { place }
    },
    run: async ({ db, input, today, note, fields }) => {
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
