// The disk with database, uploads and log runs full while visits, a roster and an import come in, and is freed again.
import { importResidents } from '@wangdi/domain/people/import.api.ts'
import { copyFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { v7 as newId } from 'uuid'
import { withClient } from '../../database-url.ts'
import { findRunning } from '../../../src/platform/postgres/running.ts'
import { type Answer, type Client, signIn } from '../client.ts'
import { askDatabase, type KillableServer, postgresOf } from '../killable-server.ts'
import { openOutbox } from '../outbox.ts'
import type { Phase, Site } from '../phase.ts'
import { until } from '../within.ts'
import { countHeld, makeRoster, standingOf } from '../rosters.ts'
import { mountSmallDisk, type SmallDisk } from '../small-disk.ts'
import { countLost, countWrong, findDoors, isDone, makeVisits } from '../visits.ts'

const town = '410105001003'
const [surname, people] = ['慕容', 6000]
const total = 600
const full = '503 server.disk-full'
// While the database is down, or went down within a commit.
const clear = new Set([full, '503 server.busy', '503 server.unsure'])

/** Phase: a full disk is told as what it is and leaves nothing half; with room again all goes on, and nothing acknowledged is lost. */
export const diskFull: Phase = async (site) => {
  const disk = await mountSmallDisk(join(site.folder, 'disk'), 1200)
  if (!disk) {
    const sentence = 'No disk may be mounted here, so that none was filled: run it as root on Linux.'
    return { holds: true, skipped: true, sentence, figures: { why: 'mount refused' } }
  }
  const data = join(disk.path, 'data')
  site.later(async () => {
    for (const log of ['server.log', 'postgres/postgres.log'])
      await copyFile(join(data, log), join(site.folder, log.split('/').at(-1) ?? log)).catch(() => {}) // not written yet
    await disk.unmount()
  })
  const server = await site.start(data)
  site.later(async () => disk.free())
  return strike(site, disk, server)
}

async function strike(site: Site, disk: SmallDisk, server: KillableServer): ReturnType<Phase> {
  const client = await signIn(server.url, 'sunli')
  const visits = makeVisits(await findDoors(server.data), total)
  const batches = Array.from({ length: total / 5 }, (_, nth) => visits.slice(nth * 5, nth * 5 + 5))
  const roster = makeRoster(surname, people)
  const said = { id: newId() }
  const input = { id: newId(), place: town, file: (await client.upload(roster)).body.file }
  const outbox = openOutbox(client)
  await outbox.sendAll(batches.slice(0, 20), 4, () => {})
  const names = () => readdir(join(server.data, 'uploads'))
  const before = (await names()).length

  disk.fill()
  const told: string[] = [codeOf(await client.upload(makeRoster(surname, 200_000)))]
  const half = (await names()).length - before
  const sending = outbox.sendAll(batches.slice(20), 4, () => {})
  sending.catch(() => {}) // awaited below
  told.push(codeOf(await client.ask(importResidents, input, said)))
  site.say(`full: upload and import were told ${told.join(', ')}`)
  const ended = await fillLog(disk, server.data)
  told.push(...(await askWhileFull(disk, client)))
  site.say(`the database ${ended ? 'ended' : 'went on'} without room for its log; now the disk is freed`)

  disk.free()
  await sending
  const [upload, repeat] = [
    await client.upload(roster),
    await until('the import is taken', 120, () => taken(client, input, said)),
  ]
  const held = standingOf(await countHeld(server.data, input.id, surname), people)
  const lost = await countLost(server.data, visits, outbox.sent)
  const { doubled, unaudited } = await withClient((await findRunning(postgresOf(server.data))) ?? '', (owner) =>
    countWrong(owner, visits, outbox.sent),
  )
  const acknowledged = visits.filter((visit) => isDone(visit, outbox.sent)).length
  const unclear = [...told, ...outbox.sent.told.keys()].filter((code) => !clear.has(code))
  const isToldFull = told[0] === full && told[1] === full
  const goesOn = upload.status === 200 && repeat.status === 200 && held === 'whole' && acknowledged === total
  for (const code of unclear) site.say(`not clear: ${code}`)
  return {
    holds: isToldFull && unclear.length === 0 && half === 0 && ended && goesOn && lost + doubled + unaudited === 0,
    sentence: `On a full disk upload and import were told ${told.slice(0, 2).join(' and ')}, ${half} half files lay there, and ${unclear.length} answers were unclear; freed again, ${goesOn ? 'all went on' : 'it did not go on'}: of ${acknowledged} acknowledged visits ${lost} lost, ${doubled} doubled, ${unaudited} unaudited.`,
    figures: {
      told: Object.fromEntries(outbox.sent.told),
      unclear: unclear.length,
      'half files': half,
      'database ended': ended,
      'went on': goesOn,
      acknowledged,
      lost,
      doubled,
      unaudited,
    },
  }
}

const codeOf = ({ status, code }: Answer) => `${status} ${code}`

async function taken(client: Client, input: { id: string; place: string; file: string }, said: { id: string }) {
  const answer = await client.ask(importResidents, input, said)
  return answer.status < 500 && answer
}

/** Writes the database's own log until there is no room for it, as others' writes would; true when it ended by that. */
async function fillLog(disk: SmallDisk, data: string): Promise<boolean> {
  for (let segment = 0; segment < 60; segment++) {
    disk.fill()
    try {
      await askDatabase(data, `SELECT pg_logical_emit_message(true, 'fault', repeat('x', 100000)), pg_switch_wal()`)
    } catch {
      return true
    }
  }
  return false
}

/** What a verb is told for some seconds, in which the database tries in vain to come back. */
async function askWhileFull(disk: SmallDisk, client: Client): Promise<string[]> {
  const told = new Set<string>()
  for (let second = 0; second < 10; second++) {
    disk.fill()
    const file = newId()
    const answer = await client.ask(importResidents, { id: newId(), place: town, file })
    told.add(codeOf(answer))
    await pause(1000)
  }
  // An answer of a database that was back for a moment is that there is no such file.
  return [...told].filter((code) => !code.startsWith('404'))
}
