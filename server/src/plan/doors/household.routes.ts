import { ageOn, shanghaiInstant } from '@wangdi/domain/day.ts'
import { ageGroupsOf } from '@wangdi/domain/people/key-group.rules.ts'
import { maskName } from '@wangdi/domain/people/name.ts'
import { maskPhone } from '@wangdi/domain/people/phone.ts'
import { readHousehold } from '@wangdi/domain/plan/building-view.api.ts'
import { doorPlate, doorText, shortDoor } from '@wangdi/domain/places/door-plate.ts'
import type { Door } from '@wangdi/domain/places/places.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import { getDwellingPlace } from '../../places/index.ts'
import { serve } from '../../platform/serve.ts'
import { openDutyPhone } from '../../staff/index.ts'
import { findNeighbours } from './door-cells.queries.ts'
import { getDwelling, listLastVisits, listLookers, listMembers, listResponsible, type Responsible } from './household.queries.ts'

const sayIllness: readonly string[] = ['chronic', 'mental-illness']

/** One household beside the picture. That it was opened leaves a line. */
export const householdRoutes = [
  serve(readHousehold, {
    about: (db, input) => getDwellingPlace(db, input.dwelling),
    run: async ({ db, input, today, actor, reach, fields, note, saw }) => {
      const row = await getDwelling(db, input.dwelling, today)
      const { estate, grid, gridName, community, use, version } = row
      const responsible = await listResponsible(db, community, grid, today)
      const by = (kind: Responsible['kind']) => {
        const found = responsible.find((one) => one.kind === kind)
        return found ? { account: found.account, name: found.name, phone: openDutyPhone(fields, found.phone) } : null
      }
      const standIn = by('stand-in')
      const until = responsible.find(({ kind }) => kind === 'stand-in')?.until ?? null
      const members = await listMembers(db, input.dwelling, today)
      const { visits, total } = await listLastVisits(db, input.dwelling, 5)
      const { before, after } = await findNeighbours(db, input.dwelling, today, reach === 'grid' ? actor.account : undefined)
      const lookers = await listLookers(db, input.dwelling, shanghaiInstant(today, '00:00'))
      note({ dwelling: input.dwelling, ...(input.paper && { paper: 'printed' }) })
      saw(members.map(({ id }) => id))
      return {
        dwelling: row.id,
        community,
        door: doorText(row.door),
        estate,
        building: row.building,
        group: row.group,
        before: before && besideOf(before, row.door),
        after: after && besideOf(after, row.door),
        use,
        version,
        grid: grid && gridName ? { id: grid, name: gridName } : null,
        worker: by('worker'),
        standIn: standIn && { ...standIn, until },
        doctor: by('doctor'),
        members: members.map(({ id, name, sex, born, relation, phone, marks }) => ({
          id,
          name: maskName(name),
          sex,
          age: born === null ? null : ageOn(born, today),
          relation,
          phone: phone === null ? null : maskPhone(fields.open('phone', phone)),
          groups: [...marks.filter((mark) => !sayIllness.includes(mark)), ...ageGroupsOf(born, today)],
        })),
        visits,
        visitsTotal: total,
        seenToday: new Set([...lookers, actor.account]).size,
      }
    },
  }),
]

/** A door beside another, as short as it stays clear: 303, 4号楼2-101 in another unit. */
function besideOf({ dwelling, door }: { dwelling: Id; door: Door }, from: Door) {
  const plate = doorPlate(door)
  const short = plate.building === doorPlate(from).building ? plate.room : shortDoor(door, from)
  return { dwelling, door: doorText(door), short }
}
