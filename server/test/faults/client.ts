// Somebody signed in who asks the server over HTTP and measures how long it takes.
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { type RosterFile, rosterFilesPath } from '@wangdi/domain/people/import.api.ts'
import type { Static, TObject, TSchema } from 'typebox'
import { v7 as newId } from 'uuid'
import { demoPassword } from '../../src/staff/index.ts'
import { cookieOf } from '../sign-in.ts'

/** An answer as it came: `code` is that of the problem, empty when there was none. */
export type Answer<R = unknown> = { status: number; code: string; body: R; ms: number }

/** Says which command a request is, and when its client hangs up. */
export type Said = { id?: string; signal?: AbortSignal }

/** A session of the demo. */
export type Client = {
  url: string
  headers: Record<string, string>
  /** Asks a verb; a problem is an answer, a broken connection throws a TypeError. */
  ask<I extends TObject, R extends TSchema>(endpoint: Endpoint<I, R>, input: Static<I>, said?: Said): Promise<Answer<Static<R>>>
  /** Sends the bytes of a roster. */
  upload(bytes: Uint8Array<ArrayBuffer>): Promise<Answer<RosterFile>>
}

/** The code of a problem as it travels; empty when the text is none. */
export function codeIn(text: string): string {
  try {
    const { code } = JSON.parse(text) as { code?: unknown }
    return typeof code === 'string' ? code : ''
  } catch {
    return ''
  }
}

/** No request may take longer, whatever is struck: a server that keeps quiet for so many ms is a fault of its own. */
export const answerMs = 120_000

/** Signs in with a login of the demo; throws when it is not let in. */
export async function signIn(url: string, login: string): Promise<Client> {
  const body = JSON.stringify({ login, password: demoPassword })
  const answer = await fetch(`${url}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(answerMs),
  })
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`)
  const headers = { cookie: cookieOf(answer) }
  return {
    url,
    headers,
    ask: (endpoint, input, said = {}) => timed(`${url}/api`, requestOf(endpoint, input, said, headers)),
    upload: (bytes) =>
      timed(url, {
        path: rosterFilesPath,
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/octet-stream' },
        body: bytes,
      }),
  }
}

type Asked = Omit<RequestInit, 'signal'> & { path: string; signal?: AbortSignal }

async function timed<R>(base: string, { path, signal, ...request }: Asked): Promise<Answer<R>> {
  const began = performance.now()
  const late = AbortSignal.timeout(answerMs)
  const response = await fetch(base + path, { ...request, signal: signal ? AbortSignal.any([signal, late]) : late })
  const text = await response.text()
  const ms = performance.now() - began
  return { status: response.status, code: response.ok ? '' : codeIn(text), body: parsed(text) as R, ms }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function requestOf(endpoint: Endpoint, input: unknown, { id = newId(), signal }: Said, headers: Record<string, string>): Asked {
  const [method, path] = endpoint.at.split(' ') as ['GET' | 'POST', string]
  const rest = { ...(input as Record<string, unknown>) }
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  const asked = { method, ...(signal && { signal }) }
  if (method === 'GET') {
    const query = new URLSearchParams(Object.entries(rest).map(([name, value]): [string, string] => [name, String(value)]))
    return { ...asked, path: `${filled}?${query}`, headers }
  }
  const command = endpoint.writes ? { 'command-id': id, 'command-at': new Date().toISOString() } : {}
  return {
    ...asked,
    path: filled,
    headers: { ...headers, ...command, 'content-type': 'application/json' },
    body: JSON.stringify(rest),
  }
}
