import { reachOf } from '@wangdi/domain/access/access.ts'
import type { HeldPaper } from '@wangdi/domain/kinds/document/held-paper.ts'
import { inForceOf, type Paper } from '@wangdi/domain/kinds/document/document.rules.ts'
import type { HeldCheck, HeldThing } from '@wangdi/domain/kinds/round/held-round.ts'
import { turnOfRound } from '@wangdi/domain/kinds/round/round.rules.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import { phoneKinds, phonePapers, phoneRounds } from '@wangdi/domain/sync/phone-kinds.ts'
import { isInTurn } from '@wangdi/domain/sync/turn.rules.ts'
import { sql } from 'kysely'
import { listFromAbove, openOnPhone, openPhones } from '../kinds/index.ts'
import { countyOf } from '../platform/db.ts'
import { among } from './door.queries.ts'
import type { Feed } from './feed.ts'

/** Requests of the kinds that phones carry, as far as the role sees them; whoever goes by grids holds those of their doors alone. */
export const askedFeed: Feed<'asked'> = {
  kind: 'asked',
  subjects: ['kind_request'],
  stays: true,
  async list({ db, community, role, fields }, pick) {
    const rows = await Promise.all(
      [true, false].map(async (isArea) => {
        const kinds = phoneKinds.filter(({ name, health }) => {
          const reach = reachOf(`${name}.see`, role)
          return !health && (isArea ? reach === 'area' : reach === 'grid')
        })
        return kinds.length === 0 ? [] : openOnPhone(db, fields, community, kinds, { ...pick, everywhere: isArea })
      }),
    )
    return rows.flat().map((row) => ({ dwelling: row.dwelling, row }))
  },
}

const roundsFor = (role: Role) => phoneRounds.filter(({ name, health }) => !health && reachOf(`${name}.see`, role) === 'area')

/** The things of a community that the rounds of phones go to; they belong to no door. */
export const thingFeed: Feed<'thing'> = {
  kind: 'thing',
  subjects: ['kind_thing'],
  async list({ db, community, role }, pick) {
    const kinds = [...new Set(roundsFor(role).map(({ over }) => over.things as string))]
    if (kinds.length === 0) return []
    const asked = pick.by === 'dwelling' ? sql`` : sql`and ${among('t.id', pick)}`
    const { rows } = await sql<HeldThing>`select t.id, t.kind, t.title, t.own from kind_thing t
      where t.county = ${countyOf(db)} and t.community = ${community} and t.kind = any (${sql.val(kinds)}::text[])
        and t.state = 'live' ${asked} order by t.title, t.id`.execute(db)
    return rows.map((row) => ({ dwelling: null, row }))
  },
}

/** The looks at them in the turns that run. */
export const checkFeed: Feed<'check'> = {
  kind: 'check',
  subjects: ['kind_check'],
  async list({ db, community, role, today }, pick) {
    const rounds = roundsFor(role)
    if (rounds.length === 0) return []
    const names = rounds.map(({ name }) => name as string)
    const from = rounds.map((round) => turnOfRound(round, today).from).reduce((first, day) => (day < first ? day : first))
    const asked = pick.by === 'dwelling' ? sql`` : sql`and ${among('k.id', pick)}`
    const { rows } = await sql<HeldCheck>`select k.id, k.kind, k.thing,
        to_char(k.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, k.values, k.replaces
      from kind_check k where k.county = ${countyOf(db)} and k.kind = any (${sql.val(names)}::text[]) and k.community = ${community}
        and k.day >= ${from} ${asked} order by k.at, k.id`.execute(db)
    return rows.filter((row) => isInTurn(row, today)).map((row) => ({ dwelling: null, row }))
  },
}

/** The documents of a community that hold, and what those above gave out to it, for those who see them, with the phones in them opened; they belong to no door. */
export const paperFeed: Feed<'paper'> = {
  kind: 'paper',
  subjects: ['kind_document', 'kind_document_given'],
  async list({ db, community, role, fields: cipher }, pick) {
    const kinds = phonePapers.filter(({ name, health }) => !health && reachOf(`${name}.see`, role) === 'area')
    if (kinds.length === 0) return []
    const asked = pick.by === 'dwelling' ? sql`` : sql`and ${among('d.id', pick)}`
    const { rows } = await sql<{ id: Id; kind: string; title: string; standing: Paper }>`select d.id, d.kind, d.title, d.standing
      from kind_document d where d.county = ${countyOf(db)} and d.community = ${community}
        and d.kind = any (${sql.val(kinds.map(({ name }) => name as string))}::text[]) and d.in_force is not null ${asked}
      order by d.title, d.id`.execute(db)
    const fieldsOf = (name: string) => kinds.find((kind) => kind.name === name)?.fields ?? {}
    const own = rows.flatMap(({ standing, ...row }) => {
      const holds = inForceOf(standing)
      if (!holds) return []
      const { version, in_force_from, until, issued, received, values } = holds
      const fields = openPhones(cipher, fieldsOf(row.kind), values)
      const paper: HeldPaper = {
        ...{
          ...row,
          community,
          version,
          number: issued?.number ?? null,
          in_force_from,
          until,
          review_on: standing.review_on,
          fields,
        },
        ...{ received: received.length, received_on: received.at(-1)?.on ?? null },
      }
      return [paper]
    })
    const read = kinds
      .filter(({ name, below }) => below && reachOf(`${name}.from-above`, role) === 'area')
      .map(({ name }) => name)
    const given = await listFromAbove(db, read, community, pick.by === 'dwelling' ? undefined : pick.ids)
    const above = given.map(({ from, said, received_on, ...row }): HeldPaper => {
      const fields = openPhones(cipher, fieldsOf(row.kind), said)
      return { ...row, community: from, fields, received: received_on === null ? 0 : 1, received_on }
    })
    return [...own, ...above].map((row) => ({ dwelling: null, row }))
  },
}
