import Type, { type Static } from 'typebox'
import { command, query } from '../endpoint.ts'
import { DwellingUse } from '../places/places.ts'
import { CommunityCode, Day, Id, Instant, Listing, Maybe, OneOf, Page, Text } from '../schema.ts'
import { standings, sums } from './coverage.rules.ts'
import { LastVisit, Round, RoundGroup, Visit, VisitSaid } from './rounds.ts'
import { DoorText } from '../places/door-plate.ts'

/** Records what was found at a door; never an edit. `replaces` corrects an earlier visit of the same door. */
export const recordVisit = command({
  name: 'rounds.record-visit',
  at: 'POST /visits',
  words: { zh: '登记走访', en: 'Record a visit' },
  offline: true,
  input: Type.Object({ id: Id, ...VisitSaid }),
  reply: Type.Object({ id: Id }),
})

/** Opens a round with its denominator, days and rhythm; the doors due follow from it, nothing is generated. */
export const openRound = command({
  name: 'rounds.open-round',
  at: 'POST /rounds',
  words: { zh: '开一轮摸排或走访', en: 'Open a round' },
  input: Round,
  reply: Type.Object({ id: Id }),
})

/** Ends a round on a day, that day included; its coverage stays readable. */
export const closeRound = command({
  name: 'rounds.close-round',
  at: 'POST /rounds/:id/close',
  words: { zh: '结束一轮', en: 'Close a round' },
  input: Type.Object({ id: Id, until: Day }),
  reply: Type.Object({ id: Id }),
})

/** How far a round has come; done + exceptions + notReached = due, vacant dwellings stand outside. */
export const CoverageFigures = Type.Object({
  due: Type.Integer(),
  done: Type.Integer(),
  exceptions: Type.Object({
    'nobody-home': Type.Integer(),
    'not-convenient': Type.Integer(),
    'moved-away': Type.Integer(),
    refused: Type.Integer(),
  }),
  notReached: Type.Integer(),
  outside: Type.Integer(),
})

/** The rounds of a community with how far each has come, newest first. */
export const listRounds = query({
  name: 'rounds.list',
  at: 'GET /rounds',
  words: { zh: '看摸排和走访', en: 'See the rounds' },
  input: Type.Object({
    community: CommunityCode,
    open: Type.Optional(Type.Boolean()),
    /** The page on which this round stands (the newest of a kind, named by it), where no page is asked for. */
    round: Type.Optional(Type.Union([Id, OneOf('survey', 'visit')])),
    ...Page.properties,
  }),
  /** A page of the rounds, newest first, with all of them counted. */
  reply: Type.Object({
    rounds: Type.Array(Type.Object({ ...Round.properties, coverage: CoverageFigures })),
    page: Type.Integer(),
    total: Type.Integer(),
  }),
})

/** A door, or a person behind it, with how it stands in a round. */
export const CoverageLine = Type.Object({
  dwelling: Id,
  door: DoorText,
  building: Maybe(Id),
  grid: Maybe(Type.String()),
  person: Maybe(Type.Object({ id: Id, name: Type.String() })),
  use: DwellingUse,
  standing: OneOf(...standings),
  last: Maybe(LastVisit),
  tries: Type.Integer(),
})
export type CoverageLine = Static<typeof CoverageLine>

/** Coverage of one round with its doors or persons of one standing (not reached unless said), by building and door. */
export const readCoverage = query({
  name: 'rounds.coverage',
  at: 'GET /rounds/:id/coverage',
  words: { zh: '看走到了哪里、漏了哪些', en: 'See coverage and who was not reached' },
  input: Type.Object({
    id: Id,
    standing: Type.Optional(OneOf(...standings, ...sums)),
    grid: Type.Optional(Id),
    /** Of the lines only those in this grid (`none`: in no grid), or of this building or group as `byBuilding` names it. */
    in_grid: Type.Optional(Type.Union([Id, OneOf('none')])),
    in_part: Type.Optional(Text(120)),
    ...Page.properties,
  }),
  reply: Type.Object({
    round: Round,
    coverage: CoverageFigures,
    byGrid: Type.Array(Type.Object({ grid: Maybe(Id), name: Maybe(Type.String()), coverage: CoverageFigures })),
    /** Building by building in walking order; villagers' groups have no id. */
    byBuilding: Type.Array(Type.Object({ building: Maybe(Id), name: Type.String(), coverage: CoverageFigures })),
    lines: Listing(CoverageLine),
  }),
})

/** A visit due at a door: whom to see and since when. */
export const DueLine = Type.Object({
  dwelling: Id,
  door: DoorText,
  building: Maybe(Id),
  persons: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  why: OneOf('rhythm', 'again'),
  dueOn: Day,
  notBefore: Maybe(Instant),
  last: Maybe(LastVisit),
})

/** The visits to key persons due today, by door, of the actor's grids or of a community; of one group, or of all clients of civil affairs, when asked. */
export const readDue = query({
  name: 'rounds.due',
  at: 'GET /rounds/due',
  words: { zh: '看今天该走访谁', en: 'See the visits due' },
  // Whom to see follows from the colour too; of the colour itself nothing is told.
  health: true,
  input: Type.Object({
    community: CommunityCode,
    grid: Type.Optional(Id),
    group: Type.Optional(RoundGroup),
    civil_affairs: Type.Optional(Type.Boolean({ description: 'clients of civil affairs only' })),
    tried: Type.Optional(Type.Boolean({ description: 'also the doors where nobody was met today: all that is not done' })),
    ...Page.properties,
  }),
  /** Doors, and the people behind all of them that are to be seen. */
  reply: Type.Object({ ...Listing(DueLine).properties, people: Type.Integer() }),
})

/** Whom a contact with one household is to reach today, before anybody presses: the same people as on the phone of its worker. */
export const readToMeet = query({
  name: 'rounds.to-meet',
  at: 'GET /rounds/to-meet/:dwelling',
  words: { zh: '看这一户今天要见谁', en: 'See whom of a household to reach today' },
  // Whom to see follows from the colour too; of the colour itself nothing is told.
  health: true,
  input: Type.Object({ dwelling: Id }),
  reply: Type.Object({ persons: Type.Array(Id) }),
})

/** What was told at the doors: needs, notes and changes of a household, newest first. */
export const readTold = query({
  name: 'rounds.told',
  at: 'GET /rounds/told',
  words: { zh: '看入户时说的事', en: 'See what was told at the doors' },
  input: Type.Object({
    community: CommunityCode,
    what: Type.Optional(OneOf('needs', 'changes')),
    from: Type.Optional(Day),
    ...Page.properties,
  }),
  reply: Listing(Type.Object({ ...Visit.properties, door: DoorText, byName: Type.String() })),
})

/** All visits to one door, newest first. */
export const readVisits = query({
  name: 'rounds.visits',
  at: 'GET /rounds/visits/:dwelling',
  words: { zh: '看这一户的走访', en: 'See the visits to a door' },
  input: Type.Object({ dwelling: Id, ...Page.properties }),
  reply: Listing(Type.Object({ ...Visit.properties, byName: Type.String() })),
})
