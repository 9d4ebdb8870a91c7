import { isWithin } from '@wangdi/domain/place-code.ts'
import type { Endpoint, EmergencyFunction } from '@wangdi/domain/endpoint.ts'
import { reachOf } from '@wangdi/domain/access/access.ts'
import type { Reach } from '@wangdi/domain/access/reach.ts'
import { problems, type Problem } from '@wangdi/domain/problem.ts'
import { refusedTo } from '@wangdi/domain/who-may.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import type { Day, Id, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Static, TObject, TSchema } from 'typebox'
import type { Clock } from './clock.ts'
import type { Db } from './db.ts'
import type { Lane } from './heavy/lane.ts'
import type { Log } from './log.ts'
import type { Logins } from './logins.ts'
import type { PackShelf } from './library/pack-shelf.ts'
import type { FieldCipher } from './secrets/fields.ts'
import type { Signer } from './secrets/signer.ts'
import type { Uploads } from './uploads/uploads.ts'

/** How much is kept of the originals of documents, in bytes: of one place, of all. */
export interface OriginalRules {
  readonly placeBytes: number
  readonly wholeBytes: number
}

/** How many bytes of photos are kept for those who work at one place. */
export interface PhotoRules {
  readonly placeBytes: number
}

/** Who is asking: an account as its session knows it. */
export interface Actor {
  readonly account: Id
  readonly name: string
  readonly role: Role
  /** The actor's own place; personal data reach no further than it. */
  readonly place: PlaceCode
  /** The session, so that it can be ended; none on the command line. */
  readonly session: string | undefined
  /** The phone that asks, where it says which it is. */
  readonly device?: string | undefined
  /** What must be done before anything else; such an actor gets no further than reading the own session. */
  readonly needs?: 'password' | 'second-factor' | undefined
}

/** What the platform lends to every verb. */
export interface Tools {
  readonly clock: Clock
  readonly fields: FieldCipher
  readonly log: Log
  readonly demo: boolean
  /** The published packs, and what signs them. */
  readonly packs: PackShelf
  readonly signer: Signer
  /** Files that came up and wait to be used; none where nothing comes up. */
  readonly uploads?: Uploads | undefined
  /** How much of originals is kept; absent, as much as usual. */
  readonly originals?: OriginalRules | undefined
  /** How many photos are kept; absent, as many as usual. */
  readonly photos?: PhotoRules | undefined
  /** Days before its last contact from which on a phone's word for a moment is taken. */
  readonly offlineDays?: number | undefined
  /** What sign-in does for verbs about accounts; handed over by the server. */
  readonly logins?: Logins | undefined
}

/** What a verb's function is given: the transaction, the actor, the parsed input, today. */
export interface Request<I> extends Tools {
  readonly db: Db
  readonly actor: Actor
  readonly input: I
  readonly reach: Reach
  readonly today: Day
  /** When it happened: now, but for what was recorded without network, which may be earlier. And the command's id; for reading verbs none. */
  readonly at: Date
  readonly command: Id | undefined
  /** Why an emergency function is closed today for the place the request is about; nothing when it is open. */
  whyClosed(needs: EmergencyFunction): Promise<Problem | undefined>
  /** Why something else that the input names lies beyond the actor's reach; nothing when it lies within. */
  whyNotReach(about: About): Promise<Problem | undefined>
  /** Ids that the audit line shall name, filled by the verb. */
  note(targets: Record<string, string>): void
  /** Whom the answer shows: people, else the doors or buildings of people. Whoever was seen finds the line by these ids. */
  saw(ids: Iterable<Id | null | undefined>): void
}

/**
 * What a request is about, so that the actor's reach can be judged before anything is done. Whoever reaches doors of a grid only
 * (`grid`) is refused unless a door is named that lies in one of their grids, or nobody's door is meant at all.
 */
export interface About {
  /** A place code; for personal data the community (or street, county) concerned. */
  readonly place?: PlaceCode
  /** The door of whoever or whatever is meant; null is somebody without one, whom the reach `grid` does not find. */
  readonly dwelling?: Id | null
  /** Nobody's door is meant: the community as such, or a list that the verb itself keeps to the actor's grids. */
  readonly community?: true
}

/**
 * What heavy work is given: no transaction, but two ways to open one, each as short as what is done in it. Permission and
 * reach are judged before the work begins and again in each transaction.
 */
export interface HeavyRequest<I> extends Omit<Request<I>, 'db' | 'note' | 'saw' | 'whyClosed' | 'whyNotReach'> {
  /** Fires when the client has gone or the time is over; what works elsewhere is given it. */
  readonly signal: AbortSignal
  /** Reads within a transaction under the scope of the verb. */
  read<T>(run: (request: Request<I>) => Promise<T>): Promise<T>
  /** The one transaction of a command: run, audit line and answer together. From here on neither clock nor client stops it. */
  write<T>(run: (request: Request<I>) => Promise<T>): Promise<T>
}

