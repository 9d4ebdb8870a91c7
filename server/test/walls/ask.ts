// Requests as a stranger's program may send them: any bytes in any part.
import type { Endpoint, ProblemReply } from '@wangdi/domain/endpoint.ts'
import { v7 as newId } from 'uuid'
import type { House } from '../house.ts'

export interface Answer {
  readonly status: number
  readonly code: string | undefined
  readonly body: string
}

let asked = 0

/** Each request comes from an address of its own, so that the limit of requests does not answer in place of the verb. */
export async function ask(
  house: House,
  method: 'GET' | 'POST',
  url: string,
  headers: Record<string, string>,
  payload?: string | Buffer,
): Promise<Answer> {
  asked++
  const reply = await house.app.inject({
    method,
    url,
    remoteAddress: `10.77.${(asked >> 8) & 255}.${asked & 255}`,
    headers: {
      'command-id': newId(),
      'command-at': house.clock.now().toISOString(),
      ...headers,
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(payload === undefined ? {} : { payload }),
  })
  return { status: reply.statusCode, code: reply.statusCode >= 400 ? codeIn(reply.body) : undefined, body: reply.body }
}

function codeIn(body: string): string | undefined {
  try {
    return (JSON.parse(body) as ProblemReply).code
  } catch {
    return undefined
  }
}

/** Method, address and body of a verb for an input of any values; what stands in the path is spelt there. */
export function roadTo({ at }: Endpoint, input: Record<string, unknown>) {
  const [method, path] = at.split(' ') as ['GET' | 'POST', string]
  const rest = { ...input }
  const spell = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value ?? '')).toWellFormed()
  const url = `/api${path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(spell(value))
  })}`
  if (method === 'POST') return { method, url, payload: JSON.stringify(rest) }
  const query = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, spell(value)] as [string, string]))
  return { method, url: query.size > 0 ? `${url}?${query}` : url }
}
