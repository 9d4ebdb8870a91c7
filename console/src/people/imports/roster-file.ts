import { type RosterFile, rosterFilesPath } from '@wangdi/domain/people/import.api.ts'
import { ApiProblem } from '@wangdi/ui/call/send.ts'

/** The largest file that the server takes, in bytes. */
export const mostBytes = 64 * 1024 * 1024

const noNetwork = {
  zh: '文件没传上去，没连上网。连上后再选一次',
  en: 'The file was not sent: no network. Choose it again when the network is back.',
}

/** Sends the bytes of a roster, or of another sheet up its own road; throws ApiProblem. Nothing is recorded before it is imported. */
export async function sendRosterFile(file: File, signal: AbortSignal, path = rosterFilesPath): Promise<RosterFile> {
  let reply: Response
  try {
    reply = await fetch(path, {
      method: 'POST',
      body: file,
      headers: { 'content-type': 'application/octet-stream', accept: 'application/json' },
      credentials: 'same-origin',
      signal,
    })
  } catch (cause) {
    if (signal.aborted) throw cause
    throw new ApiProblem('network.none', 0, noNetwork)
  }
  const body: unknown = await reply.json().catch(() => undefined)
  if (reply.ok) return body as RosterFile
  const said = body as { code?: string; words?: { zh: string; en: string }; facts?: Record<string, unknown> } | undefined
  throw new ApiProblem(said?.code ?? 'reply.unreadable', reply.status, said?.words ?? noNetwork, said?.facts ?? {})
}

/** Gives a file to the person: its bytes as base64, its name and media type. */
export function giveFile({ name, type, base64 }: { name: string; type: string; base64: string }): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** The letter over a column as sheets show it: 0 is A, 26 is AA. */
export function columnLetter(column: number): string {
  const before = Math.floor(column / 26) - 1
  return (before >= 0 ? columnLetter(before) : '') + String.fromCharCode(65 + (column % 26))
}
