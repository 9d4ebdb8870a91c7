import { doorText, partText } from '@wangdi/domain/places/door-plate.ts'
import {
  coverageOf,
  isInGroups,
  isOver,
  personStanding,
  type Standing,
  standingOf,
  turnOf,
} from '@wangdi/domain/rounds/coverage.rules.ts'
import type { CoverageLine } from '@wangdi/domain/rounds/rounds.api.ts'
import { lastOf, type Round } from '@wangdi/domain/rounds/rounds.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'
import type { Db } from '../platform/db.ts'
import { freeze, holdRounds, listFrozenLines } from './frozen.queries.ts'
import { listRoundDoors, listRoundPeople, type RoundDoor } from './round.queries.ts'

/** A line of coverage with the grid and the building (or villagers' group) it lies in. */
export type Line = CoverageLine & { readonly gridId: Id | null; readonly part: string }

/**
 * Every door (or key person) of a round with how it stands today; of some grids only when they are given. Of a round that is over
 * the lines stay as they stood on its last day: whoever looks first after it keeps them.
 */
export async function linesOf(db: Db, round: Round, today: Day, grids?: readonly Id[]): Promise<Line[]> {
  if (!isOver(round, today)) return standingsOf(db, round, today, grids)
  const kept = await listFrozenLines(db, round.id)
  if (kept === undefined) await freezeNow(db, round)
  return thawed(db, round, kept ?? (await listFrozenLines(db, round.id)) ?? [], grids)
}

async function freezeNow(db: Db, round: Round): Promise<void> {
  await holdRounds(db, round.community, 'ending')
  const lines = await standingsOf(db, round, round.until as Day, undefined)
  await freeze(
    db,
    round,
    lines.map(({ dwelling, person, gridId, use, standing }) => ({
      ...{ dwelling, person: person?.id ?? null, grid: gridId },
      ...{ use, standing },
    })),
  )
}

// Doors are named as they are named now; all else of a line is as it stood.
async function thawed(
  db: Db,
  round: Round,
  kept: NonNullable<Awaited<ReturnType<typeof listFrozenLines>>>,
  grids: readonly Id[] | undefined,
): Promise<Line[]> {
  const at = Map.groupBy(kept, ({ dwelling }) => dwelling)
  const doors = await listRoundDoors(db, round.community, turnOf(round, round.until as Day), undefined, round.until as Day)
  return doors.flatMap((door) =>
    (at.get(door.dwelling) ?? [])
      .filter(({ grid }) => grids === undefined || (grid !== null && grids.includes(grid)))
      .map(({ person, name, grid, gridName, use, standing }) =>
        lineOf({ ...door, grid, gridName, use }, person === null ? null : { id: person, name: name ?? '' }, standing),
      ),
  )
}

async function standingsOf(db: Db, round: Round, today: Day, grids: readonly Id[] | undefined): Promise<Line[]> {
  const doors = await listRoundDoors(db, round.community, turnOf(round, today), grids, today)
  if (round.of === 'dwellings')
    return doors.map((door) =>
      lineOf(
        door,
        null,
        standingOf(
          door.use,
          door.visits.map(({ result }) => result),
        ),
      ),
    )
  const behind = new Map<Id, Line[]>()
  const at = new Map(doors.map((door) => [door.dwelling, door]))
  for (const person of await listRoundPeople(db, round.community, grids, today)) {
    const door = at.get(person.dwelling)
    if (!door || !isInGroups(round.groups, person, today)) continue
    const standing = personStanding(door.visits, person.id)
    behind.set(door.dwelling, [
      ...(behind.get(door.dwelling) ?? []),
      lineOf(door, { id: person.id, name: person.name }, standing),
    ])
  }
  return doors.flatMap((door) => behind.get(door.dwelling) ?? [])
}

function lineOf(door: RoundDoor, person: { id: Id; name: string } | null, standing: Standing): Line {
  const last = door.visits.at(-1)
  return {
    dwelling: door.dwelling,
    door: doorText(door.door),
    building: door.building,
    grid: door.gridName,
    gridId: door.grid,
    part: partText({ ...door.door, unit: null }),
    person,
    use: door.use,
    standing,
    last: last ? lastOf(last) : null,
    tries: door.visits.length,
  }
}

/** The figures of lines. */
export const figuresOf = (lines: readonly Line[]) => {
  const { exceptions, ...rest } = coverageOf(lines.map(({ standing }) => standing))
  return { ...rest, exceptions: { ...exceptions } }
}

/** The figures of lines grid by grid, in their order; doors in no grid come last. */
export function figuresByGrid(lines: readonly Line[]) {
  const grids = new Map<Id | null, Line[]>()
  for (const line of lines) {
    const own = grids.get(line.gridId)
    if (own) own.push(line)
    else grids.set(line.gridId, [line])
  }
  return [...grids]
    .map(([grid, own]) => ({ grid, name: own[0]?.grid ?? null, coverage: figuresOf(own) }))
    .sort((a, b) => (a.name ?? '￿').localeCompare(b.name ?? '￿', 'zh-CN', { numeric: true }))
}

/** The figures of lines building by building (or group by group), in the order of the lines. */
export function figuresByBuilding(lines: readonly Line[]) {
  return [...Map.groupBy(lines, ({ part }) => part)].map(([name, own]) => ({
    building: own[0]?.building ?? null,
    name,
    coverage: figuresOf(own),
  }))
}
