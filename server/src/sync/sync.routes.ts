import { createHash } from 'node:crypto'
import type { EmergencyFunction } from '@wangdi/domain/endpoint.ts'
import { refusedTo } from '@wangdi/domain/who-may.ts'
import { countyOf } from '@wangdi/domain/place-code.ts'
import type { Problem } from '@wangdi/domain/problem.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { readChanges, readSnapshot } from '@wangdi/domain/sync/sync.api.ts'
import { problems } from '@wangdi/domain/sync/sync.problems.ts'
import type { HeldBlock, HeldRows, HeldSetting } from '@wangdi/domain/sync/sync.ts'
import { isInForce } from '@wangdi/policy/engine/packs.ts'
import type { Db } from '../platform/db.ts'
import { ofCommunity, type Request, type Served, serve } from '../platform/serve.ts'
import { noteContact } from '../platform/commands/contact.ts'
import { listBlocks } from './door.queries.ts'
import { marksOfSent, newsOf } from './changes.ts'
import { listDestroyed } from './destroyed.queries.ts'
import type { FeedContext, Pick } from './feed.ts'
import { feedsFor } from './feeds.ts'
import { type FeedState, listChanged, readFeedState } from './feed-state.queries.ts'
import { readSetting } from './setting.queries.ts'

/** Doors of one page; a block is never cut, so a page may hold more. */
const doorsOfPage = 250
/** More changes than this are slower than a new download. */
const mostChanges = 5000

/** Whether a function is open, as regimes lends it. */
export type WhyClosed = (db: Db, needs: EmergencyFunction, place: PlaceCode, day: Day) => Promise<Problem | undefined>

/** The two verbs by which a phone keeps its grid. */
export const makeSync = (whyClosed: WhyClosed): readonly Served[] => [
  serve(readSnapshot, {
    about: ofCommunity,
    run: async (request) => {
      const { db, input, clock, note, saw } = request
      const scope = scopeOf(request)
      const state = await readFeedState(db, countyOf(scope[0]))
      const blocks = await listBlocks(db, ...scope)
      const page = pageOf(blocks, input)
      const rows = await rowsOf(request, { by: 'dwelling', ids: page.flatMap(({ dwellings }) => dwellings) })
      const last = page.at(-1)
      await noteContact(db, request.actor, clock.now())
      note({ downloaded: page.map(({ id }) => id).join(' ') })
      saw(peopleIn(rows))
      return {
        epoch: epochOf(state, request),
        cursor: state.cursor,
        now: clock.now().toISOString(),
        scope: fingerprint(blocks),
        blocks,
        rows,
        setting: input.after === undefined && input.block === undefined ? await settingOf(request, whyClosed) : null,
        next: input.block === undefined && last && last !== blocks.at(-1) ? last.id : null,
      }
    },
  }),
  serve(readChanges, {
    about: ofCommunity,
    run: async (request) => {
      const { db, input, clock, saw } = request
      const [community, account, day] = scopeOf(request)
      const state = await readFeedState(db, countyOf(community))
      if (epochOf(state, request) !== input.epoch || BigInt(input.since) > BigInt(state.ahead)) throw problems.startOver({})
      const changed = await listChanged(db, community, input.since, state)
      if (!changed || [...changed.values()].reduce((sum, ids) => sum + ids.length, 0) > mostChanges) throw problems.startOver({})
      const blocks = await listBlocks(db, community, account, day)
      const scope = fingerprint(blocks)
      await noteContact(db, request.actor, clock.now())
      const doors = new Set(blocks.flatMap(({ dwellings }) => dwellings))
      const { rows, gone, moved } = await newsOf(contextOf(request), feedsFor(request.actor.role), changed, doors)
      if (moved.size > 0) request.note({ people: String(moved.size) })
      saw(peopleIn(rows))
      return {
        cursor: state.cursor,
        now: clock.now().toISOString(),
        scope,
        rows,
        gone,
        destroyed: await marksOfSent(await listDestroyed(db, changed)),
        setting: await settingOf(request, whyClosed),
        blocks: scope === input.scope ? null : blocks,
      }
    },
  }),
]

// Colours and rhythms on the phone come computed by the rules of the day: where those change, all doors are fetched anew. So
// they are when the county's rows lie on another server, which counts its transactions for itself.
function epochOf({ epoch, node }: FeedState, { packs, actor, today }: Request<object>): string {
  const inForce = packs.now().all.filter(({ pack }) => isInForce(pack, actor.place, today))
  const rules = inForce.map(({ pack }) => `${pack.id}@${pack.version}`).sort()
  return `${epoch}.${createHash('sha256')
    .update([node, ...rules].join())
    .digest('base64url')
    .slice(0, 12)}`
}

// A community's own staff only: the place of the actor is the community whose doors travel.
function scopeOf({ actor, reach, today }: Request<object>): [PlaceCode, Id | undefined, Day] {
  if (actor.place.length !== 12) throw refusedTo(readSnapshot.name)
  return [actor.place, reach === 'grid' ? actor.account : undefined, today]
}

const fingerprint = (blocks: readonly HeldBlock[]) =>
  createHash('sha256')
    .update(blocks.map(({ id, dwellings }) => `${id}:${[...dwellings].sort().join()}`).join(';'))
    .digest('base64url')

function pageOf(blocks: readonly HeldBlock[], { after, block }: { after?: Id; block?: Id }): HeldBlock[] {
  if (block !== undefined) return blocks.filter(({ id }) => id === block)
  const page: HeldBlock[] = []
  let doors = 0
  // A block that is no longer there starts the download anew: the phone sees by the scope that it must.
  for (const next of blocks.slice(after === undefined ? 0 : blocks.findIndex(({ id }) => id === after) + 1)) {
    if (page.length > 0 && doors + next.dwellings.length > doorsOfPage) break
    page.push(next)
    doors += next.dwellings.length
  }
  return page
}

async function settingOf(request: Request<object>, whyClosed: WhyClosed): Promise<HeldSetting> {
  const { db, today, fields } = request
  const [community, account] = scopeOf(request)
  const why = async (needs: EmergencyFunction) => {
    const problem = await whyClosed(db, needs, community, today)
    return problem ? { zh: problem.words.zh, en: problem.words.en } : null
  }
  const setting = await readSetting(db, fields, community, account, today)
  return { ...setting, closed: { arrivals: await why('arrivals'), observation: await why('observation') } }
}

// Whom the rows are about: themselves, their marks, colours and stays, and the doors of visits.
const peopleIn = ({
  person = [],
  mark = [],
  colour = [],
  episode = [],
  arrival = [],
  visit = [],
  asked = [],
}: HeldRows): Id[] => [
  ...[...person, ...colour].map(({ id }) => id),
  ...[...mark, ...episode, ...arrival].map((row) => row.person),
  ...visit.flatMap(({ dwelling, met }) => [dwelling, ...met]),
  ...asked.flatMap(({ dwelling }) => dwelling ?? []),
]

type Loose = Record<string, unknown[]>

async function rowsOf(request: Request<object>, pick: Pick): Promise<HeldRows> {
  const rows: Loose = {}
  for (const feed of feedsFor(request.actor.role)) {
    const fed = await feed.list(contextOf(request), pick)
    if (fed.length > 0) rows[feed.kind] = fed.map(({ row }) => row)
  }
  return rows as HeldRows
}

const contextOf = ({ db, actor, today, fields }: Request<object>): FeedContext => ({
  ...{ db, community: actor.place, today, fields },
  role: actor.role,
})
