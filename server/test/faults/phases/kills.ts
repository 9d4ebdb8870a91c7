// 2,000 commands while server and database are killed with SIGKILL in the middle of them. At the end every acknowledged command
// must be there exactly once, and every repeat must have had the same answer as the first time.
import type { Command } from '@wangdi/domain/endpoint.ts'
import { startPostgres } from '../../../src/platform/postgres/launch.ts'
import { withClient } from '../../database-url.ts'
import { signIn } from '../client.ts'
import { type Fault, postgresOf } from '../killable-server.ts'
import { openOutbox, type Sent } from '../outbox.ts'
import type { Phase, Verdict } from '../phase.ts'
import { countLost, countWrong, findDoors, isDone, makeVisits } from '../visits.ts'

const total = 2_000
const batchSize = 5
const faults: readonly Fault[] = ['server', 'database', 'both', 'server', 'database', 'both']

/** Phase: nothing acknowledged is lost or doubled while server and database are killed again and again. */
export const killing: Phase = async ({ folder: data, say, start }) => {
  const server = await start(data)
  const visits = makeVisits(await findDoors(data), total)
  const outbox = openOutbox(await signIn(server.url, 'sunli'))

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
  const lost = await countLost(data, visits, outbox.sent)
  say(`all ${outbox.sent.first.size} answered, ${lost} of them lost; sending all once more`)
  await outbox.sendAll(batches, 4, () => {})
  await server.stop()
  return judge(data, visits, outbox.sent, lost)
}

async function judge(data: string, visits: Command[], sent: Sent, lost: number): Promise<Verdict> {
  // Asked of the database itself, in a start of its own after the server's clean end.
  const postgres = await startPostgres({ directory: postgresOf(data), log: () => {} })
  const { doubled, unaudited } = await withClient(postgres.url, (client) => countWrong(client, visits, sent))
  await postgres.stop()
  const acknowledged = visits.filter((visit) => isDone(visit, sent)).length
  const refused = visits.length - acknowledged
  const changed = sent.changed.length
  const counted = `${lost} lost, ${doubled} doubled, ${unaudited} unaudited, ${refused} refused, ${changed} answers changed`
  return {
    holds: refused + lost + doubled + unaudited + changed === 0,
    sentence: `Of ${acknowledged} acknowledged commands, with ${faults.length} kills among them: ${counted}.`,
    figures: {
      commands: visits.length,
      requests: sent.requests,
      unanswered: sent.unanswered,
      kills: faults.length,
      acknowledged,
      refused,
      lost,
      doubled,
      unaudited,
      'changed answers': changed,
    },
  }
}
