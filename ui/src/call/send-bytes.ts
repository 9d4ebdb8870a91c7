import { ApiProblem } from './send.ts'

const noNetwork = {
  zh: '照片没传上去，没连上网。连上后再试一次',
  en: 'The photo was not sent: no network. Try again when the network is back.',
}

/** Sends the bytes of a photo up its road; throws ApiProblem, `network.none` where nothing came back. */
export async function sendBytes(path: string, bytes: Blob): Promise<void> {
  let reply: Response
  try {
    reply = await fetch(path, {
      method: 'POST',
      body: bytes,
      headers: { 'content-type': 'application/octet-stream', accept: 'application/json' },
      credentials: 'same-origin',
    })
  } catch {
    throw new ApiProblem('network.none', 0, noNetwork)
  }
  if (reply.ok) return
  const said = (await reply.json().catch(() => undefined)) as
    | { code?: string; words?: { zh: string; en: string }; facts?: Record<string, unknown> }
    | undefined
  throw new ApiProblem(said?.code ?? 'reply.unreadable', reply.status, said?.words ?? noNetwork, said?.facts ?? {})
}
