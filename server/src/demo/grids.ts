import { addDays } from '@wangdi/domain/day.ts'
import { countyOf } from '@wangdi/domain/place-code.ts'
import type { Insertable } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { DwellingGrid, Grid, GridDuty } from '../platform/tables.gen.ts'
import { type DemoLogin, town } from './accounts.ts'
import type { Filling } from './layout.ts'
import { shownPrefix } from './shown-building.ts'
import { writeAll } from './write.ts'

const townGrids = 5

/** Draws the grids of a community since the summer of last year, and gives them to their workers. */
export async function drawGrids(db: Db, { chance, community, layout, accounts, workers, today }: Filling): Promise<void> {
  const of = { county: countyOf(community), community }
  const from = `${Number(today.slice(0, 4)) - 1}-07-01`
  const count = community === town ? townGrids : 2
  const grids = Array.from(
    { length: count },
    (_, at): Insertable<Grid> => ({ ...of, id: chance.id(), name: `${at + 1}网格`, ordinal: at + 1, valid_from: from }),
  )
  await writeAll(db, 'grid', grids)
  const idOf = (number: number) => grids[number - 1]?.id ?? ''
  // Two entrances of the shown building went over to the second grid some weeks ago; all else is as it was drawn.
  const redrawn = addDays(today, -40)
  const drawn = layout.doors.flatMap(({ row, text, grid }): Insertable<DwellingGrid>[] => {
    const lies = { ...of, dwelling: row.id, grid: idOf(grid), valid_from: from }
    if (grid !== 2 || !text.startsWith(shownPrefix)) return [lies]
    return [
      { ...lies, grid: idOf(1), valid_to: redrawn },
      { ...lies, valid_from: redrawn },
    ]
  })
  await writeAll(db, 'dwelling_grid', drawn)
  const duty = (number: number, login: DemoLogin, more: Partial<Insertable<GridDuty>> = {}): Insertable<GridDuty> => ({
    ...of,
    id: chance.id(),
    grid: idOf(number),
    account: accounts[login],
    kind: 'worker',
    valid_from: from,
    ...more,
  })
  const duties = workers.map((login, at) => duty(at + 1, login))
  // One worker is away, and somebody stands in; the last grid lost its worker a week ago.
  if (community === town)
    duties.push(
      duty(4, 'maxiaoyan', { kind: 'stand-in', valid_from: addDays(today, -1), valid_to: addDays(today, 6) }),
      duty(5, 'liujing', { valid_to: addDays(today, -7) }),
    )
  await writeAll(db, 'grid_duty', duties)
}
