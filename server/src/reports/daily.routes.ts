import { reachOf } from '@wangdi/domain/access/access.ts'
import { addDays } from '@wangdi/domain/day.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import { type FrozenReport, isHouseLine, type ReportLine } from '@wangdi/domain/reports/daily-report.ts'
import { differencesOf, lateMinutes, openPointsOf, whyNotConfirm, whyNotSay } from '@wangdi/domain/reports/daily-report.rules.ts'
import {
  confirmReport,
  correctReport,
  explainLine,
  listBehind,
  readDailyReport,
  sayLine,
} from '@wangdi/domain/reports/reports.api.ts'
import { problems } from '@wangdi/domain/reports/reports.problems.ts'
import { refuse } from '@wangdi/domain/problem.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { CountedRecord } from '../kinds/index.ts'
import type { Db } from '../platform/db.ts'
import { type Request, type Served, serve } from '../platform/serve.ts'
import { whyClosed } from '../regimes/index.ts'
import { deadlinesOf, findOwnLine, liveDay } from './daily.ts'
import { contradictionsIn, idsBehind, listMembers } from './figures/figures.ts'
import { countLateEntries } from './figures/figures.queries.ts'
import { houseLineOf, recordsBehind } from './figures/own-lines.ts'
import { insertFrozen, insertSaid, isDestroyed, listFrozen, lockReport } from './reports.queries.ts'
import { addToSums } from './sums.queries.ts'

const differing = (frozen: FrozenReport | undefined, live: ReportLine[]) => (frozen ? differencesOf(frozen.lines, live) : [])

const reading = serve(readDailyReport, {
  about: (_, input) => ({ place: input.community }),
  run: async ({ db, input, today, clock }) => {
    const day = input.day ?? today
    const now = clock.now()
    const why = (await whyClosed(db, 'daily-report', input.community, day)) ?? (await whyGone(db, input.community, day))
    const live = why ? undefined : await liveDay(db, input.community, day, now)
    const lines = live?.lines ?? []
    const [frozen, deadlines, dayBefore] = [
      await listFrozen(db, input.community, day),
      await deadlinesOf(db, input.community, day),
      addDays(day, -1),
    ]
    const [before] = await listFrozen(db, input.community, dayBefore)
    return {
      community: input.community,
      day,
      at: now.toISOString(),
      open: !why,
      why_closed: why?.words ?? { zh: '', en: '' },
      deadlines: deadlines.map(({ level, at }) => ({ level, at })),
      lines,
      points: openPointsOf(lines),
      contradictions: live
        ? contradictionsIn(live.register, lines, day).map(({ people, ...rest }) => ({ ...rest, n: people.length }))
        : [],
      frozen,
      differences: differing(frozen[0], lines),
      day_before: before
        ? {
            day: dayBefore,
            version: before.version,
            differences: (await isDestroyed(db, input.community, dayBefore))
              ? []
              : differing(before, (await liveDay(db, input.community, dayBefore, now)).lines),
          }
        : null,
      late_entries: why ? 0 : await countLateEntries(db, input.community, day, deadlines[0]?.at ?? now.toISOString()),
    }
  },
})

// What a day's report was counted from is gone: it is shown as it was frozen, and never compared with nothing.
const whyGone = async (db: Db, community: PlaceCode, day: Day) =>
  (await isDestroyed(db, community, day)) ? problems.destroyed({}) : undefined

const saying = serve(sayLine, {
  about: (_, input) => ({ place: input.community }),
  run: async ({ db, input, actor, at, clock, note }) => {
    await lockReport(db, input.community, input.day)
    await refuseFrozen(db, input.community, input.day)
    const { lines } = await liveDay(db, input.community, input.day, clock.now())
    const line = lines.find((each) => each.name === input.line)
    refuse(whyNotSay(line, input))
    await insertSaid(db, {
      place: input.community,
      id: input.id,
      day: input.day,
      line: input.line,
      zero: input.zero,
      ...(input.count !== undefined && { count: input.count }),
      by_account: actor.account,
      at,
    })
    note({ line: input.line, day: input.day })
    return { id: input.id }
  },
})

