import { reachOf } from '@wangdi/domain/access/access.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import type { Day, Instant } from '@wangdi/domain/schema.ts'
import type { Static, TObject, TSchema } from 'typebox'
import { makeClock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db.ts'
import { openPackShelf } from '../../platform/library/pack-shelf.ts'
import type { Log } from '../../platform/log.ts'
import { perform } from '../../platform/perform.ts'
import type { FieldCipher } from '../../platform/secrets/fields.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { makeSigner } from '../../platform/secrets/signer.ts'
import type { Actor, Request, Served } from '../../platform/serve.ts'
import { whyClosed, whyDestroyed } from '../../regimes/index.ts'
import { isInGridOf } from '../../staff/index.ts'
import { type DemoLogin, demoAccounts } from '../accounts.ts'
import type { Seeded } from '../seeded.ts'

/** What those who speak in the demo stand on. */
export interface SpeakerParts {
  readonly owner: Db
  readonly fields: FieldCipher
  readonly keys: Keys
  readonly log: Log
  readonly chance: Seeded
  readonly today: Day
  readonly accounts: Record<DemoLogin, string>
}

/** Performs a verb as somebody of the demo, as if it were that moment. */
export type Speaker = <I extends TObject, R extends TSchema>(
  login: DemoLogin,
  at: Instant,
  endpoint: Endpoint<I, R>,
  input: Static<I>,
) => Promise<unknown>

/** Lets people of the demo do with these verbs what people do on the pages: with their rights, their audit lines and their moments. */
export async function makeSpeaker(parts: SpeakerParts, verbs: readonly Served[]): Promise<Speaker> {
  const { owner, chance, accounts } = parts
  const { tools, clock, verbOf } = await stage(parts, verbs)
  return (login, at, endpoint, input) => {
    clock.set(at)
    const actor = actorOf(accounts, login)
    const said = { id: chance.id(), at }
    return perform(owner, { isInGridOf, whyClosed, whyDestroyed }, tools, verbOf(endpoint.name), actor, input, said)
  }
}

/**
 * The same in one transaction of a county that is open already, for what would be hundreds of them: judged, folded and kept by the
 * verbs' own functions, but without audit lines and answers for repeats. Throws for a role that may not, and for emergency functions.
 */
export async function makeSpeakerWithin(parts: SpeakerParts, verbs: readonly Served[]): Promise<(db: Db) => Speaker> {
  const { tools, clock, verbOf } = await stage(parts, verbs)
  const nothing = () => Promise.resolve(undefined)
  return (db) => async (login, at, endpoint, input) => {
    clock.set(at)
    const { run } = verbOf(endpoint.name)
    const actor = actorOf(parts.accounts, login)
    const reach = reachOf(endpoint.name, actor.role)
    if (!run || !reach || endpoint.needs) throw new Error(`${login} does not do ${endpoint.name}`)
    const request = { ...tools, db, actor, input, reach, today: clock.today(), at: new Date(at), command: parts.chance.id() }
    return run({
      ...request,
      whyClosed: nothing,
      whyNotReach: nothing,
      note: () => {},
      saw: () => {},
    } as unknown as Request<never>)
  }
}

async function stage({ owner, fields, keys, log, today }: SpeakerParts, verbs: readonly Served[]) {
  const served = new Map(verbs.map((verb): [string, Served] => [verb.endpoint.name, verb]))
  const clock = makeClock(true)
  const signer = makeSigner(keys)
  const packs = await openPackShelf({ db: owner, signer, log, today, now: clock.now() })
  const verbOf = (name: string): Served => {
    const verb = served.get(name)
    if (!verb) throw new Error(`nobody says ${name}`)
    return verb
  }
  return { tools: { clock, fields, log, demo: true, packs, signer }, clock, verbOf }
}

function actorOf(accounts: SpeakerParts['accounts'], login: DemoLogin): Actor {
  const [, name, role, place] = demoAccounts.find(([known]) => known === login) ?? []
  if (name === undefined || role === undefined || place === undefined) throw new Error(`no ${login} in the demo`)
  return { account: accounts[login], name, role, place, session: undefined }
}
