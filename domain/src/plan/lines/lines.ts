import Type, { type Static } from 'typebox'
import { command, query } from '../../endpoint.ts'
import type { Words } from '../../problem.ts'
import { CommunityCode, Day, Id, Listing, Maybe, OneOf, PlaceCode, Text } from '../../schema.ts'

/** The lines of community work: five in either notice, four of them the same (民办发〔2020〕5号; 肺炎机制发〔2020〕5号 任务一). */
export const workLines = {
  monitoring: { zh: '疫情监测', en: 'Monitoring' },
  reporting: { zh: '信息报送', en: 'Reporting' },
  publicity: { zh: '宣传教育', en: 'Publicity' },
  reminders: { zh: '健康提示', en: 'Health reminders' },
  environment: { zh: '环境整治', en: 'Environment' },
  help: { zh: '困难帮扶', en: 'Help in hardship' },
} as const satisfies Record<string, Words>
export type WorkLine = keyof typeof workLines
export const WorkLine = OneOf(...(Object.keys(workLines) as WorkLine[]))

/** How far one line of a community is, who answers for it, and by when. */
export const LineStanding = Type.Object({
  line: WorkLine,
  /** The person named for it; null while nobody is. */
  owner: Maybe(Type.String()),
  /** The day that was set for it, else the next day on which one of its measures is due; null where nothing has a date. */
  due_on: Maybe(Day),
  done: Type.Integer(),
  part: Type.Integer(),
  not: Type.Integer(),
  /** Neither a record nor a word. */
  unknown: Type.Integer(),
  /** Nothing is asked on the day: neither done nor left. */
  nothing: Type.Integer(),
})
export type LineStanding = Static<typeof LineStanding>

/** The communities of a street or county with their lines of work, computed from their plans of the day. */
export const readLines = query({
  name: 'plan.lines',
  at: 'GET /plan/lines',
  words: { zh: '看五条线进展', en: 'See the lines of work' },
  health: true,
  input: Type.Object({
    place: PlaceCode,
    page: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
  }),
  reply: Listing(Type.Object({ community: CommunityCode, name: Type.String(), lines: Type.Array(LineStanding) })),
})

/** Names who answers for a line of work, and by when it is to be done. */
export const nameLineOwner = command({
  name: 'plan.name-line-owner',
  at: 'POST /plan/lines/owners',
  words: { zh: '定一条线的负责人', en: 'Name who answers for a line' },
  input: Type.Object({ id: Id, place: CommunityCode, line: WorkLine, name: Text(40, 1), due_on: Maybe(Day) }),
  reply: Type.Object({ id: Id }),
})
