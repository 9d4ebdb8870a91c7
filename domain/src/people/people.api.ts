import Type from 'typebox'
import { command, query } from '../endpoint.ts'
import { CommunityCode, Day, Id, Instant, Listing, Maybe, OneOf, Page, PlaceCode, Text } from '../schema.ts'
import { DoorText } from '../places/door-plate.ts'
import { AgeGroup, KeyGroup } from './key-group.ts'
import { PersonFields, PersonRow } from './person.ts'

/** Finds residents by name, pinyin initials, building, mark, or last digits. POST, since names do not belong in addresses. */
export const searchPeople = query({
  name: 'people.search',
  at: 'POST /people/search',
  words: { zh: '查找人员', en: 'Find residents' },
  health: true,
  input: Type.Object({
    place: PlaceCode,
    text: Type.Optional(Text(40)),
    building: Type.Optional(Id),
    dwelling: Type.Optional(Id),
    grid: Type.Optional(Id),
    mark: Type.Optional(KeyGroup),
    marked: Type.Optional(Type.Boolean({ description: 'who bears any mark' })),
    group: Type.Optional(AgeGroup),
    civil_affairs: Type.Optional(Type.Boolean({ description: 'clients of civil affairs only' })),
    review_due: Type.Optional(Type.Boolean({ description: 'marks whose review day has come' })),
    advised: Type.Optional(Type.Boolean({ description: 'who was given health advice' })),
    ...Page.properties,
  }),
  reply: Listing(PersonRow),
})

export const getPerson = query({
  name: 'people.get',
  at: 'GET /people/:id',
  words: { zh: '查看人员', en: 'Read a resident' },
  health: true,
  input: Type.Object({ id: Id }),
  reply: Type.Object({
    ...PersonRow.properties,
    advice: Type.Array(Type.Object({ id: Id, topic: Type.String(), way: Type.String(), at: Type.String(), by: Type.String() })),
    /** Other records that are said to be the same person; `id` is the link that people.unlink takes back. */
    same_as: Type.Array(Type.Object({ id: Id, person: Id, name: Type.String() })),
    /** Every change of door, newest first; a door is empty where the record had none. */
    moves: Type.Array(
      Type.Object({
        id: Id,
        from: DoorText,
        to: DoorText,
        moved_on: Maybe(Day),
        why: OneOf('moved', 'corrected', 'roster', 'taken-back'),
        at: Instant,
        by: Type.String(),
      }),
    ),
    seen_today: Type.Integer({ description: 'how many accounts looked at this record today' }),
  }),
})

/** Shows one whole number for a stated reason; leaves an audit line. Not a command: the number is kept nowhere. */
export const unmaskPerson = query({
  name: 'people.unmask',
  at: 'POST /people/:id/unmask',
  words: { zh: '看全号', en: 'See the whole number' },
  input: Type.Object({
    id: Id,
    field: OneOf('document', 'phone'),
    reason: OneOf('call', 'verify', 'emergency', 'correct'),
    note: Type.Optional(Text(100)),
  }),
  reply: Type.Object({ value: Type.String() }),
})

const Saved = Type.Object({ id: Id, version: Type.Integer() })

export const addPerson = command({
  name: 'people.add',
  at: 'POST /people',
  words: { zh: '登记人员', en: 'Enter a resident' },
  input: Type.Object({ id: Id, community: CommunityCode, ...PersonFields }),
  reply: Saved,
})

export const correctPerson = command({
  name: 'people.correct',
  at: 'POST /people/:id/correct',
  words: { zh: '更正人员信息', en: "Correct a resident's record" },
  input: Type.Object({
    id: Id,
    version: Type.Integer(),
    ...PersonFields,
    left_on: Type.Optional(Maybe(Day)),
    /** With another `dwelling`: the day of the move as told. Absent: the door was recorded wrongly. */
    moved_on: Type.Optional(Maybe(Day)),
  }),
  reply: Saved,
})

export const setMark = command({
  name: 'people.set-mark',
  at: 'POST /people/:person/marks',
  words: { zh: '加重点标记', en: 'Mark as key group' },
  input: Type.Object({
    id: Id,
    person: Id,
    kind: KeyGroup,
    since: Type.Optional(Day),
    review_on: Type.Optional(Day),
    source: Type.Optional(OneOf('entered', 'civil-affairs', 'clinic', 'school', 'self')),
  }),
  reply: Saved,
})

export const reviewMark = command({
  name: 'people.review-mark',
  at: 'POST /people/marks/:id/review',
  words: { zh: '复核重点标记', en: 'Review a mark' },
  input: Type.Object({ id: Id, version: Type.Integer(), keep: Type.Boolean(), review_on: Type.Optional(Day) }),
  reply: Saved,
})

/** Records that targeted health advice reached somebody with a chronic illness or another mark (紧急通知 2020-01-29 任务五). */
export const recordAdvice = command({
  name: 'people.record-advice',
  at: 'POST /people/:person/advice',
  words: { zh: '记健康提示', en: 'Record health advice given' },
  offline: true,
  input: Type.Object({
    id: Id,
    person: Id,
    topic: OneOf('infection', 'medicine', 'vaccination', 'chronic-care', 'seek-help'),
    way: OneOf('visit', 'call', 'leaflet', 'message'),
  }),
  reply: Type.Object({ id: Id }),
})

export const keyGroupCounts = query({
  name: 'people.key-groups',
  at: 'GET /people/key-groups',
  words: { zh: '重点人群', en: 'Key groups' },
  health: true,
  input: Type.Object({ place: PlaceCode }),
  reply: Type.Object({
    people: Type.Integer(),
    groups: Type.Array(
      Type.Object({
        kind: Type.Union([KeyGroup, AgeGroup]),
        people: Type.Integer(),
        review_due: Type.Integer(),
        advised: Type.Integer(),
      }),
    ),
    /** Who bears a mark of civil affairs, each once. */
    civil_affairs: Type.Object({ people: Type.Integer(), review_due: Type.Integer(), advised: Type.Integer() }),
  }),
})
