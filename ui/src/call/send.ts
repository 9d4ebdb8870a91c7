/** A refusal as it came over the wire (RFC 9457), or made here when no answer came: the code is stable, both languages are in it. */
export class ApiProblem extends Error {
  readonly code: string
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  readonly words: { readonly zh: string; readonly en: string }
  readonly facts: Readonly<Record<string, unknown>>
  constructor(code: string, status: number, words: { zh: string; en: string }, facts: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.name = 'ApiProblem'
    this.code = code
    this.status = status
    this.words = words
    this.facts = facts
  }
}

/** What a road needs of an endpoint: method and path below /api with `:name` for fields of the input. */
export interface Road {
  readonly at: string
}

/** What a command carries beside its input, made by the client: a UUIDv7 and the moment it was decided. */
export interface CommandMark {
  readonly id: string
  readonly at: string
}

const noNetwork = {
  zh: '没连上网，刚才填的还在，连上后再点一次',
  en: 'No network. What was typed is kept; press again when the network is back.',
}
const unreadable = {
  zh: '没看懂回来的内容，刚才填的还在。再点一次；还不行，找管理员',
  en: 'The answer could not be read. What was typed is kept; press again, or ask the administrator.',
}

const refused = {
  zh: '没办成，刚才填的还在。再点一次；还不行，把后面的代号告诉管理员',
  en: 'This did not work. What was typed is kept; press again, or tell the administrator the code behind.',
}

/**
 * Method, address and body of a call: `:name` segments are taken out of the input; of the rest a GET makes a query
 * string (undefined and null are left out, lists repeat their name) and a POST a JSON body.
 */
export function roadTo(road: Road, input: Readonly<Record<string, unknown>>): { method: string; path: string; body?: string } {
  const [method = 'GET', pattern = '/'] = road.at.split(' ')
  const rest: Record<string, unknown> = { ...input }
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value ?? ''))
  })
  if (method !== 'GET') return { method, path: `/api${path}`, body: JSON.stringify(rest) }
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(rest)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) search.append(name, String(one))
    }
  }
  const asked = search.toString()
  return { method, path: `/api${path}${asked ? `?${asked}` : ''}` }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function problemOf(status: number, body: unknown): ApiProblem {
  if (!isRecord(body) || typeof body.code !== 'string') return new ApiProblem('reply.unreadable', status, unreadable)
  // A refusal without words, of a server before ours or of a newer one, is told in words all the same: a code alone says nothing.
  const said = isRecord(body.words) ? body.words : {}
  const words = { zh: typeof said.zh === 'string' ? said.zh : refused.zh, en: typeof said.en === 'string' ? said.en : refused.en }
  return new ApiProblem(body.code, status, words, isRecord(body.facts) ? body.facts : {})
}

/**
 * Sends one call and gives its parsed answer. Throws ApiProblem with the code of the server, `network.none` when
 * nothing came back, `reply.unreadable` when what came back is no JSON; a call given up by its signal throws as fetch does.
 */
export async function send(
  road: Road,
  input: Readonly<Record<string, unknown>>,
  { mark, signal, device }: { mark?: CommandMark; signal?: AbortSignal; device?: string } = {},
): Promise<unknown> {
  const { method, path, body } = roadTo(road, input)
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (device) headers['device-id'] = device
  if (mark) Object.assign(headers, { 'command-id': mark.id, 'command-at': mark.at })
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (body !== undefined) init.body = body
  if (signal) init.signal = signal
  let reply: Response
  try {
    reply = await fetch(path, init)
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiProblem('network.none', 0, noNetwork)
  }
  if (reply.status === 204) return undefined
  const text = await reply.text()
  let parsed: unknown
  try {
    parsed = text === '' ? undefined : JSON.parse(text)
  } catch {
    throw new ApiProblem('reply.unreadable', reply.status, unreadable)
  }
  if (!reply.ok) throw problemOf(reply.status, parsed)
  return parsed
}
