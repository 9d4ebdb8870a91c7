import { shanghaiDay } from '@wangdi/domain/day.ts'
import { plainPhone } from '@wangdi/domain/people/phone.ts'
import { countyOf } from '@wangdi/domain/place-code.ts'
import { problems as common, refuse } from '@wangdi/domain/problem.ts'
import { groupOf, type RequestKindName, requestKinds } from '@wangdi/domain/requests/kinds.ts'
import {
  findReceipt,
  getRequest,
  listRequests as listing,
  readOwnData as ownData,
  takeRequest,
} from '@wangdi/domain/requests/requests.api.ts'
import { problems } from '@wangdi/domain/requests/requests.problems.ts'
import {
  mayAct,
  numberOf,
  officeFor,
  readersOf,
  standing,
  whyNotAgainst,
  whyNotAsker,
  whyNotDetails,
} from '@wangdi/domain/requests/requests.rules.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { v7 as newId } from 'uuid'
import type { Db } from '../platform/db.ts'
import { type Served, serve } from '../platform/serve.ts'
import { listRequests } from './list.queries.ts'
import { readOwnData } from './own-data.queries.ts'
import {
  findBorn,
  findByNumber,
  findRequest,
  findRequester,
  insertAct,
  insertRequest,
  insertRequester,
  type KeptRequest,
  listActs,
  requestRow,
} from './request.queries.ts'

/** A request that the actor's office may see; throws where there is none. */
export async function getSeen(db: Db, id: Id): Promise<KeptRequest> {
  const request = await findRequest(db, id)
  if (!request) throw problems.notFound({})
  return request
}

async function getBorn(db: Db, person: Id): Promise<Day | null> {
  const found = await findBorn(db, person)
  if (!found) throw common.notFound({})
  return found.born
}

const taking = serve(takeRequest, {
  run: async ({ db, actor, input, at, fields, note }) => {
    const { id, kind, against, way, matter, details, who } = input
    const day = shanghaiDay(at.getTime())
    refuse(whyNotAgainst(kind, against, actor.place))
    refuse(whyNotDetails(kind, details, day))
    const office = officeFor(kind, against)
    refuse(whyNotAsker(kind, office, who, who?.person ? await getBorn(db, who.person) : null, day))
    const county = countyOf(actor.place)
    const number = numberOf(id, day)
    const by = { taken_at: actor.place, readers: [actor.place], anonymous: who === null }
    const head = { county, id, number, kind, against, office, way, details, day, ...by }
    await insertRequest(db, { ...head, at, by_account: actor.account })
    const act = { id: newId(), kind: 'taken' as const, result: null, place: actor.place, by_account: actor.account, day, at }
    const before = { ...head, acts: [] }
    await insertAct(db, before, act, matter, readersOf('taken', before))
    if (who) {
      const { name, relation, shown, person, phone } = who
      const seal = phone === null ? null : fields.seal('phone', plainPhone(phone))
      const sealed = {
        phone_cipher: seal?.cipher ?? null,
        phone_hash: seal?.hash ?? null,
        phone_tail_hash: seal?.tailHash ?? null,
      }
      await insertRequester(db, { county, request: id, office, name, relation, shown, person, ...sealed })
    }
    note({ request: id })
    const { due_on } = standing(kind, [act], day)
    return { id, number, office, due_on: due_on ?? day }
  },
})

const list = serve(listing, {
  run: async ({ db, actor, input, today }) => {
    const names = Object.keys(requestKinds) as RequestKindName[]
    const kinds = names.filter((name) => !input.group || groupOf(name) === input.group)
    const { page = 0, size = 50, show, place, own = false } = input
    const found = await listRequests(db, { at: actor.place, place, today, own }, { show, kinds, page, size })
    return { ...found, rows: found.rows.map((request) => withoutDesk(requestRow(request, today), actor.place)) }
  },
})

/** The place complained about is not told where somebody went to complain. */
const withoutDesk = <R extends { against: PlaceCode; office: PlaceCode; taken_at: PlaceCode }>(row: R, place: PlaceCode): R =>
  row.against === place && row.office !== place ? { ...row, taken_at: '' } : row

const get = serve(getRequest, {
  about: () => ({}),
  run: async ({ db, actor, input, at, today, fields, note, saw }) => {
    const request = await getSeen(db, input.id)
    const acts = await listActs(db, request)
    const isSide = request.against === actor.place && request.office !== actor.place
    const who = await findRequester(db, request)
    if (who) note({ request: request.id })
    saw([who?.person])
    return {
      request: withoutDesk(requestRow(request, today), actor.place),
      acts: isSide ? acts.filter(({ words }) => words !== null) : acts,
      who: who
        ? { ...who, relation: who.relation as 'self', phone: who.phone_cipher && fields.open('phone', who.phone_cipher) }
        : null,
      anonymous: request.anonymous,
      may: mayAct(request, actor.place, at.toISOString()),
    }
  },
})

const receipt = serve(findReceipt, {
  about: () => ({}),
  run: async ({ db, actor, input, at, today }) => {
    const request = await findByNumber(db, input.number)
    if (!request) throw problems.notFound({})
    const { number, kind, office, state, due_on, result, id } = requestRow(request, today)
    const acts = await listActs(db, request)
    const answer = acts.findLast((act) => act.kind === 'reviewed' || act.kind === 'answered')?.words ?? null
    const desk = ['accepted', 'review-asked']
    const may = mayAct(request, actor.place, at.toISOString()).filter((act) => desk.includes(act))
    return { number, kind, office, state, due_on, result, answer, id, may }
  },
})

const showing = serve(ownData, {
  about: () => ({}),
  run: async ({ db, input, today, fields, note }) => {
    const request = await getSeen(db, input.id)
    const { state } = requestRow(request, today)
    const who = groupOf(request.kind) === 'data' && state === 'open' ? await findRequester(db, request) : undefined
    if (!who?.person) throw problems.noOwnData({})
    const sections = await readOwnData(db, fields, who.person)
    if (!sections) throw problems.notFound({})
    note({ request: request.id, person: who.person })
    return { number: request.number, sections }
  },
})

/** Taking a request down and seeing what became of it. */
export const requestVerbs: readonly Served[] = [taking, list, get, showing, receipt]
