import Type, { type Static } from 'typebox'
import { command, query } from '../endpoint.ts'
import { CommunityCode, Day, Id, Maybe, OneOf, PlaceCode, Text } from '../schema.ts'
import { DwellingUse, Estate, Grid, Place } from './places.ts'

const on = Type.Optional(Day)

/** A place below another; counts of doors are null where the reader sees figures only. */
export const PlaceBelow = Type.Object({
  ...Place.properties,
  /** Places directly below it. */
  places: Type.Integer(),
  dwellings: Maybe(Type.Integer()),
  grids: Maybe(Type.Integer()),
  /** Dwellings that lie in no grid on that day. */
  withoutGrid: Maybe(Type.Integer()),
})
export type PlaceBelow = Static<typeof PlaceBelow>

/** A place that a search by name found, with the names of what it lies in below the place searched, topmost first. */
export const FoundPlace = Type.Object({ ...Place.properties, within: Type.Array(Type.String()) })
export type FoundPlace = Static<typeof FoundPlace>

/**
 * The tree: a place, what it lies in, what lies directly below, with the names of that day (today unless said); with `find`, also the
 * places at any depth below whose name holds that text, upper levels first, at most 50.
 */
export const readTree = query({
  name: 'places.tree',
  at: 'GET /places/tree',
  words: { zh: '看区划', en: 'Browse the tree of places' },
  input: Type.Object({ place: Type.Optional(PlaceCode), on, find: Type.Optional(Text(40)) }),
  reply: Type.Object({
    place: Place,
    ancestors: Type.Array(Place),
    below: Type.Array(PlaceBelow),
    found: Type.Array(FoundPlace),
  }),
})

/** A building with its counts; `vacant` dwellings are part of `dwellings`. */
export const BuildingLine = Type.Object({
  id: Id,
  estate: Maybe(Id),
  name: Type.String(),
  ordinal: Type.Integer(),
  units: Type.Integer(),
  floors: Maybe(Type.Integer()),
  dwellings: Type.Integer(),
  vacant: Type.Integer(),
  grids: Type.Array(Id),
})
export type BuildingLine = Static<typeof BuildingLine>

/** A villagers' group (村民小组) with its counts. */
export const GroupLine = Type.Object({
  estate: Maybe(Id),
  group: Type.String(),
  dwellings: Type.Integer(),
  vacant: Type.Integer(),
  grids: Type.Array(Id),
})
export type GroupLine = Static<typeof GroupLine>

/** Everything below a community down to the building or the group: what the pages choose from. */
export const readCommunity = query({
  name: 'places.community',
  at: 'GET /places/communities/:community',
  words: { zh: '看小区、楼栋和网格', en: 'See estates, buildings and grids' },
  input: Type.Object({ community: CommunityCode, on }),
  reply: Type.Object({
    place: Place,
    ancestors: Type.Array(Place),
    demo: Type.Boolean(),
    estates: Type.Array(Estate),
    buildings: Type.Array(BuildingLine),
    groups: Type.Array(GroupLine),
    grids: Type.Array(Type.Object({ ...Grid.properties, dwellings: Type.Integer() })),
    dwellings: Type.Integer(),
    withoutGrid: Type.Integer(),
  }),
})

/** Makes an estate or natural village, or changes its name and order. */
export const saveEstate = command({
  name: 'places.save-estate',
  at: 'POST /places/estates',
  words: { zh: '登记小区或自然村', en: 'Enter an estate or natural village' },
  input: Type.Object({ ...Estate.properties, community: CommunityCode }),
  reply: Estate,
})

/** Makes a building with its doors from its units, floors and rooms a floor; doors that exist stay as they are. */
export const saveBuilding = command({
  name: 'places.save-building',
  at: 'POST /places/buildings',
  words: { zh: '登记楼栋', en: 'Enter a building' },
  input: Type.Object({
    id: Id,
    community: CommunityCode,
    estate: Maybe(Id),
    name: Text(20, 1),
    ordinal: Type.Integer({ minimum: 0, maximum: 9999 }),
    units: Type.Array(
      Type.Object({
        unit: Text(10),
        floors: Type.Integer({ minimum: 1, maximum: 80 }),
        rooms: Type.Integer({ minimum: 1, maximum: 40 }),
      }),
      { maxItems: 40 },
    ),
  }),
  reply: Type.Object({ id: Id, doorsMade: Type.Integer() }),
})

/** Says what a dwelling is used for. */
export const setUse = command({
  name: 'places.set-use',
  at: 'POST /places/dwellings/:dwelling/use',
  words: { zh: '登记住房用途', en: 'Say what a dwelling is used for' },
  input: Type.Object({ dwelling: Id, use: DwellingUse }),
  reply: Type.Object({ version: Type.Integer() }),
})

/** Opens a grid, renames it, or sets the day on which it is no more (`until`), once no dwelling is in it from then. */
export const saveGrid = command({
  name: 'places.grid-save',
  at: 'POST /places/grids',
  words: { zh: '设网格', en: 'Save a grid' },
  input: Grid,
  reply: Grid,
})

/** Draws the chosen dwellings into a grid from a day on (or out of all grids: null). People are not touched. */
export const assignDwellings = command({
  name: 'places.assign-dwellings',
  at: 'POST /places/grid-dwellings',
  words: { zh: '划网格', en: 'Redraw grids' },
  input: Type.Object({
    community: CommunityCode,
    grid: Maybe(Id),
    from: Day,
    dwellings: Type.Optional(Type.Array(Id, { maxItems: 5000 })),
    buildings: Type.Optional(Type.Array(Id, { maxItems: 500 })),
    units: Type.Optional(Type.Array(Type.Object({ building: Id, unit: Text(10) }), { maxItems: 500 })),
    groups: Type.Optional(Type.Array(Type.Object({ estate: Maybe(Id), group: Text(20, 1) }), { maxItems: 500 })),
  }),
  reply: Type.Object({ moved: Type.Integer(), unchanged: Type.Integer() }),
})

/** One thing that changed in the grids of a community, with the names of that day; `from` is the grid, or the name, before. */
export const GridChange = Type.Object({
  day: Day,
  kind: OneOf('grid-opened', 'grid-renamed', 'grid-ended', 'dwellings-moved'),
  grid: Maybe(Type.String()),
  from: Maybe(Type.String()),
  dwellings: Type.Integer(),
})
export type GridChange = Static<typeof GridChange>

/** What changed in the grids, newest first: opened, renamed, ended, dwellings drawn from one into another. */
export const readHistory = query({
  name: 'places.history',
  at: 'GET /places/communities/:community/history',
  words: { zh: '看网格变动', en: 'See how the grids changed' },
  input: Type.Object({ community: CommunityCode, from: Type.Optional(Day), to: Type.Optional(Day) }),
  reply: Type.Object({ changes: Type.Array(GridChange) }),
})

/** From how many households a grid is full, and from how many overloaded: a setting of the county. */
export const setLoadBand = command({
  name: 'places.set-load-band',
  at: 'POST /places/load-band',
  words: { zh: '设网格户数提醒线', en: 'Set the warning band of grid load' },
  input: Type.Object({
    place: PlaceCode,
    full: Type.Integer({ minimum: 1, maximum: 100_000 }),
    over: Type.Integer({ minimum: 1, maximum: 100_000 }),
  }),
  reply: Type.Object({ full: Type.Integer(), over: Type.Integer() }),
})