/** A verb with its function, ready to be performed by HTTP, the outbox or the command line. */
export interface Served {
  readonly endpoint: Endpoint
  about(db: Db, input: never): Promise<About> | About
  /** What is done within one transaction; absent where the work is heavy. */
  readonly run?: (request: Request<never>) => Promise<unknown>
  /** What is done without one, in a lane that says how much of it goes on at once. */
  readonly heavy?: { readonly lane: Lane; readonly work: (request: HeavyRequest<never>) => Promise<unknown> }
}

interface Steps<I extends TObject, R extends TSchema> extends Aim<I> {
  run: (request: Request<Static<I>>) => Promise<Static<R>>
}

interface HeavySteps<I extends TObject, R extends TSchema> extends Aim<I> {
  lane: Lane
  work: (request: HeavyRequest<Static<I>>) => Promise<Static<R>>
}

interface Aim<I extends TObject> {
  /**
   * Says what the request is about; absent, it is `input.place`, else `input.community`, else the actor's own place, and the
   * reach `grid` is refused: a verb for it names a door, or says `ofCommunity`.
   */
  about?: (db: Db, input: Static<I>) => Promise<About> | About
}

// The contract of each verb that is served, for pages that tell who did what.
const contracts = new Map<string, Endpoint>()

/** The contract of a verb; undefined where none that is served has this name. */
export const contractOf = (verb: string): Endpoint | undefined => contracts.get(verb)

function known<I extends TObject, R extends TSchema>(endpoint: Endpoint<I, R>): Endpoint {
  contracts.set(endpoint.name, endpoint as unknown as Endpoint)
  return endpoint as unknown as Endpoint
}

/** Joins a contract with what happens; every request of it goes through the same steps. */
export const serve = <I extends TObject, R extends TSchema>(endpoint: Endpoint<I, R>, steps: Steps<I, R>): Served => ({
  endpoint: known(endpoint),
  about: aimOf(steps),
  run: steps.run as NonNullable<Served['run']>,
})

/**
 * Joins a contract with work that takes seconds or much memory: it goes on without a transaction, in its lane, and ends when
 * its client goes. Nothing heavy is recorded offline: a batch of the outbox would wait for it.
 */
export function serveHeavy<I extends TObject, R extends TSchema>(endpoint: Endpoint<I, R>, steps: HeavySteps<I, R>): Served {
  if (endpoint.offline) throw new RangeError(`${endpoint.name} is heavy and cannot be recorded offline`)
  const { lane, work } = steps
  return {
    endpoint: known(endpoint),
    about: aimOf(steps),
    heavy: { lane, work: work as NonNullable<Served['heavy']>['work'] },
  }
}

const aimOf = <I extends TObject>({ about }: Aim<I>): Served['about'] =>
  (about ?? ((_: Db, input: Static<I>) => placeIn(input))) as Served['about']

function placeIn(input: unknown): About {
  const { place, community } = input as { place?: string; community?: string }
  const named = place ?? community
  return named === undefined ? {} : { place: named }
}

/** What a verb is about that means nobody's door and keeps its lists to the actor's grids by itself: the place it names. */
export const ofCommunity = (_: Db, input: unknown): About => ({ ...placeIn(input), community: true })

/** What modules lend to the platform, which imports none of them. */
export interface Lent {
  /** Whether a dwelling lies in a grid for which the account is responsible that day. */
  isInGridOf(db: Db, account: Id, dwelling: Id, day: Day): Promise<boolean>
  /** Why an emergency function is closed for a place that day, or at a moment of it; nothing when a response opens it. */
  whyClosed(db: Db, needs: EmergencyFunction, place: PlaceCode, day: Day, moment?: Instant): Promise<Problem | undefined>
  /** Why nothing of a past moment is taken any more: the data of the response that was open then are destroyed. */
  whyDestroyed(db: Db, needs: EmergencyFunction, place: PlaceCode, moment: Instant): Promise<Problem | undefined>
}

/** Why this actor may not do this to what it is about; nothing when they may. Foreign things are "not found". */
export async function whyNotReach(
  db: Db,
  lent: Lent,
  actor: Actor,
  reach: Reach,
  about: About,
  day: Day,
): Promise<Problem | undefined> {
  const place = about.place ?? actor.place
  // What was given to somebody lies in rows of their own: whatever else they name is not found there.
  if (reach === 'own' || reach === 'given') return undefined
  if (reach === 'above') return isWithin(place, actor.place) || isWithin(actor.place, place) ? undefined : problems.notFound({})
  if (!isWithin(place, actor.place)) return problems.notFound({})
  return reach === 'grid' ? whyNotDoor(db, lent, actor, about, day) : undefined
}

async function whyNotDoor(db: Db, lent: Lent, { account }: Actor, about: About, day: Day): Promise<Problem | undefined> {
  const { dwelling, community = false } = about
  if (dwelling === undefined && community) return undefined
  return dwelling && (await lent.isInGridOf(db, account, dwelling, day)) ? undefined : problems.notFound({})
}

/** How far the actor may do the verb; throws when not at all. */
export function getReach(verb: string, role: Role): Reach {
  const reach = reachOf(verb, role)
  if (!reach) throw refusedTo(verb)
  return reach
}
