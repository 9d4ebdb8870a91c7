// The server is killed with SIGKILL in the middle of an upload, of a preview and of imports at several moments.
import { importProgress, importResidents, previewImport, rosterFilesPath } from '@wangdi/domain/people/import.api.ts'
import { readdir } from 'node:fs/promises'
import { request as sendRequest } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { v7 as newId } from 'uuid'
import { type Client, signIn } from '../client.ts'
import type { Fault, KillableServer } from '../killable-server.ts'
import type { Phase, Site } from '../phase.ts'
import { until } from '../within.ts'
import { countHeld, makeRoster, standingOf } from '../rosters.ts'

const town = '410105001003'
const people = 6000

/** When an import is cut: in which part of it, and what is killed. */
const moments: readonly { surname: string; phase: string; rows: number; fault: Fault }[] = [
  { surname: '欧阳', phase: 'reading', rows: 1, fault: 'server' },
  { surname: '上官', phase: 'matching', rows: 1, fault: 'server' },
  { surname: '司徒', phase: 'matching', rows: people / 2, fault: 'both' },
  { surname: '诸葛', phase: 'done', rows: 1, fault: 'server' },
]

/** Phase: a kill leaves nothing of an upload, and of an import all or nothing; its repeat gives one result. */
export const cutOff: Phase = async (site) => {
  const server = await site.start(join(site.folder, 'data'))
  const client = await signIn(server.url, 'sunli')
  const wrong: string[] = []
  const left = await cutUpload(server, client)
  if (left.length > 0) wrong.push(`left of the upload: ${left.join(', ')}`)
  site.say('killed in the middle of an upload, started again')
  wrong.push(...(await cutPreview(server, client)))
  site.say('killed in the middle of a preview, started again')
  let [whole, nothing] = [0, 0]
  for (const moment of moments) {
    const { standing, faults } = await cutImport(site, server, client, moment)
    if (standing === 'whole') whole++
    if (standing === 'nothing') nothing++
    wrong.push(...faults)
  }
  for (const fault of wrong) site.say(fault)
  return {
    holds: wrong.length === 0,
    sentence: `After ${moments.length + 2} kills ${left.length} files were left of an upload; of ${moments.length} imports cut off ${whole} were there whole and ${nothing} not at all, and each repeat gave one result; ${wrong.length} things were wrong.`,
    figures: {
      kills: moments.length + 2,
      'files left': left.length,
      imports: moments.length,
      whole,
      nothing,
      wrong: wrong.length,
    },
  }
}

/** Files under the data folder but for the database and the log, which grow by themselves. */
async function listFiles(data: string): Promise<string[]> {
  const names = await readdir(data, { recursive: true, withFileTypes: true })
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(data.length + 1))
    .filter((name) => !name.startsWith('postgres/') && name !== 'server.log')
}

/** Kills the server in the middle of an upload; names what is left of it under the data folder after the next start. */
export async function cutUpload(server: KillableServer, { headers }: Client): Promise<string[]> {
  const before = await listFiles(server.data)
  const request = sendRequest(server.url + rosterFilesPath, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/octet-stream', 'content-length': 1_000_000 },
  })
  request.on('error', () => {}) // it is cut off on purpose
  request.write(Buffer.alloc(300_000, '张'))
  const more = async () => (await listFiles(server.data)).filter((name) => !before.includes(name))
  await until('the upload is under way', 30, async () => (await more()).length > 0)
  await server.strike('server')
  request.destroy()
  return more()
}

async function cutPreview(server: KillableServer, client: Client): Promise<string[]> {
  const { file } = (await client.upload(makeRoster('夏侯', 100_000))).body
  let answered: string | undefined
  const asked = client.ask(previewImport, { place: town, kind: 'residents', file }).then(
    ({ status }) => (answered = `the preview was answered with ${status} before the kill`),
    () => undefined,
  )
  await pause(300)
  await server.strike('server')
  await asked
  const { status } = await client.ask(previewImport, { place: town, kind: 'residents', file })
  return [answered, status === 404 ? undefined : `the file of before answers ${status}`].filter((fault) => fault !== undefined)
}

async function cutImport(site: Site, server: KillableServer, client: Client, moment: (typeof moments)[number]) {
  const { surname, phase, rows, fault } = moment
  const bytes = makeRoster(surname, people)
  const said = { id: newId() }
  const input = { id: newId(), place: town, file: (await client.upload(bytes)).body.file }
  const faults: string[] = []
  let ended = false
  const first = client.ask(importResidents, input, said).catch(() => undefined)
  void first.then(() => (ended = true))
  await until(`an import that is ${phase}`, 60, async () => {
    if (ended) return true
    const { body } = await client.ask(importProgress, { id: input.id })
    return body.phase === 'done' || (body.phase === phase && body.done >= rows)
  })
  await server.strike(fault)
  await first
  const standing = standingOf(await countHeld(server.data, input.id, surname), people)
  if (standing === 'wrong')
    faults.push(`${phase}: ${JSON.stringify(await countHeld(server.data, input.id, surname))} after the kill`)

  // As a client does: the same again; where the file went with the server and nothing was kept, the file once more.
  let repeat = await client.ask(importResidents, input, said)
  if (repeat.status === 404 && standing === 'nothing') {
    input.file = (await client.upload(bytes)).body.file
    repeat = await client.ask(importResidents, input, said)
  }
  const again = await client.ask(importResidents, input, said)
  if (repeat.status !== 200) faults.push(`${phase}: its repeat answers ${repeat.status} ${repeat.code}`)
  if (JSON.stringify(again.body) !== JSON.stringify(repeat.body)) faults.push(`${phase}: two repeats are answered differently`)
  const held = await countHeld(server.data, input.id, surname)
  if (standingOf(held, people) !== 'whole') faults.push(`${phase}: ${JSON.stringify(held)} after the repeat`)
  site.say(`import killed (${fault}) while ${phase}: ${standing}; repeated: ${standingOf(held, people)}`)
  return { standing, faults }
}
