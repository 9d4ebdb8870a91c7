// npm run test:faults: 2,000 commands while server and database are killed with SIGKILL in the middle of them. At the end every
// acknowledged command must be there exactly once, and every repeat must have had the same answer as the first time.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from '@wangdi/domain/endpoint.ts'
import { v7 as newId } from 'uuid'
import { startPostgres } from '../../src/platform/postgres/launch.ts'
import { findRunning } from '../../src/platform/postgres/running.ts'
import { demoPassword } from '../../src/staff/index.ts'
import { withClient } from '../database-url.ts'
import { type Fault, postgresOf, startKillable } from './killable-server.ts'
import { openOutbox, type Sent } from './outbox.ts'

const total = 2_000
const batchSize = 5
const faults: readonly Fault[] = ['server', 'database', 'both', 'server', 'database', 'both']

const keptVisits = 'SELECT id, count(*) AS n FROM visit WHERE id = ANY($1) GROUP BY id'
const auditLines = `SELECT targets->>'visit' AS id, count(*) AS n FROM audit_line
  WHERE verb = 'rounds.record-visit' AND targets->>'visit' = ANY($1) GROUP BY 1`

const data = await mkdtemp(join(tmpdir(), 'wangdi-faults-'))
const began = performance.now()
const say = (line: string) => console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`)

say(`starting the server on ${data}`)
const server = await startKillable(data)
try {
  process.exitCode = (await run()) ? 0 : 1
} finally {
  await server.stop()
  if (process.exitCode === 0) await rm(data, { recursive: true, force: true })
  else say(`left for inspection: ${data}`)
}

async function run(): Promise<boolean> {
  const url = (await findRunning(postgresOf(data))) ?? ''
  const doors = await withClient(url, async (client) => {
    const { rows } = await client.query('SELECT id FROM dwelling WHERE community = $1 ORDER BY id LIMIT 100', ['410105001003'])
    return rows.map((row) => String(row.id))
  })
  if (doors.length === 0) throw new Error('the demo has no doors')
  const visits = Array.from({ length: total }, (_, index) => visitOf(doors[index % doors.length] ?? '', index))
  const outbox = await openOutbox(server.url, 'sunli', demoPassword)

  const batches = Array.from({ length: total / batchSize }, (_, index) =>
    visits.slice(index * batchSize, (index + 1) * batchSize),
  )
  // Every third batch travels twice, as from a phone that heard no answer: the two may be on their way at the same time.
  const twice = batches.flatMap((batch, index) => (index % 3 === 0 ? [batch, batch] : [batch]))
  let answered = 0
  let struck = 0
  const strikes: Promise<void>[] = []
  const onAnswered = () => {
    answered++
    // One fault after each seventh of the batches, always with others still on their way.
    if (struck >= faults.length || answered < ((struck + 1) * twice.length) / (faults.length + 1)) return
    const fault = faults[struck++] ?? 'server'
    say(`${outbox.sent.first.size} commands answered; kill -9 ${fault}`)
    const before = strikes.at(-1) ?? Promise.resolve()
    strikes.push(before.then(() => server.strike(fault)).catch(outbox.giveUp))
  }
  await outbox.sendAll(twice, 8, onAnswered)
  await Promise.all(strikes)
  // Before everything is sent again, since that would bring back what was lost.
  const missing = await listMissing(visits, outbox.sent)
  say(`all ${outbox.sent.first.size} answered, ${missing.length} of them lost; sending all once more`)
  await outbox.sendAll(batches, 4, () => {})

  const exit = await server.stop()
  return judge(visits, outbox.sent, missing.length, exit)
}

function isDone(visit: Command, sent: Sent): boolean {
  return sent.first.get(visit.id)?.includes('"state":"done"') ?? false
}

/** The visits that were acknowledged and are not in the database of the running server. */
async function listMissing(visits: Command[], sent: Sent): Promise<Command[]> {
  const kept = await countById((await findRunning(postgresOf(data))) ?? '', keptVisits, visits)
  return visits.filter((visit) => isDone(visit, sent) && !kept.has(String(visit.input.id)))
}

function countById(url: string, text: string, visits: Command[]): Promise<Map<string, number>> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(text, [visits.map((visit) => visit.input.id)])
    return new Map(rows.map((row) => [String(row.id), Number(row.n)]))
  })
}

function visitOf(dwelling: string, index: number): Command {
  // Fixed content, so that a repeat is the same to the letter.
  const at = new Date(Date.now() - 3_600_000 + index).toISOString()
  return { id: newId(), verb: 'rounds.record-visit', at, input: { id: newId(), dwelling, result: 'nobody-home' } }
}

async function judge(visits: Command[], sent: Sent, lost: number, exit: number | null): Promise<boolean> {
  // Asked of the database itself, in a start of its own after the server's clean end.
  const postgres = await startPostgres({ directory: postgresOf(data), log: () => {} })
  const kept = await countById(postgres.url, keptVisits, visits)
  const lines = await countById(postgres.url, auditLines, visits)
  await postgres.stop()

  const times = (counted: Map<string, number>, visit: Command) => counted.get(String(visit.input.id)) ?? 0
  const done = visits.filter((visit) => isDone(visit, sent))
  const doubled = visits.filter((visit) => times(kept, visit) > 1 || times(lines, visit) > 1).length
  const unaudited = done.filter((visit) => times(lines, visit) === 0).length
  const refused = visits.length - done.length
  for (const visit of visits.filter((each) => !isDone(each, sent)).slice(0, 3)) say(`refused: ${sent.first.get(visit.id)}`)
  const figures = {
    commands: visits.length,
    requests: sent.requests,
    unanswered: sent.unanswered,
    kills: faults.length,
    acknowledged: done.length,
    refused,
    lost,
    doubled,
    unaudited,
    'changed answers': sent.changed.length,
    'exit code': exit,
    seconds: Math.round((performance.now() - began) / 1000),
  }
  console.log(
    Object.entries(figures)
      .map(([name, figure]) => `${name} ${figure}`)
      .join(' · '),
  )
  return refused + lost + doubled + unaudited + sent.changed.length === 0 && exit === 0
}
