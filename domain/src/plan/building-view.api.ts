import Type from 'typebox'
import { query } from '../endpoint.ts'
import { AgeGroup, KeyGroup } from '../people/key-group.ts'
import { DwellingUse, Estate, Grid } from '../places/places.ts'
import { CoverageFigures } from '../rounds/rounds.api.ts'
import { LastVisit, VisitEntry, VisitNeed, VisitResult } from '../rounds/rounds.ts'
import { CommunityCode, Day, Id, Instant, Listing, Maybe, OneOf, Page, PlaceCode, Text } from '../schema.ts'
import { DoorCell, ObservedDoor, RoundShown } from './building-view.ts'
import { DoorText } from '../places/door-plate.ts'

const Picture = {
  community: CommunityCode,
  /** The round looked at: the one asked for, else the newest open round of doors; null when there is none. */
  round: Maybe(RoundShown),
  /** Rounds to choose from, newest first. */
  rounds: Type.Array(RoundShown),
  cells: Type.Array(DoorCell),
  coverage: Maybe(CoverageFigures),
  grids: Type.Array(Grid),
}

/** 楼栋图: units × floors of one building, each room with how it stands in the round, and who answers for it. */
export const readBuilding = query({
  name: 'plan.building-view',
  at: 'GET /plan/building-view/:building',
  words: { zh: '看楼栋图', en: 'See a building door by door' },
  input: Type.Object({ building: Id, round: Type.Optional(Id), on: Type.Optional(Day) }),
  reply: Type.Object({
    ...Picture,
    building: Type.Object({ id: Id, name: Type.String(), estate: Maybe(Type.String()) }),
    units: Type.Array(
      Type.Object({
        unit: Maybe(Type.String()),
        floors: Type.Integer(),
        rooms: Type.Integer(),
        done: Type.Integer(),
        due: Type.Integer(),
      }),
    ),
  }),
})

/** 村庄图: groups × households of a village (or one natural village of it). */
export const readVillage = query({
  name: 'plan.village-view',
  at: 'GET /plan/village-view/:community',
  words: { zh: '看村庄图', en: 'See a village door by door' },
  input: Type.Object({
    community: CommunityCode,
    estate: Type.Optional(Id),
    group: Type.Optional(Text(20)),
    round: Type.Optional(Id),
    on: Type.Optional(Day),
  }),
  reply: Type.Object({
    ...Picture,
    estates: Type.Array(Estate),
    groups: Type.Array(
      Type.Object({
        estate: Maybe(Id),
        group: Type.String(),
        households: Type.Integer(),
        done: Type.Integer(),
        due: Type.Integer(),
      }),
    ),
  }),
})

/** Doors with somebody under observation today: what the picture adds for those who may see health data, and nobody else. */
export const readObservedDoors = query({
  name: 'plan.observed-doors',
  at: 'GET /plan/observed-doors',
  words: { zh: '看哪些户在居家观察', en: 'See which doors are under observation' },
  health: true,
  needs: 'observation',
  input: Type.Object({ community: CommunityCode, building: Type.Optional(Id) }),
  reply: Type.Object({ doors: Type.Array(ObservedDoor) }),
})

/** `short` names the door among its neighbours. */
const DoorBeside = Type.Object({ dwelling: Id, door: DoorText, short: Type.String() })

/** One household beside the picture: who lives there (masked), who answers for it, the last visits, who looked today. */
export const readHousehold = query({
  name: 'plan.household',
  at: 'GET /plan/households/:dwelling',
  words: { zh: '看一户', en: 'See a household' },
  /** `paper`: asked for to be printed, which the trail says. */
  input: Type.Object({ dwelling: Id, paper: Type.Optional(Type.Boolean()) }),
  reply: Type.Object({
    dwelling: Id,
    community: CommunityCode,
    door: DoorText,
    estate: Maybe(Type.String()),
    /** In which picture it stands: that of a building, or that of a village group; null where it is in neither. */
    building: Maybe(Id),
    group: Maybe(Type.String()),
    /** The doors to either side in the building or natural village, of those that may be seen; null at its ends. */
    before: Maybe(DoorBeside),
    after: Maybe(DoorBeside),
    use: DwellingUse,
    version: Type.Integer(),
    grid: Maybe(Type.Object({ id: Id, name: Type.String() })),
    worker: Maybe(Type.Object({ account: Id, name: Type.String(), phone: Maybe(Type.String()) })),
    standIn: Maybe(Type.Object({ account: Id, name: Type.String(), phone: Maybe(Type.String()), until: Maybe(Day) })),
    doctor: Maybe(Type.Object({ account: Id, name: Type.String(), phone: Maybe(Type.String()) })),
    members: Type.Array(
      Type.Object({
        id: Id,
        /** Family name and stars. */
        name: Type.String(),
        sex: Maybe(OneOf('male', 'female')),
        age: Maybe(Type.Integer()),
        relation: Type.String(),
        phone: Maybe(Type.String()),
        groups: Type.Array(Type.Union([KeyGroup, AgeGroup])),
      }),
    ),
    visits: Type.Array(
      Type.Object({
        id: Id,
        at: Instant,
        by: Type.String(),
        result: VisitResult,
        entry: VisitEntry,
        needs: Type.Array(VisitNeed),
        note: Type.String(),
      }),
    ),
    visitsTotal: Type.Integer(),
    /** How many accounts opened this household today, this one included. */
    seenToday: Type.Integer(),
  }),
})

