// The visits that a phase sends, and what the database holds of them.
import type { Command } from '@wangdi/domain/endpoint.ts'
import type pg from 'pg'
import { v7 as newId } from 'uuid'
import { askDatabase } from './killable-server.ts'
import type { Sent } from './outbox.ts'

const keptVisits = 'SELECT id, count(*) AS n FROM visit WHERE id = ANY($1) GROUP BY id'
const auditLines = `SELECT targets->>'visit' AS id, count(*) AS n FROM audit_line
  WHERE verb = 'rounds.record-visit' AND targets->>'visit' = ANY($1) GROUP BY 1`

/** The ids of the first hundred doors of the demo's town community; throws when it has none. */
export async function findDoors(data: string): Promise<string[]> {
  const rows = await askDatabase(data, 'SELECT id FROM dwelling WHERE community = $1 ORDER BY id LIMIT 100', ['410105001003'])
  if (rows.length === 0) throw new Error('the demo has no doors')
  return rows.map((row) => String(row['id']))
}

/** So many visits, door after door. */
export const makeVisits = (doors: string[], count: number): Command[] =>
  Array.from({ length: count }, (_, index) => visitOf(doors[index % doors.length] ?? '', index))

function visitOf(dwelling: string, index: number): Command {
  // Fixed content, so that a repeat is the same to the letter.
  const at = new Date(Date.now() - 3_600_000 + index).toISOString()
  return { id: newId(), verb: 'rounds.record-visit', at, input: { id: newId(), dwelling, result: 'nobody-home' } }
}

/** Whether a visit was acknowledged as done. */
export const isDone = (visit: Command, sent: Sent): boolean => sent.first.get(visit.id)?.includes('"state":"done"') ?? false

/** How many visits were acknowledged and are not in the database of the running server. */
export async function countLost(data: string, visits: Command[], sent: Sent): Promise<number> {
  const rows = await askDatabase(data, keptVisits, [visits.map((visit) => visit.input['id'])])
  const kept = new Set(rows.map((row) => String(row['id'])))
  return visits.filter((visit) => isDone(visit, sent) && !kept.has(String(visit.input['id']))).length
}

/** How many visits stand more than once among visits or audit lines, and how many acknowledged ones have no audit line. */
export async function countWrong(
  client: pg.Client,
  visits: Command[],
  sent: Sent,
): Promise<{ doubled: number; unaudited: number }> {
  const count = async (text: string) => {
    const { rows } = await client.query(text, [visits.map((visit) => visit.input['id'])])
    return new Map(rows.map((row) => [String(row.id), Number(row.n)]))
  }
  const [kept, lines] = [await count(keptVisits), await count(auditLines)]
  const times = (counted: Map<string, number>, visit: Command) => counted.get(String(visit.input['id'])) ?? 0
  return {
    doubled: visits.filter((visit) => times(kept, visit) > 1 || times(lines, visit) > 1).length,
    unaudited: visits.filter((visit) => isDone(visit, sent) && times(lines, visit) === 0).length,
  }
}
