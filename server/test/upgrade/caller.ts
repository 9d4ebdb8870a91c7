// Somebody who signs in to a server as with the account of long ago.
import type { Endpoint, ProblemReply } from '@wangdi/domain/endpoint.ts'
import type { Static, TObject, TSchema } from 'typebox'
import { v7 as newId } from 'uuid'
import { cookieOf, testPassword } from '../sign-in.ts'
import { roadTo } from '../walls/ask.ts'

/** A refusal, or a failure of the server: its message is the code. */
export class NotAnswered extends Error {
  readonly status: number
  constructor(status: number, { code }: ProblemReply) {
    super(code)
    this.status = status
  }
}

/** Asks verbs; throws NotAnswered. */
export type Ask = <I extends TObject, R extends TSchema>(endpoint: Endpoint<I, R>, input: Static<I>) => Promise<Static<R>>

/** Signs in with login and password, and with the code of the authenticator where one is asked for. */
export async function signInTo(url: string, login: string, findCode: () => Promise<string | undefined>): Promise<Ask> {
  const post = (path: string, body: object, cookie = '') =>
    fetch(`${url}/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    })
  const first = await post('sign-in', { login, password: testPassword })
  const { state } = (await first.json()) as { state?: string }
  const last =
    state === 'second-factor-needed'
      ? await post('second-factor', { kind: 'totp', code: await findCode() }, cookieOf(first))
      : first
  if (!last.ok) throw new Error(`${login} is not let in: ${last.status}`)
  const cookie = cookieOf(last)
  return async (endpoint, input) => {
    const { method, url: path, payload } = roadTo(endpoint, input as Record<string, unknown>)
    const command = endpoint.writes ? { 'command-id': newId(), 'command-at': new Date().toISOString() } : {}
    const kind = payload === undefined ? {} : { 'content-type': 'application/json' }
    const answer = await fetch(url + path, {
      method,
      headers: { cookie, ...command, ...kind },
      ...(payload === undefined ? {} : { body: payload }),
    })
    const body: unknown = await answer.json()
    if (!answer.ok) throw new NotAnswered(answer.status, body as ProblemReply)
    return body as Static<typeof endpoint.reply>
  }
}
