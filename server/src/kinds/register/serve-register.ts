import { reachOf } from '@wangdi/domain/access/access.ts'
import { shanghaiDay } from '@wangdi/domain/day.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { problems } from '@wangdi/domain/kinds/kinds.problems.ts'
import { momentAfter } from '@wangdi/domain/kinds/order.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import {
  isOverdue,
  mayActOnThing,
  thingAfter,
  thingColumnsOf,
  thingFiltersOf,
  unadded,
  whyNotThingAct,
} from '@wangdi/domain/kinds/register/register.rules.ts'
import type { RegisterAct, RegisterKind, ThingAct } from '@wangdi/domain/kinds/register/register.ts'
import { settle } from '@wangdi/domain/kinds/when.ts'
import { problems as common, refuse } from '@wangdi/domain/problem.ts'
import type { Day, Id, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import { v7 as newId } from 'uuid'
import type { Db } from '../../platform/db.ts'
import { type Request, type Served, serve } from '../../platform/serve.ts'
import { placeNames } from '../paper/export.queries.ts'
import { attachFiles } from '../file/attach.ts'
import { refuseStrays } from '../pointing/judge.ts'
import { namesOf } from '../pointing/names.ts'
import { openPhones, sealPhones } from '../request/seal-phones.ts'
import {
  findThing,
  insertThingAct,
  type KeptThing,
  listThingActs,
  listThings,
  listValuesHeld,
  lockThing,
  saveThing,
  type ThingsAmong,
} from './thing.queries.ts'

/** A thing as lists show it on a day. */
function thingRow(
  kind: RegisterKind,
  { id, community, title, standing }: KeptThing,
  today: Day,
  place_name: string | null = null,
) {
  const { state, own, own_since, basis, until, review_on, values, signed = null } = standing
  const shown = thingColumnsOf(kind).flatMap(([name, { type }]) =>
    values[name] === undefined || type === 'phone' ? [] : [[name, values[name]]],
  )
  const overdue = isOverdue(standing, today)
  return {
    ...{ id, kind: kind.name, community, place_name, title, state, own, own_since, basis, until, review_on, overdue, signed },
    details: Object.fromEntries(shown) as Values,
  }
}

async function getThing(db: Db, kind: RegisterKind, id: Id): Promise<KeptThing> {
  const thing = await findThing(db, kind.name, id)
  if (!thing) throw common.notFound({})
  return thing
}

function seeing(kind: RegisterKind, endpoint: Endpoint): Served {
  const choosable = thingFiltersOf(kind).map(([name]) => name)
  return serve(endpoint, {
    run: async (request) => {
      const { db, input, today } = request
      const said = input as unknown as Pick<ThingsAmong, 'place' | 'show' | 'own'> & { page?: number; size?: number }
      const { place, show, own, page = 0, size = 50 } = said
      const chosen = Object.entries(input as Record<string, unknown>).filter(([name]) => choosable.includes(name))
      const choices = Object.fromEntries(chosen.map(([name, value]) => [name, String(value)]))
      const { rows, ...counts } = await listThings(db, { kind: kind.name, place, show, own, today, choices, page, size })
      const held = kind.each === undefined ? undefined : await listValuesHeld(db, kind.name, place, kind.each)
      const without = Object.keys(kind.fields[kind.each ?? '']?.values ?? {}).filter((value) => !held?.has(value))
      const places = place.length === 12 ? [] : rows.map(({ community }) => community)
      const names = places.length === 0 ? undefined : await placeNames(db, places)
      const shown = rows.map((row) => thingRow(kind, row, today, names && (names.get(row.community) ?? row.community)))
      const columns = Object.fromEntries(thingColumnsOf(kind))
      const told = shown.map(({ details }) => [columns, details] as const)
      return { ...counts, without, rows: shown, names: await namesOf(request, told) }
    },
  })
}

const aboutThing = (kind: RegisterKind) => async (db: Db, input: object) => {
  const { community } = await getThing(db, kind, (input as { id: Id }).id)
  return { place: community }
}

const getting = (kind: RegisterKind, endpoint: Endpoint): Served =>
  serve(endpoint, {
    about: aboutThing(kind),
    run: async (request) => {
      const { db, actor, input, today, fields: cipher, note } = request
      const { id } = input as unknown as { id: Id }
      const thing = await getThing(db, kind, id)
      note({ thing: id })
      return {
        row: thingRow(kind, thing, today),
        fields: openPhones(cipher, kind.fields, thing.standing.values),
        names: await namesOf(request, [[kind.fields, thing.standing.values]]),
        acts: await listThingActs(db, id),
        last_at: thing.standing.last_at ?? '',
        may: mayActOnThing(kind, thing.standing, actor.account).filter((act) => reachOf(`${kind.name}.${act}`, actor.role)),
      }
    },
  })

interface Said {
  readonly id: Id
  readonly place?: PlaceCode
  readonly v?: number
  readonly fields?: Values
  readonly state?: string
  readonly basis?: string
  readonly day?: Day
  readonly until?: Day
  readonly signer?: string
  readonly last_at?: Instant
}

// Who changes, signs, approves or finds it still right says which words were seen.
const seenFirst: readonly RegisterAct[] = ['change', 'sign', 'approve', 'still-right']

/** Every act goes the same way: judged by what the thing is now, kept, and with it what the thing is then. */
export async function actOnThing(kind: RegisterKind, name: RegisterAct, request: Request<never>) {
  const { db, actor, at, command, fields: cipher, note } = request
  const { id, place, v = kind.version, fields, state, basis, day, until, signer, last_at } = request.input as unknown as Said
  await lockThing(db, id)
  const known = name === 'add' ? undefined : await getThing(db, kind, id)
  const before = known?.standing ?? unadded
  const moment = momentAfter(before.last_at, at.toISOString())
  const told = {
    ...{ act: name, by: actor.account },
    ...(fields && { values: sealPhones(cipher, kind.fields, fields) }),
    ...(state !== undefined && { state }),
    ...(basis !== undefined && { basis }),
    ...(day !== undefined && { day }),
    ...(until !== undefined && { until }),
    ...(signer !== undefined && { signer: signer.trim() }),
  }
  refuse(whyNotThingAct(kind, told, before, v))
  if (seenFirst.includes(name) && last_at !== before.last_at) throw problems.changedMeanwhile({})
  const community = known?.community ?? place ?? actor.place
  const settled = settle(kind.fields, fields ?? {}, v).values
  await refuseStrays(request, kind.fields, settled, { place: community, before: before.values })
  const done: ThingAct = { ...told, id: name === 'add' ? newId() : (command ?? newId()), at: moment }
  const thing = thingAfter(kind, before, done)
  await saveThing(db, kind, { id, community, at: moment, by: actor.account, isNew: !known }, thing, shanghaiDay(moment))
  await insertThingAct(db, { id, kind: kind.name, community }, done)
  const said = { fields: kind.fields, values: done.values ? thing.values : {} }
  const owner = { of: 'thing', id, community, health: kind.health === true } as const
  await attachFiles(db, { kind: kind.name, by: actor.account }, said, owner)
  note({ thing: id })
  return { id, state: thing.state }
}

/** All verbs of a register, as they follow from its declaration. */
export function serveRegister(kind: RegisterKind): readonly Served[] {
  const verbs = registerVerbs(kind)
  const adding = serve(verbs.add, { run: (request) => actOnThing(kind, 'add', request as Request<never>) })
  const acts = (Object.entries(verbs.acts) as [RegisterAct, Endpoint][]).map(([name, endpoint]) =>
    serve(endpoint, { about: aboutThing(kind), run: (request) => actOnThing(kind, name, request as Request<never>) }),
  )
  return [seeing(kind, verbs.see), getting(kind, verbs.get), adding, ...acts]
}
