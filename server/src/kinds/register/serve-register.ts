import { reachOf } from '@wangdi/domain/access/access.ts'
import { shanghaiDay } from '@wangdi/domain/day.ts'
import type { CountedPart } from '@wangdi/domain/kinds/counted.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { thingKey } from '@wangdi/domain/kinds/intake/judge.ts'
import { problems } from '@wangdi/domain/kinds/kinds.problems.ts'
import { momentAfter } from '@wangdi/domain/kinds/order.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import {
  chosenValues,
  isOverdue,
  mayActOnThing,
  overdueBefore,
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
import { countedIds } from '../count-kind.queries.ts'
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
  listNamedAlike,
  listValuesHeld,
  lockThing,
  lockTitle,
  saveThing,
  type ThingsAmong,
} from './thing.queries.ts'

/** Things of a kind as lists show them on a day. */
function thingRows(kind: RegisterKind, { fields: cipher, today }: Pick<Request<never>, 'fields' | 'today'>) {
  const columns = thingColumnsOf(kind)
  const shown = Object.fromEntries(columns)
  const before = overdueBefore(kind, today)
  return ({ id, community, title, standing }: KeptThing, place_name: string | null = null) => {
    const { state, own, own_since, basis, until, review_on, values, signed = null } = standing
    const details: Record<string, unknown> = {}
    for (const [name] of columns) if (values[name] !== undefined) details[name] = values[name]
    const overdue = isOverdue(standing, before)
    return {
      ...{ id, kind: kind.name, community, place_name, title, state, own, own_since, basis, until, review_on, overdue, signed },
      details: openPhones(cipher, shown, details),
    }
  }
}

async function getThing(db: Db, kind: RegisterKind, id: Id): Promise<KeptThing> {
  const thing = await findThing(db, kind.name, id)
  if (!thing) throw common.notFound({})
  return thing
}

interface Paged {
  readonly counted?: CountedPart
  readonly page?: number
  readonly size?: number
}

function seeing(kind: RegisterKind, endpoint: Endpoint): Served {
  const choosable = thingFiltersOf(kind).map(([name]) => name)
  return serve(endpoint, {
    run: async (request) => {
      const { db, input, today } = request
      const said = input as unknown as Pick<ThingsAmong, 'place' | 'show' | 'own'> & Paged
      const { place, show, own, counted, page = 0, size = 50 } = said
      const chosen = Object.entries(input as Record<string, unknown>).filter(([name]) => choosable.includes(name))
      const choices = chosenValues(kind, Object.fromEntries(chosen.map(([name, value]) => [name, String(value)])))
      const before = overdueBefore(kind, today)
      const among = counted && { among: countedIds(db, { kind, place, day: today, part: counted }) }
      const { rows, ...counts } = await listThings(db, {
        kind: kind.name,
        place,
        show,
        own,
        before,
        choices,
        ...among,
        page,
        size,
      })
      const held = kind.each === undefined ? undefined : await listValuesHeld(db, kind.name, place, kind.each)
      const without = Object.keys(kind.fields[kind.each ?? '']?.values ?? {}).filter((value) => !held?.has(value))
      const places = place.length === 12 ? [] : rows.map(({ community }) => community)
      const names = places.length === 0 ? undefined : await placeNames(db, places)
      const rowOf = thingRows(kind, request)
      const shown = rows.map((row) => rowOf(row, names && (names.get(row.community) ?? row.community)))
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
      const { db, actor, input, fields: cipher, note } = request
      const { id } = input as unknown as { id: Id }
      const thing = await getThing(db, kind, id)
      note({ thing: id })
      return {
        row: thingRows(kind, request)(thing),
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

// Two that are entered at once under one title come one after the other.
async function refuseAlike(db: Db, kind: RegisterKind, place: PlaceCode, id: Id, values: Values): Promise<void> {
  const title = String(values[kind.title] ?? '')
  await lockTitle(db, kind.name, place, title)
  const others = await listNamedAlike(db, { kind: kind.name, place, title, but: id })
  if (others.some((other) => thingKey(kind, other) === thingKey(kind, values))) throw problems.alikeThere({ title })
}

/** A visit of a thing as it was recorded elsewhere, with the day that was set for the next; one of a thing that ended is not kept here. */
export async function visitThing(
  kind: RegisterKind,
  { db, actor, at }: Pick<Request<never>, 'db' | 'actor' | 'at'>,
  { id, day, next }: { readonly id: Id; readonly day: Day; readonly next: Day | null },
): Promise<void> {
  await lockThing(db, id)
  const { community, standing } = await getThing(db, kind, id)
  if (standing.state === 'ended') return
  const moment = momentAfter(standing.last_at, at.toISOString())
  const done: ThingAct = { id: newId(), act: 'visit', at: moment, by: actor.account, day, ...(next && { until: next }) }
  const touched = { id, community, at: moment, by: actor.account, isNew: false }
  await saveThing(db, kind, touched, thingAfter(kind, standing, done), shanghaiDay(moment))
  await insertThingAct(db, { id, kind: kind.name, community }, done)
}

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
  if (kind.single && fields) await refuseAlike(db, kind, community, id, thing.values)
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