const explaining = serve(explainLine, {
  about: (_, input) => ({ place: input.community }),
  run: async ({ db, input, actor, at, note }) => {
    await lockReport(db, input.community, input.day)
    await refuseFrozen(db, input.community, input.day)
    await insertSaid(db, {
      place: input.community,
      id: input.id,
      day: input.day,
      line: input.line,
      explanation: input.explanation,
      by_account: actor.account,
      at,
    })
    note({ line: input.line, day: input.day })
    return { id: input.id }
  },
})

async function refuseFrozen(db: Db, community: PlaceCode, day: Day): Promise<void> {
  const [newest] = await listFrozen(db, community, day)
  if (newest) throw problems.frozen({ version: newest.version })
}

const confirming = serve(confirmReport, {
  about: (_, input) => ({ place: input.community }),
  run: async (request) => {
    const { db, input } = request
    await lockReport(db, input.community, input.day)
    await refuseFrozen(db, input.community, input.day)
    return freeze(request, input, await readyLines(request, input), undefined, '')
  },
})

const correcting = serve(correctReport, {
  about: (_, input) => ({ place: input.community }),
  run: async (request) => {
    const { db, input } = request
    await lockReport(db, input.community, input.day)
    const [newest] = await listFrozen(db, input.community, input.day)
    if (!newest) throw problems.notFrozen({})
    const lines = await readyLines(request, input)
    if (differencesOf(newest.lines, lines).length === 0) throw problems.nothingNew({})
    return freeze(request, input, lines, newest, input.reason)
  },
})

type Said = { community: PlaceCode; day: Day }

async function readyLines({ db, today, clock }: Request<Said>, { community, day }: Said): Promise<ReportLine[]> {
  refuse(await whyGone(db, community, day))
  const { lines } = await liveDay(db, community, day, clock.now())
  refuse(whyNotConfirm(lines, day, today))
  return lines
}

// The version is frozen and the sums above are changed in one transaction: nobody sees the one without the other.
async function freeze(
  { db, actor, clock, note }: Pick<Request<Said>, 'db' | 'actor' | 'clock' | 'note'>,
  { community, day }: Said,
  lines: ReportLine[],
  before: FrozenReport | undefined,
  reason: string,
) {
  const [own] = await deadlinesOf(db, community, day)
  const version = (before?.version ?? 0) + 1
  const now = clock.now()
  const late = before ? before.late_minutes : lateMinutes(day, own?.time ?? '18:00', now.toISOString())
  const made = await insertFrozen(db, {
    place: community,
    day,
    version,
    lines,
    by_account: actor.account,
    confirmed_at: now,
    late_minutes: late,
    reason,
  })
  if (!made) throw problems.frozen({ version })
  await addToSums(db, community, day, lines, late > 0, before && { lines: before.lines, late: before.late_minutes > 0 })
  note({ day, version: String(version) })
  return { version, late_minutes: late }
}

/** As many rows as are shown of those behind a figure. */
const mostBehind = 200

const recordRow = ({ id, of, title }: Omit<CountedRecord, 'done'>) => ({
  ...{ id, of, name: title, kind: 'record' as const },
  door: doorText(null),
  note: '',
})

const behind = serve(listBehind, {
  about: (_, input) => ({ place: input.community }),
  run: async ({ db, actor, input, clock, note, saw }) => {
    const { community, day, line, figure, contradiction } = input
    const { register, lines } = await liveDay(db, community, day, clock.now())
    const against = contradictionsIn(register, lines, day).filter((each) => each.line === line && each.why === contradiction)
    const brought = isHouseLine(line) ? undefined : await findOwnLine(db, community, day, line)
    // A line of a notice may count what a line of the house counts.
    const same = (brought && houseLineOf(brought)) ?? line
    const ids = contradiction ? against.flatMap(({ people }) => people) : idsBehind(register, day, same, figure)
    const members = await listMembers(db, same, ids)
    const records = brought ? await recordsBehind(db, brought, { community, day, now: clock.now() }, figure) : []
    // A record is shown to whoever may see the list of its kind; it is counted all the same.
    const known = records.filter(({ of }) => reachOf(`${of}.see`, actor.role) === 'area')
    note({ line, day })
    const shown = [...members, ...known.map(recordRow)].slice(0, mostBehind)
    saw(shown.filter(({ kind }) => kind !== 'record').map(({ id }) => id))
    return { rows: shown, total: members.length + records.length, unseen: records.length - known.length }
  },
})

/** The verbs about one community's report. */
export const dailyVerbs: readonly Served[] = [reading, saying, explaining, confirming, correcting, behind]
