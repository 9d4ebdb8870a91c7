import { Problem } from '@wangdi/domain/problem.ts'
import { problems } from '@wangdi/domain/staff/sign-in.problems.ts'
import type { Trace } from '@wangdi/domain/staff/session-traces.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import type { Db } from '../../../platform/db.ts'
import type { Log } from '../../../platform/log.ts'
import { passCookies } from './answers.ts'
import type { Delays, From, Step } from '../guessing/delays.ts'
import type { Devices } from '../guessing/devices.ts'
import type { Library } from '../library.ts'
import type { Sessions } from '../sessions.ts'

/** Of whom a trace speaks; `undefined` where nobody has the name. */
export type Traced = { readonly id: string; readonly place: string } | undefined

/** What the roads stand on. */
export interface Ground {
  readonly db: Db
  /** The connections of the sign-in library. */
  readonly pool: Pool
  readonly log: Log
  readonly library: Library
  readonly delays: Delays
  readonly sessions: Sessions
  readonly devices: Devices
  /** Leaves a line of the audit: who, what; never what was typed. */
  note(account: Traced, verb: Trace): Promise<void>
}

/** Who tries a login name on this request, and from where. */
export const fromOf = ({ devices }: Ground, request: FastifyRequest, login: string): From => ({
  login,
  address: request.ip,
  device: devices.find(request),
})

/**
 * Lets a guess go on, counted as failed until the function that is given takes it back. Throws `session.wait` while a wait
 * holds, with a trace of its first refusal.
 */
export async function countGuess(ground: Ground, step: Step, from: From, account: Traced): Promise<() => Promise<void>> {
  const counted = await ground.delays.begin(step, from)
  if ('takeBack' in counted) return () => counted.takeBack()
  if (counted.isNew) await ground.note(account, 'session.slowed')
  throw problems.wait({ seconds: counted.seconds })
}

const guesses: ReadonlySet<string> = new Set([problems.wrongPassword({}).code, problems.secondFactorWrong({}).code])

/** What a road answers; before a guess is refused, it leaves its trace. */
export function tracing<T>(ground: Ground, account: Traced, verb: Trace, run: () => Promise<T>): Promise<T> {
  return run().catch(async (error: unknown) => {
    if (error instanceof Problem && guesses.has(error.code)) await ground.note(account, verb)
    throw error
  })
}

/** Lets somebody in whose session the library made: the place is known from now on, and the cookies go out. */
export async function enter(
  ground: Ground,
  account: { id: string; place: string; login: string },
  answer: Response,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const device = ground.devices.mark(request, reply)
  await ground.delays.succeeded({ login: account.login, address: request.ip, device })
  passCookies(answer, reply)
  await ground.note(account, 'session.sign-in')
}