/** The doors not met (not reached, or visited in vain), printed for the way: door, worker and result, nothing else. */
export const readDoorsNotReached = query({
  name: 'plan.doors-not-reached',
  at: 'GET /plan/doors-not-reached',
  words: { zh: '打印没联系上的户', en: 'Print the doors without contact' },
  input: Type.Object({
    community: CommunityCode,
    building: Type.Optional(Id),
    grid: Type.Optional(Id),
    round: Type.Optional(Id),
    ...Page.properties,
  }),
  reply: Type.Object({
    round: Maybe(RoundShown),
    ...Listing(
      Type.Object({
        dwelling: Id,
        door: DoorText,
        worker: Maybe(Type.String()),
        found: Maybe(Type.Pick(LastVisit, ['result', 'entry'])),
        tries: Type.Integer(),
      }),
    ).properties,
  }),
})

/**
 * The doors with open work of today, as the plan counts them by person: to be visited, or somebody behind them to be measured; of one
 * who answers for them, when asked. Why a door stands here is not told.
 */
export const readOpenDoors = query({
  name: 'plan.open-doors',
  at: 'GET /plan/open-doors',
  words: { zh: '看各人还有哪些户没办完', en: 'See whose doors have open work' },
  health: true,
  input: Type.Object({ community: CommunityCode, account: Type.Optional(Id), ...Page.properties }),
  reply: Listing(Type.Object({ dwelling: Id, door: DoorText, account: Id, worker: Type.String(), grid: Type.String() })),
})

/** The doors of a grid, of all grids of a community, or of none, in the order in which they are walked. */
export const listGridDoors = query({
  name: 'plan.grid-doors',
  at: 'GET /plan/grid-doors',
  words: { zh: '看网格里有哪些户', en: 'See the doors of a grid' },
  input: Type.Object({
    community: CommunityCode,
    grid: Type.Optional(Id),
    outside: Type.Optional(Type.Boolean({ description: 'those that lie in no grid' })),
    lived: Type.Optional(Type.Boolean({ description: 'without vacant ones' })),
    ...Page.properties,
  }),
  reply: Listing(Type.Object({ dwelling: Id, door: DoorText })),
})

const Duty = Type.Object({ account: Id, name: Type.String(), until: Maybe(Day) })

/** A grid with who answers for it and what it carries. `managed` are people under observation at home: null for who may not see them, and while observation is closed. */
export const GridLoad = Type.Object({
  ...Grid.properties,
  dwellings: Type.Integer(),
  /** Dwellings that are not vacant. */
  households: Type.Integer(),
  people: Type.Integer(),
  keyPeople: Type.Integer(),
  managed: Maybe(Type.Integer()),
  /** Doors of the round that are not met: not reached, or visited in vain. */
  due: Type.Integer(),
  worker: Maybe(Duty),
  standIn: Maybe(Duty),
  /** Since when nobody answers for it; null while somebody does. */
  vacantSince: Maybe(Day),
  load: OneOf('light', 'full', 'over'),
})

/** The grids of a community with staffing, vacancies, cover and load against the county's band. */
export const readGrids = query({
  name: 'plan.grids',
  at: 'GET /plan/grids/:community',
  words: { zh: '看网格和负担', en: 'See grids, staffing and load' },
  health: true,
  input: Type.Object({ community: CommunityCode, on: Type.Optional(Day) }),
  reply: Type.Object({
    band: Type.Object({ full: Type.Integer(), over: Type.Integer() }),
    grids: Type.Array(GridLoad),
    /** The round whose doors `due` counts; null while none is open. */
    round: Maybe(Id),
    withoutGrid: Type.Integer(),
  }),
})

/** Communities of a street or county with the grids that nobody answers for, that are covered, or that carry too much. */
export const readVacancies = query({
  name: 'plan.vacancies',
  at: 'GET /plan/vacancies',
  words: { zh: '看哪里缺网格员', en: 'See where grid workers are lacking' },
  input: Type.Object({ place: PlaceCode, on: Type.Optional(Day), ...Page.properties }),
  reply: Listing(
    Type.Object({
      community: CommunityCode,
      name: Type.String(),
      grids: Type.Integer(),
      vacant: Type.Integer(),
      covered: Type.Integer(),
      over: Type.Integer(),
      withoutGrid: Type.Integer(),
    }),
  ),
})
