import type { ToDoList } from '@wangdi/domain/plan/plan.ts'
import { roles } from '@wangdi/domain/roles.ts'
import type { PlaceCode } from '@wangdi/domain/schema.ts'
import type { Measure } from '@wangdi/policy/engine/answer.ts'
import { needsOf, type PlanDiff } from '@wangdi/policy/engine/diff.ts'
import type { Role as Actor } from '@wangdi/policy/vocabulary.ts'
import type { Db } from '../platform/db.ts'
import { countRolesFor } from '../staff/index.ts'

// The levels are called by their officers among the accounts; a post that no account can have is not counted as nobody.
const roleOf = (actor: Actor): string | undefined => [actor, `${actor}-officer`].find((name) => name in roles)

const said = (measures: readonly Measure[]) => measures.map(({ id, text }) => ({ id, text }))

/** What a change of the plan asks of a place: measures, the people for them with how many there are, and goods. */
export async function toDoFor(db: Db, place: PlaceCode, diff: Pick<PlanDiff, 'started' | 'stopped'>): Promise<ToDoList> {
  const { people, goods } = needsOf(diff)
  const onHand = people.length > 0 ? await countRolesFor(db, place) : new Map<string, number>()
  const countOf = (actor: Actor) => {
    const role = roleOf(actor)
    return role === undefined ? null : (onHand.get(role) ?? 0)
  }
  return {
    started: said(diff.started),
    stopped: said(diff.stopped),
    people: people.map((post) => ({ ...post, on_hand: countOf(post.role) })),
    goods: { started: said(goods.started), stopped: said(goods.stopped) },
  }
}
