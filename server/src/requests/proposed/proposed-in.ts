import { isLate } from '@wangdi/domain/kinds/terms/term.rules.ts'
import { dueOfProposal } from '@wangdi/domain/requests/proposed/proposed.rules.ts'
import { type ProposedErrands, proposedGoods } from '@wangdi/domain/requests/proposed/proposed.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { listEpisodes } from '../../observation/index.ts'
import type { Db } from '../../platform/db.ts'
import { listDecisions } from './proposed.queries.ts'

/** As many stays of a place as are looked through at once; a community never has as many. */
const mostStays = 2000

/** What the running orders of a place propose, with what was decided about each, due first. */
export async function proposedIn(db: Db, place: PlaceCode, today: Day, now: string): Promise<ProposedErrands[]> {
  const { rows: stays } = await listEpisodes(db, { place, state: 'running' }, today, { page: 0, size: mostStays })
  const atHome = stays.flatMap(({ episode, name, door }) => {
    const due_at = dueOfProposal(episode, now)
    return due_at === undefined ? [] : [{ episode, name, door, due_at }]
  })
  const decided = await listDecisions(
    db,
    atHome.map(({ episode }) => episode.id),
  )
  const of = new Map(decided.map((decision) => [`${decision.observation} ${decision.what}`, decision]))
  return atHome
    .map(({ episode: { id, person, community, decided_at }, name, door, due_at }) => {
      const goods = proposedGoods.map((what) => {
        const { outcome, note, by, at, errand: taken } = of.get(`${id} ${what}`) ?? {}
        return { what, decision: outcome && at ? { outcome, note: note ?? '', by: by ?? '', at, errand: taken ?? null } : null }
      })
      const late = isLate(due_at, now) && goods.some(({ decision }) => decision === null)
      return { observation: id, person, name, community, door, decided_at, due_at, late, goods }
    })
    .sort((one, other) => (one.due_at < other.due_at ? -1 : 1))
}

/** How many homes have an errand that nobody decided about, since when the first of them, and until when. */
export async function countProposed(
  db: Db,
  place: PlaceCode,
  today: Day,
  now: string,
): Promise<{ n: number; due_at: string | null; since: Date | null }> {
  const open = (await proposedIn(db, place, today, now)).filter(({ goods }) => goods.some(({ decision }) => decision === null))
  const [first] = open
  return { n: open.length, due_at: first?.due_at ?? null, since: first ? new Date(first.decided_at) : null }
}
