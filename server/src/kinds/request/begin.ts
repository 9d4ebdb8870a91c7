import { shanghaiDay } from '@wangdi/domain/day.ts'
import { endsWithOf, keepDaysOf } from '@wangdi/domain/kinds/kind.ts'
import type { Fields, Values } from '@wangdi/domain/kinds/fields.ts'
import { whyNotAct } from '@wangdi/domain/kinds/request/act.rules.ts'
import type { Whom } from '@wangdi/domain/kinds/request/flow.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import type { RequestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { detailsOf, firstActOf, firstWhom, numberOf, partsOf } from '@wangdi/domain/kinds/request/request.rules.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { placesIn, standingAfter, unbegun } from '@wangdi/domain/kinds/request/standing.rules.ts'
import { dueOf, termFor, type Urgency, wordsOfDue } from '@wangdi/domain/kinds/terms/term.rules.ts'
import { settle, whyNot } from '@wangdi/domain/kinds/when.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import { refuse } from '@wangdi/domain/problem.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { v7 as newId } from 'uuid'
import type { Db } from '../../platform/db.ts'
import type { FieldCipher } from '../../platform/secrets/fields.ts'
import { type About, type Request, type Served, serve } from '../../platform/serve.ts'
import { refuseStrays } from '../pointing/judge.ts'
import { type Aim, findDoor, findDoorPhone, getDoorAim, getPersonAim } from './aim.queries.ts'
import { attachFiles } from '../file/attach.ts'
import { insertAct, insertAsked, insertSaid } from './asked.queries.ts'
import { actingAs, refuseStrangers } from './parties.ts'
import { sealPhones } from './seal-phones.ts'

/** What a request is begun with, whatever its kind. */
interface Begun extends Whom {
  readonly id: Id
  readonly v: number
  readonly dwelling?: Id
  readonly person?: Id
  readonly place?: PlaceCode
  readonly way: 'desk' | 'paper' | 'phone' | 'online'
  readonly urgency: Urgency
  readonly fields: Values
}

function aimOf(db: Db, { dwelling, person, place = '' }: Begun): Promise<Aim> | Aim {
  if (dwelling) return getDoorAim(db, dwelling)
  return person ? getPersonAim(db, person) : { place, dwelling: null, person: null }
}

const aboutOf = async (db: Db, input: Begun): Promise<About> => {
  const { place, dwelling } = await aimOf(db, input)
  return input.place === undefined ? { place, dwelling } : { place, community: true }
}

/** What the house knows and a person may change: the phone of the door where none was said. Sealed as it is kept. */
async function filledIn(db: Db, fields: Fields, { dwelling }: Aim, said: Values): Promise<Values> {
  const open = Object.entries(fields).filter(([name, { from }]) => from === 'dwelling.phone' && said[name] === undefined)
  const phone = open.length > 0 ? await findDoorPhone(db, dwelling) : null
  return phone === null ? {} : Object.fromEntries(open.map(([name]) => [name, phone]))
}

const typed = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, { from }]) => from !== 'house'))

function keptParts(cipher: FieldCipher, kind: RequestKind, values: Values, known: Values) {
  const sealed = { ...known, ...sealPhones(cipher, kind.fields, values) }
  return partsOf(kind.fields, sealed)
}

/** What a request begins with, once it is known what it is about. */
export interface Beginning extends Aim {
  readonly id?: Id
  readonly v: number
  readonly way: 'desk' | 'paper' | 'phone' | 'online'
  readonly urgency: Urgency
  readonly fields: Values
  readonly named?: Whom
  readonly thing?: Id
  /** What the house sets by itself, for the audience of its fields alone. */
  readonly house?: Values
}

/** Begins a request of a kind: judged by the version said, kept with its first act, its term and what was said, and told of. */
export async function beginRequest(kind: RequestKind, request: Request<never>, begun: Beginning) {
  const { db, actor, at, today, fields: cipher } = request
  const { id = newId(), v, way, urgency, fields, named = {}, place, dwelling, person, thing = null, house = {} } = begun
  const flow = flowOf(kind.flow)
  const act = firstActOf(kind)
  const known = await filledIn(db, kind.fields, begun, fields)
  // What the house fills in is not asked again; its value is sealed, so the rule sees only that there is one.
  refuse(whyNot(typed(kind.fields), { ...known, ...fields }, v))
  const { values } = settle(typed(kind.fields), fields, v)
  await refuseStrays(request, kind.fields, values, { place })
  const whom = firstWhom(kind, place, named)
  const moment = at.toISOString()
  refuse(whyNotAct(flow, { act, whom }, unbegun, actingAs(request), moment))
  await refuseStrangers(db, kind, whom, unbegun, actor.place, shanghaiDay(moment))
  const due = dueOf(termFor(kind.terms, urgency), moment)
  const done = { id: newId(), act, at: moment, by: actor.account, place: actor.place, whom, due_at: due.due_at }
  const standing = standingAfter(flow, unbegun, done)
  const day = shanghaiDay(moment)
  const number = numberOf(id, day)
  const head = { id, kind: kind.name, kind_version: kind.version, number, day, at: moment, community: place, about: place }
  const keep_days = keepDaysOf(kind)
  const more = { way, urgency, dwelling, person, thing, health: kind.health === true, keep_days, ends_with: endsWithOf(kind) }
  await insertAsked(db, { ...head, ...more, details: detailsOf(kind, values), by_account: actor.account }, standing)
  const readers = placesIn(standing).filter((one) => !place.startsWith(one))
  await insertAct(db, { ...head, ...more, readers }, done, {}, wordsOfDue(due, today))
  const owner = { of: 'request', id, community: place, readers, health: more.health, given_to: standing.given_to } as const
  await attachFiles(db, { kind: kind.name, by: actor.account }, { fields: kind.fields, values }, owner)
  const door = doorText(await findDoor(db, dwelling))
  const parts = keptParts(cipher, kind, { ...values, ...house }, known)
  for (const audience of ['helper', 'office', 'health'] as const)
    if (parts[audience] || (audience === 'helper' && kind.blind))
      await insertSaid(db, head, readers, audience, parts[audience] ?? {}, door)
  return { id, number, office: standing.office, due_at: standing.due_at, due: wordsOfDue(due, today) }
}

/** The verb by which a request of a kind begins. */
export const beginning = (kind: RequestKind, verbs: RequestVerbs): Served =>
  serve(verbs.begin, {
    about: (db, input) => aboutOf(db, input as unknown as Begun),
    run: async (request) => {
      const input = request.input as unknown as Begun
      const aim = await aimOf(request.db, input)
      const { id, v, way, urgency, fields, doer, other, addressees } = input
      const named: Whom = { ...(doer && { doer }), ...(other && { other }), ...(addressees && { addressees }) }
      const made = await beginRequest(kind, request as Request<never>, { ...aim, id, v, way, urgency, fields, named })
      request.note({
        request: id,
        ...(aim.dwelling && { dwelling: aim.dwelling }),
        ...(aim.person && { person: aim.person }),
      })
      return made
    },
  })
