import type { Reach } from '@wangdi/domain/access/reach.ts'
import { shanghaiDay } from '@wangdi/domain/day.ts'
import { countyOf } from '@wangdi/domain/place-code.ts'
import { refuse } from '@wangdi/domain/problem.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { beginCommand, type CommandSaid, type FirstAnswer, findAnswer, keepAnswer } from './commands/commands.ts'
import { noteDone } from './commands/done-at.ts'
import { type Moment, momentOf, type SaidTime, usualOfflineDays } from './commands/moment.ts'
import { type Db, inTransaction, type Scope } from './db.ts'
import {
  type Actor,
  getReach,
  type HeavyRequest,
  type Lent,
  type Request,
  type Served,
  type Tools,
  whyNotReach,
} from './serve.ts'
import { isPastEnd, withWholeOf } from './traces/past-end.ts'
import { leaveTrace, traceRefusal } from './traces/trace.ts'

/** The client's part of a command: its id, and what it says of time, which counts for what may be recorded offline only. */
export interface Said extends SaidTime {
  readonly id: string
  /** Hears under which moment the command is kept, where it says when it happened; a repeat hears the same again. */
  readonly kept?: (moment: Moment) => void
}

/**
 * One road for every request: permission → transaction under scope → repeat? → reach → open? → run → audit → commit → reply.
 * Heavy work (`serveHeavy`) stands between two transactions: in a first one, that ends, the same is judged; the work goes on
 * in its lane without any; what it reads or writes has transactions of its own. `gone` fires when the client has gone.
 */
export async function perform(
  db: Db,
  lent: Lent,
  tools: Tools,
  served: Served,
  actor: Actor,
  input: object,
  said: Said | undefined,
  gone?: AbortSignal,
): Promise<unknown> {
  try {
    const reply = await goRoad(db, { lent, tools, served, actor, input, said }, gone)
    if (served.endpoint.writes) noteDone(actor.place)
    return reply
  } catch (error) {
    await traceRefusal(db, tools.log, actor, served.endpoint.name, error, tools.clock.now())
    throw error
  }
}

async function goRoad(db: Db, begun: Omit<Asked, 'reach'>, gone: AbortSignal | undefined): Promise<unknown> {
  const { tools, served, actor } = begun
  const { endpoint, run, heavy } = served
  const reach = getReach(endpoint.name, actor.role)
  await tools.packs.refresh()
  const asked: Asked = { ...begun, reach, said: endpoint.writes ? begun.said : undefined }
  const within = <T>(work: (transaction: Db) => Promise<T>) => inTransaction(db, scopeOf(actor, reach, endpoint.health), work)
  if (run) return within((transaction) => answerWithin(transaction, asked, run))
  if (!heavy) throw new Error(`${endpoint.name} has no function`)
  const first = await within((transaction) => lookFirst(transaction, asked))
  if (first) return first.reply
  return heavy.lane.enter(actor.account, gone, ({ signal, settle }) => {
    const request: HeavyRequest<never> = {
      ...factsOf(asked, tools.clock.now()),
      signal,
      read: (reading) =>
        within(async (transaction) => readWithin(transaction, asked, reading, await momentFor(transaction, asked))),
      write: (writing) => {
        signal.throwIfAborted()
        settle()
        return within((transaction) => answerWithin(transaction, asked, writing)) as ReturnType<typeof writing>
      },
    }
    return heavy.work(request)
  })
}

/** One request while it goes its road. */
interface Asked {
  readonly lent: Lent
  readonly tools: Tools
  readonly served: Served
  readonly actor: Actor
  readonly input: object
  readonly reach: Reach
  /** The client's part where the verb writes. */
  readonly said: Said | undefined
}

type Run<T> = (request: Request<never>) => Promise<T>

// What a repeat is answered, else nothing once the request has been judged.
async function lookFirst(db: Db, asked: Asked): Promise<FirstAnswer | undefined> {
  const kept = asked.said && (await findAnswer(db, asked.tools.fields, commandOf(asked, asked.said)))
  if (!kept) await judge(db, asked, await momentFor(db, asked))
  return kept
}

