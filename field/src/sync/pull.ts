import type { Given } from '@wangdi/domain/kinds/given.api.ts'
import type { Changes, ChangesAsked, Snapshot, SnapshotAsked } from '@wangdi/domain/sync/sync.api.ts'
import { type Digest, heldAmong, markOf } from '@wangdi/domain/sync/gone.rules.ts'
import { applyRows, keepScope, withGiven, withoutOld } from '@wangdi/domain/sync/held.rules.ts'
import { shanghaiDay } from '@wangdi/domain/day.ts'
import { textsIn } from '@wangdi/domain/sync/fold.rules.ts'
import type { Holding } from './holding.ts'
import type { Outbox } from './outbox.ts'
import type { Position } from './store.ts'

/** What a phone carries: the doors of its bearer's grids, and what was given to its bearer. */
export interface Carried {
  readonly doors: boolean
  readonly given: boolean
}

/** The reading roads of the server. */
export interface PullRoad {
  snapshot(input: SnapshotAsked): Promise<Snapshot>
  changes(input: ChangesAsked): Promise<Changes>
  given(input: { mark?: string }): Promise<Given>
}

const digest: Digest = async (text) => new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
const codeOf = (problem: unknown) => (problem as { code?: unknown }).code

/** Brings the phone up to the server, the doors first; `told` is called after each step, so that a page can say how far it is. */
export async function pull(
  road: PullRoad,
  holding: Holding,
  sent: Pick<Outbox, 'list' | 'forget'>,
  carries: Carried,
  told: () => void,
): Promise<void> {
  if (carries.doors) await pullDoors(road, holding, sent, told)
  if (carries.given) await pullGiven(road, holding, told)
}

const nowhere = { epoch: '', cursor: '0', scope: '', next: null, doors: 0, ofDoors: 0, lastBlock: '' } as const

// All of it each time, since it is little: what was taken back, has ended or is destroyed is simply not in it.
async function pullGiven(road: PullRoad, holding: Holding, told: () => void): Promise<void> {
  const before = holding.position()
  const { rows, mark, now } = await road.given(before?.given === undefined ? {} : { mark: before.given })
  const position = { ...(before ?? nowhere), given: mark, at: now }
  await holding.keep({ ...(rows && { held: withGiven(holding.held(), rows) }), position })
  told()
}

/**
 * Brings the doors up to the server: goes on with a download that was broken off, else fetches what changed.
 */
async function pullDoors(
  road: PullRoad,
  holding: Holding,
  sent: Pick<Outbox, 'list' | 'forget'>,
  told: () => void,
): Promise<void> {
  const position = holding.position()
  if (!position || position.next !== null) return download(road, holding, told)
  try {
    await fetchChanges(road, holding, sent, position)
    told()
  } catch (problem) {
    if (codeOf(problem) !== 'sync.start-over') throw problem
    await holding.clear()
    // What was destroyed meanwhile nobody tells any more: what was sent goes with all that was held.
    await sent.forget(() => true)
    told()
    await download(road, holding, told)
  }
}

// Records that were sent lie in the outbox for some days: one about somebody or something destroyed goes at once.
async function forgetDestroyed(sent: Pick<Outbox, 'list' | 'forget'>, destroyed: readonly string[]): Promise<void> {
  if (destroyed.length === 0) return
  const marks = new Set(destroyed)
  const gone = new Set<string>()
  for (const entry of sent.list())
    for (const id of [entry.id, ...textsIn(entry.input)]) if (marks.has(await markOf('sent', id, digest))) gone.add(entry.id)
  await sent.forget(({ id }) => gone.has(id))
}

async function download(road: PullRoad, holding: Holding, told: () => void): Promise<void> {
  for (;;) {
    const before = holding.position()
    const page = await road.snapshot(before?.next ? { after: before.next } : {})
    // Grids redrawn, or a database restored, while the download ran: what is here may be another's by now.
    if (before && (before.scope !== page.scope || before.epoch !== page.epoch)) {
      await holding.clear()
      continue
    }
    const held = applyRows(holding.held(), page.rows)
    const last = page.next === null ? page.blocks.at(-1) : page.blocks.find(({ id }) => id === page.next)
    await holding.keep({
      held,
      ...(page.setting && { setting: page.setting }),
      position: {
        epoch: page.epoch,
        // What changed on pages already here while later ones came is told again from the first page's cursor on.
        cursor: before?.cursor ?? page.cursor,
        scope: page.scope,
        next: page.next,
        doors: held.dwelling.size,
        ofDoors: page.blocks.reduce((sum, { dwellings }) => sum + dwellings.length, 0),
        lastBlock: last?.name ?? '',
        at: page.now,
      },
    })
    told()
    if (page.next === null) return
  }
}

async function fetchChanges(
  road: PullRoad,
  holding: Holding,
  sent: Pick<Outbox, 'list' | 'forget'>,
  position: Position,
): Promise<void> {
  const { since, epoch, scope } = { since: position.cursor, epoch: position.epoch, scope: position.scope }
  const news = await road.changes({ since, epoch, scope })
  await forgetDestroyed(sent, news.destroyed)
  const before = holding.held()
  let held = applyRows(before, news.rows, await heldAmong(before, news.gone, digest))
  if (news.blocks) {
    const kept = keepScope(held, news.blocks)
    held = kept.held
    for (const block of kept.missing) held = applyRows(held, (await road.snapshot({ block })).rows)
  }
  held = withoutOld(held, shanghaiDay(news.now))
  const doors = held.dwelling.size
  await holding.keep({
    held,
    setting: news.setting,
    position: { ...position, cursor: news.cursor, scope: news.scope, doors, ofDoors: doors, at: news.now },
  })
}
