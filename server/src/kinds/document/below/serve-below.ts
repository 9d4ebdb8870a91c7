import { shanghaiDay } from '@wangdi/domain/day.ts'
import { belowVerbs } from '@wangdi/domain/kinds/document/below/below.api.ts'
import type { DocumentKind } from '@wangdi/domain/kinds/document/document.ts'
import { problems } from '@wangdi/domain/kinds/kinds.problems.ts'
import { problems as common } from '@wangdi/domain/problem.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { v7 as newId } from 'uuid'
import { type Served, serve } from '../../../platform/serve.ts'
import { placeNames } from '../../paper/export.queries.ts'
import { openPhones } from '../../request/seal-phones.ts'
import { findPaper } from '../document.queries.ts'
import { keepReceipt, listBelow, listFromAbove, listReceipts } from './given.queries.ts'

/** What a street or the county gives out to its communities: they read it and say that they received it; it sees who did not. */
export function serveBelow(kind: DocumentKind): readonly Served[] {
  const verbs = belowVerbs(kind)
  if (!verbs) return []
  return [
    serve(verbs.fromAbove, {
      run: async ({ db, input, fields: cipher }) => {
        const { place } = input as unknown as { place: PlaceCode }
        const rows = await listFromAbove(db, [kind.name], place)
        const names = await placeNames(
          db,
          rows.map(({ from }) => from),
        )
        return {
          rows: rows.map(({ kind: _, said, ...row }) => ({
            ...{ ...row, from_name: names.get(row.from) ?? row.from, fields: openPhones(cipher, kind.fields, said) },
          })),
        }
      },
    }),
    serve(verbs.acknowledge, {
      run: async ({ db, actor, input, at, command, note }) => {
        const { id, place, version } = input as unknown as { id: Id; place: PlaceCode; version: number }
        const [given] = place.length === 12 ? await listFromAbove(db, [kind.name], place, [id]) : []
        if (!given) throw common.notFound({})
        if (given.version !== version) throw problems.notNewest({ version: given.version })
        const receipt = { id: command ?? newId(), document: id, version, community: place, kind: kind.name }
        await keepReceipt(db, { ...receipt, at, by_account: actor.account })
        note({ paper: id })
        return { id, version, received_on: given.received_on ?? shanghaiDay(at.getTime()) }
      },
    }),
    serve(verbs.receivers, {
      about: async (db, input) => {
        const paper = await findPaper(db, kind.name, (input as { id: Id }).id)
        if (!paper) throw common.notFound({})
        return { place: paper.community }
      },
      run: async ({ db, input, today }) => {
        const { id } = input as unknown as { id: Id }
        const paper = await findPaper(db, kind.name, id)
        const version = paper?.standing.in_force ?? null
        if (!paper || version === null || paper.community.length === 12) return { rows: [], received: 0, left: 0 }
        const receipts = await listReceipts(db, id, version)
        const rows = (await listBelow(db, paper.community, today)).map(({ place, name }) => {
          const { received_on = null, by = null } = receipts.get(place) ?? {}
          return { place, name, received_on, by }
        })
        const received = rows.filter(({ received_on }) => received_on !== null).length
        return { rows, received, left: rows.length - received }
      },
    }),
  ]
}