async function answerWithin(db: Db, asked: Asked, run: Run<unknown>): Promise<unknown> {
  const { served, said, tools } = asked
  const first = said && (await beginCommand(db, tools.fields, commandOf(asked, said)))
  if (first) return toldAgain(asked, first)
  const moment = await momentFor(db, asked)
  const reply = await readWithin(db, asked, run, moment, served.endpoint.writes)
  if (!said) return reply
  const answer = { reply, ...(served.endpoint.offline && { moment }) }
  await keepAnswer(db, tools.fields, said.id, answer)
  return toldAgain(asked, answer)
}

const toldAgain = ({ said }: Asked, { reply, moment }: FirstAnswer) => {
  if (moment) said?.kept?.(moment)
  return reply
}

const commandOf = ({ actor, served, input, tools }: Asked, { id, at }: Said): CommandSaid => ({
  id,
  at: (served.endpoint.offline ? at : undefined) ?? tools.clock.now().toISOString(),
  account: actor.account,
  verb: served.endpoint.name,
  input,
})

async function readWithin<T>(db: Db, asked: Asked, run: Run<T>, moment: Moment, isCommand = false): Promise<T> {
  const { actor, served, tools, lent, input } = asked
  const place = await judge(db, asked, moment)
  const targets: Record<string, string> = {}
  const seen = new Set<Id>()
  const facts = factsOf(asked, moment.at)
  const request: Request<never> = {
    ...facts,
    db,
    whyClosed: (needs) => lent.whyClosed(db, needs, place, facts.today),
    whyNotReach: (about) => whyNotReach(db, lent, actor, asked.reach, about, dayOf(moment)),
    note: (more) => void Object.assign(targets, more),
    saw: (ids) => {
      for (const id of ids) if (id) seen.add(id)
    },
  }
  let reply = await run(request)
  // How many there are is told past the end too. Whom the first page would show was seen: that there is one such person tells all.
  if (!isCommand && isPastEnd(input, reply))
    reply = withWholeOf(await run({ ...request, input: { ...input, page: 0, size: 200 } as never }), reply)
  if (isCommand || Object.keys(targets).length > 0 || seen.size > 0)
    await leaveTrace(db, { actor, verb: served.endpoint.name, targets, place, at: tools.clock.now(), seen })
  return reply
}

// What is done online happens now, whatever the client says; only what may be recorded without network is asked when.
async function momentFor(db: Db, { actor, served, said, tools }: Asked): Promise<Moment> {
  const now = tools.clock.now()
  if (!said || !served.endpoint.offline) return { at: now }
  return momentOf(db, actor, said, now, tools.offlineDays ?? usualOfflineDays)
}

const factsOf = ({ tools, actor, input, reach, said }: Asked, at: Date) => ({
  ...tools,
  actor,
  input: input as never,
  reach,
  today: tools.clock.today(),
  at,
  command: said?.id,
})

// Whether the actor may, here and at that moment; the place that the request is about. What was recorded offline while a
// function was open, or a grid was the actor's, is kept, although it arrives after the end.
async function judge(db: Db, asked: Asked, moment: Moment): Promise<PlaceCode> {
  const { lent, tools, served, actor, input, reach } = asked
  const { endpoint } = served
  const about = await served.about(db, input as never)
  refuse(await whyNotReach(db, lent, actor, reach, about, dayOf(moment)))
  const place = about.place ?? actor.place
  if (!endpoint.needs) return place
  const at = moment.at.toISOString()
  refuse(await lent.whyClosed(db, endpoint.needs, place, dayOf(moment), at))
  if (moment.at < tools.clock.now()) refuse(await lent.whyDestroyed(db, endpoint.needs, place, at))
  return place
}

// The day whose grids count: a visit recorded offline is judged by the grids of its own day.
const dayOf = ({ at }: Moment) => shanghaiDay(at.getTime())

/** What a transaction of this actor may see: personal rows only for reaches that concern people. */
export function scopeOf(actor: Actor, reach: string, health: boolean): Scope {
  const personal = reach !== 'figures' && reach !== 'above' && actor.place.length >= 6
  if (reach === 'given')
    return { county: personal ? countyOf(actor.place) : '', area: '', place: '', health: false, given: actor.account }
  return {
    county: actor.place.length >= 6 ? countyOf(actor.place) : '',
    area: personal ? actor.place : '',
    place: actor.place,
    health: health && personal,
    ...(personal && actor.account !== '' && { account: actor.account }),
  }
}
