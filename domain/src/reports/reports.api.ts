import Type from 'typebox'
import { command, query } from '../endpoint.ts'
import { CommunityCode, Day, Id, Instant, Maybe, OneOf, PlaceCode, Text } from '../schema.ts'
import { AnyLine, ContradictionKind, Figures, FrozenReport, LineName, OpenPoint, OwnLine, ReportLine } from './daily-report.ts'
import { DoorText } from '../places/door-plate.ts'

/** A community's report of a day: live figures, what is still open, frozen versions, and what came in after the freeze. */
export const readDailyReport = query({
  name: 'reports.daily',
  at: 'GET /reports/daily',
  words: { zh: '看日报', en: 'Read the daily report' },
  health: true,
  input: Type.Object({ community: CommunityCode, day: Type.Optional(Day) }),
  reply: Type.Object({
    community: CommunityCode,
    day: Day,
    at: Instant,
    /** Closed unless a response opens it that day; old reports stay readable. */
    open: Type.Boolean(),
    why_closed: Type.Object({ zh: Type.String(), en: Type.String() }),
    deadlines: Type.Array(Type.Object({ level: OneOf('community', 'street', 'county', 'city', 'province'), at: Instant })),
    lines: Type.Array(ReportLine),
    points: Type.Array(OpenPoint),
    /** Where a line and a register say different things of the same `n` people; shown before anybody confirms. */
    contradictions: Type.Array(Type.Object({ line: AnyLine, why: ContradictionKind, other: Maybe(LineName), n: Type.Integer() })),
    frozen: Type.Array(FrozenReport),
    differences: Type.Array(Type.Object({ line: AnyLine, frozen: Figures, live: Figures })),
    /** The day before: whether it was reported, and what came in after its freeze. */
    day_before: Maybe(
      Type.Object({
        day: Day,
        version: Type.Integer(),
        differences: Type.Array(Type.Object({ line: AnyLine, frozen: Figures, live: Figures })),
      }),
    ),
    /** Entries for this day that were recorded after the deadline. */
    late_entries: Type.Integer(),
  }),
})

const Said = Type.Object({ id: Id })

/** Says of a line without records that today is zero, or that it is not finished; name and time are kept. */
export const sayLine = command({
  name: 'reports.say-line',
  at: 'POST /reports/lines/say',
  words: { zh: '今日为零、还没查完', en: 'Say zero or not finished' },
  health: true,
  needs: 'daily-report',
  input: Type.Object({
    id: Id,
    community: CommunityCode,
    day: Day,
    line: AnyLine,
    zero: OneOf('zero', 'not-reported', 'counted', 'take-back'),
    /** Of a line that a person counts; zero is said as such. */
    count: Type.Optional(Type.Integer({ minimum: 1, maximum: 99_999_999 })),
  }),
  reply: Said,
})

/** Explains a line; the only text that is typed into a report. */
export const explainLine = command({
  name: 'reports.explain-line',
  at: 'POST /reports/lines/explain',
  words: { zh: '写说明', en: 'Explain a line' },
  needs: 'daily-report',
  input: Type.Object({ id: Id, community: CommunityCode, day: Day, line: AnyLine, explanation: Text(200) }),
  reply: Said,
})

/** Confirms the live figures under the actor's name: they freeze as the first version and are summed upward at once. */
export const confirmReport = command({
  name: 'reports.confirm',
  at: 'POST /reports/confirm',
  words: { zh: '确认并上报', en: 'Confirm and report' },
  health: true,
  needs: 'daily-report',
  input: Type.Object({ community: CommunityCode, day: Day }),
  reply: Type.Object({ version: Type.Integer(), late_minutes: Type.Integer() }),
})

/** Freezes today's live figures of an earlier report as a new version with a reason; the old one stays. */
export const correctReport = command({
  name: 'reports.correct',
  at: 'POST /reports/correct',
  words: { zh: '出更正版', en: 'Make a corrected version' },
  health: true,
  needs: 'daily-report',
  input: Type.Object({ community: CommunityCode, day: Day, reason: Text(300, 1) }),
  reply: Type.Object({ version: Type.Integer(), late_minutes: Type.Integer() }),
})

const Sum = Type.Object({
  line: LineName,
  figures: Figures,
  /** Above the county: why a figure is not told, one entry a figure; left out where all are. */
  hidden: Type.Optional(Type.Array(Maybe(OneOf('few', 'withheld')), { minItems: 4, maxItems: 4 })),
  /** Communities whose line is left out of the sum: not reported or not applicable. */ left_out: Type.Integer(),
})

/** Of a line that a notice brings, hidden like those of the house. */
const OwnSum = Type.Object({ ...Sum.properties, line: AnyLine, own: OwnLine })

/** What came in at a place and below: received, missing, sums; the next level as rows. Figures only. */
export const readRollUp = query({
  name: 'reports.roll-up',
  at: 'GET /reports/roll-up',
  words: { zh: '上报汇总', en: 'Reports received' },
  input: Type.Object({ place: PlaceCode, day: Type.Optional(Day) }),
  reply: Type.Object({
    place: PlaceCode,
    day: Day,
    at: Instant,
    expected: Type.Integer(),
    received: Type.Integer(),
    late: Type.Integer(),
    /** From how many people on a figure of one community is told above the county. */
    least: Type.Integer(),
    sums: Type.Array(Sum),
    /** Of lines that notices bring. */
    own_sums: Type.Array(OwnSum),
    below: Type.Array(
      Type.Object({
        place: PlaceCode,
        name: Type.String(),
        expected: Type.Integer(),
        received: Type.Integer(),
        late: Type.Integer(),
        deadline: Maybe(Instant),
        confirmed_at: Maybe(Instant),
        sums: Type.Array(Sum),
        own_sums: Type.Array(OwnSum),
      }),
    ),
  }),
})

/** The people, doors or records behind one figure of a community's day, or the people behind a contradiction of its line: only inside one's own county. */
export const listBehind = query({
  name: 'reports.behind',
  at: 'GET /reports/behind',
  words: { zh: '看这个数是哪些人', en: 'Who stands behind a figure' },
  health: true,
  input: Type.Object({
    community: CommunityCode,
    day: Day,
    line: AnyLine,
    figure: Type.Integer({ minimum: 0, maximum: 3 }),
    contradiction: Type.Optional(ContradictionKind),
  }),
  reply: Type.Object({
    rows: Type.Array(
      Type.Object({
        id: Id,
        kind: OneOf('person', 'dwelling', 'record'),
        /** Of a record the kind it is of, as `rounds.facility`: its list opens it. */
        of: Type.Optional(Type.String()),
        name: Type.String(),
        door: DoorText,
        note: Type.String(),
      }),
    ),
    total: Type.Integer(),
    /** Records that are counted and whose list the asker may not see. */
    unseen: Type.Integer(),
  }),
})
