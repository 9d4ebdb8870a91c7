// A server of a few lines for tests: commands once, a history with a cursor, a grid that may be redrawn.
import { createHash } from 'node:crypto'
import type { Command, CommandAnswer } from '@wangdi/domain/endpoint.ts'
import type { Visit } from '@wangdi/domain/rounds/rounds.ts'
import type { HeldBlock, HeldDwelling, HeldSetting } from '@wangdi/domain/sync/sync.ts'
import { markOf } from '@wangdi/domain/sync/gone.rules.ts'
import type { Road } from '../src/sync/engine.ts'

const problemOf = (code: string, facts: Record<string, unknown> = {}) => ({
  type: `/problems/${code}`,
  title: code,
  status: 409,
  code,
  words: { zh: code, en: code },
  facts,
})
const digest = async (text: string) => createHash('sha256').update(text).digest()
const thrown = (code: string) => Object.assign(new Error(code), { code })

const setting: HeldSetting = {
  community: '410105001003',
  communityName: '体育社区',
  grids: [],
  demo: true,
  colleagues: [],
  closed: { arrivals: null, observation: null },
  rhythm: { groups: {}, colours: {} },
}

/** Makes a model of the server with `count` doors in blocks of three. */
export function modelServer(count: number) {
  const doors: HeldDwelling[] = Array.from({ length: count }, (_, n) => ({
    id: `door-${n}`,
    block: `block-${Math.floor(n / 3)}`,
    estate: null,
    building: `${Math.floor(n / 3) + 1}号楼`,
    unit: '1',
    floor: 1,
    room: String(101 + n),
    group: null,
    house: null,
    use: 'own',
    ordinal: n,
    version: 1,
  }))
  const mine = new Set(doors.map(({ id }) => id))
  const visits = new Map<string, Visit>()
  const answers = new Map<string, CommandAnswer>()
  const history: { at: number; id: string }[] = []
  let at = 1
  let epoch = 'first'
  const performed: string[] = []
  let away: string | undefined
  const photos = new Map<string, string>()

  const blocks = (): HeldBlock[] => {
    const names = [...new Set(doors.filter(({ id }) => mine.has(id)).map(({ block }) => block))]
    return names.map((id) => ({
      id,
      name: id,
      dwellings: doors.filter((door) => door.block === id && mine.has(door.id)).map((door) => door.id),
    }))
  }
  const scope = () =>
    blocks()
      .map(({ id, dwellings }) => id + dwellings.join())
      .join(';')
  const rowsIn = (ids: readonly string[]) => ({
    dwelling: doors.filter(({ id }) => ids.includes(id)),
    visit: [...visits.values()].filter(({ dwelling }) => ids.includes(dwelling)),
  })
  const now = () => new Date(Date.UTC(2026, 10, 20, 2)).toISOString()

  function add(visit: Visit) {
    visits.set(visit.id, visit)
    history.push({ at: at++, id: visit.id })
  }
  function answer(command: Command): CommandAnswer {
    const kept = answers.get(command.id)
    if (kept) return kept
    performed.push(command.id)
    const input = command.input as unknown as Visit & { note?: string; version?: number }
    const judged = judge(command, input)
    // Like the server: a refusal leaves nothing behind, so the same command may be judged again.
    if (judged.state === 'done') answers.set(command.id, judged)
    return judged
  }
  function judge(command: Command, input: Visit & { note?: string; version?: number }): CommandAnswer {
    if (command.verb !== 'rounds.record-visit') return { id: command.id, state: 'done', reply: { id: input.id } }
    if (input.note === 'broken') throw thrown('server.broken')
    if (input.note === 'unreadable') throw thrown('request.invalid')
    if (input.note === 'destroyed') return { id: command.id, state: 'refused', problem: problemOf('regimes.data-destroyed') }
    if (input.note === 'unjudged') return { id: command.id, state: 'unjudged', problem: problemOf('server.broken') }
    if (input.note === 'moved' && input.version !== 2)
      return { id: command.id, state: 'refused', problem: problemOf('record.moved', { version: 2 }) }
    if (input.replaces && !visits.has(input.replaces))
      return { id: command.id, state: 'refused', problem: problemOf('access.not-found') }
    if (!mine.has(input.dwelling)) return { id: command.id, state: 'refused', problem: problemOf('access.not-found') }
    const { id, dwelling, result, replaces = null, note = '' } = input
    // Like the server: a moment that cannot be is set right, and said so.
    const isPast = command.at >= '2026-11-01'
    const moment = isPast ? command.at : now()
    add({
      id,
      dwelling,
      result,
      replaces,
      note,
      round: null,
      at: moment,
      by: 'me',
      needs: [],
      use: null,
      met: [],
      changes: '',
      entry: 'at-door',
    })
    const warning = isPast ? {} : { warning: problemOf('sync.clock-wrong') }
    return { id: command.id, state: 'done', reply: { id }, at: moment, ...warning }
  }

  const road: Road = {
    async put({ kind, act, id }, bytes) {
      if (away) throw thrown(away)
      if (bytes.type === 'text/plain') throw Object.assign(problemOf('kinds.file-not-image'), { status: 422 })
      performed.push(`${kind} ${act} ${id}`)
      photos.set(id, await bytes.text())
    },
    async send(commands) {
      if (away) throw thrown(away)
      return commands.map(answer)
    },
    given: () => Promise.resolve({ now: now(), mark: '', rows: [] }),
    async snapshot({ after, block }) {
      const all = blocks()
      const from = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1
      const page = block === undefined ? all.slice(from, from + 1) : all.filter(({ id }) => id === block)
      const last = page.at(-1)
      const next = block === undefined && last && last !== all.at(-1) ? last.id : null
      const rows = rowsIn(page.flatMap(({ dwellings }) => dwellings))
      return { epoch, cursor: String(at), now: now(), scope: scope(), blocks: all, rows, setting: after ? null : setting, next }
    },
    async changes(asked) {
      if (away) throw thrown(away)
      if (asked.epoch !== epoch || Number(asked.since) > at) throw thrown('sync.start-over')
      const ids = new Set(history.filter((line) => line.at >= Number(asked.since)).map(({ id }) => id))
      const news = [...ids].flatMap((id) => visits.get(id) ?? []).filter(({ dwelling }) => mine.has(dwelling))
      const seen = new Set(news.map(({ id }) => id))
      const left = [...ids].filter((id) => !seen.has(id))
      const gone = await Promise.all(
        left.map(async (id) => ({ kind: 'visit' as const, mark: await markOf('visit', id, digest) })),
      )
      const forever = left.filter((id) => !visits.has(id))
      const destroyed = await Promise.all(forever.map((id) => markOf('sent', id, digest)))
      const changedScope = scope() !== asked.scope
      return {
        cursor: String(at),
        now: now(),
        scope: scope(),
        rows: { visit: news },
        gone,
        destroyed,
        setting,
        blocks: changedScope ? blocks() : null,
      }
    },
  }

  return {
    road,
    /** Photos that came up, by their id. */
    photos,
    doors,
    visits,
    mine,
    /** Ids of commands in the order in which they were done. */
    performed,
    /** The server answers everything with this code from now on; undefined: it is back. */
    away: (code: string | undefined) => void (away = code),
    /** Somebody else records a visit. */
    visitByOther: (id: string, dwelling: string) =>
      add({
        id,
        dwelling,
        result: 'met',
        replaces: null,
        note: '',
        round: null,
        at: now(),
        by: 'other',
        needs: [],
        use: null,
        met: [],
        changes: '',
        entry: 'at-door',
      }),
    /** A visit is destroyed (its purpose has ended). */
    destroy(id: string) {
      visits.delete(id)
      history.push({ at: at++, id })
    },
    /** The database is brought back from a copy that knows less. */
    restore() {
      epoch = `${epoch}+`
      at = 1
      history.length = 0
    },
    visitsInScope: () => [...visits.values()].filter(({ dwelling }) => mine.has(dwelling)),
  }
}
