import { createHash } from 'node:crypto'
import { reachOf } from '@wangdi/domain/access/access.ts'
import { readGiven } from '@wangdi/domain/kinds/given.api.ts'
import { fieldsFor } from '@wangdi/domain/kinds/kind.ts'
import { standingForHelper } from '@wangdi/domain/kinds/request/held-asked.ts'
import { phoneKindOf, phoneKinds } from '@wangdi/domain/sync/phone-kinds.ts'
import { type Served, serve } from '../../platform/serve.ts'
import { openPhones } from '../request/seal-phones.ts'
import { listGivenRows } from './phone.queries.ts'

/** What was given to whoever asks, over all kinds that phones carry: whole each time, and nothing where nothing changed. */
export const given: Served = serve(readGiven, {
  about: () => ({}),
  run: async ({ db, actor, input, clock, fields: cipher, saw }) => {
    const mine = phoneKinds.filter(({ name, blind }) => blind && reachOf(`${name}.mine`, actor.role)).map(({ name }) => name)
    const kept = await listGivenRows(db, mine, actor.account)
    const rows = kept.map(({ said, standing, about: _, ...row }) => ({
      ...row,
      standing: standingForHelper(standing),
      fields: openPhones(cipher, fieldsFor(phoneKindOf(row.kind)?.fields ?? {}, 'helper'), said),
    }))
    const mark = createHash('sha256').update(JSON.stringify(rows)).digest('base64url')
    const isNew = mark !== input.mark
    if (isNew) saw(kept.map(({ about }) => about))
    return { now: clock.now().toISOString(), mark, rows: isNew ? rows : null }
  },
})
