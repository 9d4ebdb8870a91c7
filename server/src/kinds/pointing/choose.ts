import { reachOf } from '@wangdi/domain/access/access.ts'
import { chooseOf, mostOffered } from '@wangdi/domain/kinds/pointing/choose.api.ts'
import { problems as common } from '@wangdi/domain/problem.ts'
import { ofCommunity, type Served, serve } from '../../platform/serve.ts'
import { knownKind } from './known.ts'
import { listRecordsToChoose, listThingsToChoose } from './pointed.queries.ts'

// Of requests and papers so many of the newest are looked through.
const mostSought = 500
const plain = (text: string) => text.replace(/\s+/g, '').toLowerCase()

/** What of a kind may be chosen: only of kinds whose whole list the role sees, and nothing of health data. */
export const choose: Served = serve(chooseOf, {
  about: ofCommunity,
  run: async ({ db, actor, input: { place, kind: name, text = '' }, saw }) => {
    const kind = knownKind(name)
    if (!kind || kind.health || reachOf(`${name}.see`, actor.role) !== 'area') throw common.notFound({})
    const found =
      kind.mechanism === 'register'
        ? await listThingsToChoose(db, kind, place, text.trim(), mostOffered + 1)
        : (await listRecordsToChoose(db, kind, place, mostSought)).filter(({ words }) => plain(words).includes(plain(text)))
    const rows = found.slice(0, mostOffered)
    saw(rows.map(({ about }) => about))
    return { rows: rows.map(({ id, words }) => ({ id, words })), more: found.length > rows.length }
  },
})
