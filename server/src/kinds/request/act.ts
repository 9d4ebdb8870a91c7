import { shanghaiDay } from '@wangdi/domain/day.ts'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { momentAfter } from '@wangdi/domain/kinds/order.ts'
import { whyNotBalanced } from '@wangdi/domain/kinds/request/balance.rules.ts'
import { startsClock, whyNotAct } from '@wangdi/domain/kinds/request/act.rules.ts'
import type { DoneAct, Whom } from '@wangdi/domain/kinds/request/flow.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import type { RequestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { partsOf, termOfAct } from '@wangdi/domain/kinds/request/request.rules.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { standingAfter } from '@wangdi/domain/kinds/request/standing.rules.ts'
import { dueOf, type Urgency, wordsOfDue } from '@wangdi/domain/kinds/terms/term.rules.ts'
import { settle, whyNot } from '@wangdi/domain/kinds/when.ts'
import { problems as common, refuse } from '@wangdi/domain/problem.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import { v7 as newId } from 'uuid'
import type { Db } from '../../platform/db.ts'
import { type Served, serve } from '../../platform/serve.ts'
import { attachFiles } from '../file/attach.ts'
import { refuseStrays } from '../pointing/judge.ts'
import { type Asked, findAsked, insertAct, insertNote, listActs, lockAsked, saveStanding } from './asked.queries.ts'
import { actingAs, refuseStrangers } from './parties.ts'
import { sealPhones } from './seal-phones.ts'

interface SaidAct extends Whom {
  readonly id: Id
  readonly result?: string
  readonly ground?: string
  readonly fields?: Values
}

/** A request of a kind that the actor may see; throws "not found" where there is none. */
export async function getAsked(db: Db, kind: RequestKind, id: Id): Promise<Asked> {
  const asked = await findAsked(db, kind.name, id)
  if (!asked) throw common.notFound({})
  return asked
}

/** What an act on a request is about: its door, so that whoever reaches doors of their grids finds no other. */
export const aboutAsked = (kind: RequestKind) => async (db: Db, input: object) => {
  const { dwelling } = await getAsked(db, kind, (input as { id: Id }).id)
  return { dwelling }
}

const whomOf = ({ office, doer, other, addressees }: SaidAct): Whom => ({
  ...(office !== undefined && { office }),
  ...(doer && { doer }),
  ...(other && { other }),
  ...(addressees && { addressees }),
})

/** An act after the first: judged by where the request stands and by whoever acts, kept with where it stands then. */
export const acting = (kind: RequestKind, verbs: RequestVerbs, act: string): Served | undefined => {
  const flow = flowOf(kind.flow)
  const endpoint = verbs.acts[act]
  return (
    endpoint &&
    serve(endpoint, {
      about: aboutAsked(kind),
      run: async (request) => {
        const { db, actor, at, today, command, fields: cipher, note } = request
        const input = request.input as unknown as SaidAct
        const { id, result, ground = '' } = input
        await lockAsked(db, id)
        const asked = await getAsked(db, kind, id)
        const before = asked.standing
        const moment = momentAfter(before.last_at, at.toISOString())
        const whom = whomOf(input)
        const said = { act, whom, ground, ...(result !== undefined && { result }) }
        refuse(whyNotAct(flow, said, before, actingAs(request), moment, kind))
        await refuseStrangers(db, kind, whom, before, actor.place, today)
        const asks = kind.asks?.[act] ?? {}
        refuse(whyNot(asks, input.fields ?? {}, asked.kind_version))
        const { values } = settle(asks, input.fields ?? {}, asked.kind_version)
        await refuseStrays(request, asks, values, { place: asked.about })
        if (kind.balance?.act === act) {
          const earlier = (await listActs(db, id)).findLast((one) => one.act === kind.balance?.with)
          refuse(whyNotBalanced(kind.balance, asks, earlier?.fields ?? {}, values))
        }
        const due = startsClock(flow, act) ? dueOf(termOfAct(kind, act, asked.urgency as Urgency), moment) : null
        const done: DoneAct = {
          ...{ id: command ?? newId(), at: moment, by: actor.account, place: actor.place, ...said },
          ...(due && { due_at: due.due_at }),
        }
        const standing = standingAfter(flow, before, done)
        const { named, ...open } = partsOf(asks, sealPhones(cipher, asks, values))
        await insertAct(db, asked, done, Object.assign({}, ...Object.values(open)), due && wordsOfDue(due, today))
        const { community, readers, health } = asked
        await attachFiles(
          db,
          { kind: kind.name, by: actor.account },
          { fields: asks, values },
          { of: 'request', id, community, readers, health },
        )
        if (named) await insertNote(db, { id: done.id, request: id, writer: actor.account }, named)
        await saveStanding(db, asked, standing, shanghaiDay(moment))
        note({ request: id, ...(asked.dwelling && { dwelling: asked.dwelling }), ...(asked.person && { person: asked.person }) })
        return { id, state: standing.state, due_at: standing.due_at }
      },
    })
  )
}
