// A small community of invented people, made through the verbs of the house: what the dump of a version holds.
import { confirmColour, recordHealth } from '@wangdi/domain/health/health.api.ts'
import { addPerson, correctPerson, recordAdvice, setMark } from '@wangdi/domain/people/people.api.ts'
import { keepApart } from '@wangdi/domain/people/pile/pile.api.ts'
import { assignDwellings, saveBuilding, saveEstate, saveGrid, setLoadBand, setUse } from '@wangdi/domain/places/places.api.ts'
import { closeRound, openRound, readCoverage, recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import { assignGrid } from '@wangdi/domain/staff/grid-duty.api.ts'
import { saveMember } from '@wangdi/domain/staff/team/team.api.ts'
import { readSnapshot } from '@wangdi/domain/sync/sync.api.ts'
import type { Static } from 'typebox'
import { v7 as newId } from 'uuid'
import { givenPlaces } from '../../given/places.ts'
import type { Caller, House } from '../../house.ts'

export const town = '410105001003'
export const street = '410105001'
export const county = '410105'

/** Who works there, by what they are. */
export interface Staff {
  readonly director: Caller
  readonly desk: Caller
  readonly worker: Caller
  readonly doctor: Caller
  readonly street: Caller
  readonly civil: Caller
  readonly health: Caller
  readonly leader: Caller
  readonly auditor: Caller
}

/** A door and who lives behind it, as they were said. */
export interface Household {
  readonly door: string
  readonly room: string
  readonly people: readonly { readonly id: string; readonly name: string; readonly document: string; readonly phone: string }[]
}

/** Everybody of the staff, with posts in the team. */
export async function fillStaff(house: House): Promise<Staff> {
  await givenPlaces(house)
  await house.owner.insertInto('county').values({ place: county, demo: false, settings: '{}' }).execute()
  house.clock.set('2026-11-09T09:00:00+08:00')
  const as = (role: Role, place: string, name: string) => house.as(role, place, name)
  const staff: Staff = {
    director: await as('community-director', town, '周敏'),
    desk: await as('community-worker', town, '孙丽'),
    worker: await as('grid-worker', town, '马晓燕'),
    doctor: await as('community-doctor', town, '韩志远'),
    street: await as('street-officer', street, '陈建国'),
    civil: await as('county-civil-affairs', county, '李文静'),
    health: await as('county-health', county, '王海涛'),
    leader: await as('county-leader', county, '赵明'),
    auditor: await as('auditor', county, '沈芳'),
  }
  const post = { place: town, duty: '牵头', deputy: '孙丽' }
  await staff.director.call(saveMember, { id: newId(), ...post, post: 'lead', name: '周敏', phone: '19900007001' })
  await staff.director.call(saveMember, { id: newId(), ...post, post: 'secretary', name: '高岚', phone: null, deputy: null })
  return staff
}

const born = ['1941-02-03', '1950-07-19', '1978-11-30', '1982-05-06', '2015-09-01', '1990-01-23', '1969-12-12', '2001-04-04']
const names = ['何秀英', '郭志强', '董丽华', '董小满', '曹国栋', '许春梅', '邓建军', '袁雪']
/** How many live behind each door of the building: nobody, one, one, two, one, three. */
const households = [0, 1, 1, 2, 1, 3]
const digits = '10X98765432'
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
// A card number with its last sign as GB 11643 counts it, of an area in which nobody has one.
function cardOf(nth: number, birthday: string): string {
  const body = `999999${birthday.replaceAll('-', '')}${String(101 + nth * 2).padStart(3, '0')}`
  return body + digits[[...body].reduce((sum, digit, at) => sum + Number(digit) * (weights[at] ?? 0), 0) % 11]
}

/** An estate with one building, a grid with its worker, and eight people behind five of six doors. */
export async function fillHouseholds(house: House, { director, desk, worker, doctor, civil }: Staff): Promise<Household[]> {
  const estate = newId()
  const building = newId()
  await director.call(saveEstate, { id: estate, community: town, kind: 'estate', name: '翠苑小区', ordinal: 0 })
  await director.call(saveBuilding, {
    ...{ id: building, community: town, estate, name: '3号楼', ordinal: 3 },
    units: [{ unit: '1单元', floors: 3, rooms: 2 }],
  })
  const grid = newId()
  const from = '2026-11-09'
  await director.call(saveGrid, { id: grid, community: town, name: '第1网格', ordinal: 1, from, until: null })
  await director.call(assignDwellings, { community: town, grid, from, buildings: [building] })
  await director.call(assignGrid, { community: town, grid, account: worker.account, kind: 'worker', from, until: null })
  house.clock.set('2026-11-10T08:00:00+08:00')
  await director.call(saveGrid, { id: grid, community: town, name: '翠苑网格', ordinal: 1, from, until: null })
  await civil.call(setLoadBand, { place: county, full: 200, over: 300 })
  const doors = await house.owner.selectFrom('dwelling').select(['id', 'room']).orderBy('ordinal').execute()
  await desk.call(setUse, { dwelling: doors[0]?.id ?? '', use: 'vacant' })
  let nth = 0
  const made: Household[] = []
  for (const [at, { id: door, room }] of doors.entries()) {
    const people = []
    for (let one = 0; one < (households[at] ?? 0); one++, nth++) {
      const day = born[nth] ?? ''
      const person = { id: newId(), name: names[nth] ?? '', document: cardOf(nth, day), phone: `1990000800${nth}` }
      await desk.call(addPerson, { ...person, community: town, born: day, document_kind: 'identity-card', dwelling: door })
      people.push(person)
    }
    made.push({ door, room: room ?? '', people })
  }
  const elder = made[1]?.people[0]?.id ?? ''
  await desk.call(setMark, { id: newId(), person: elder, kind: 'elder-alone', since: '2026-11-01', source: 'entered' })
  await desk.call(setMark, { id: newId(), person: made[5]?.people[0]?.id ?? '', kind: 'chronic', since: '2026-11-01' })
  const facts = { stated_on: '2026-11-08', source: 'clinic' as const, disease: 'stable' as const, doses: 3 }
  await doctor.call(recordHealth, { id: newId(), person: elder, ...facts, last_dose_on: '2026-03-01' })
  await doctor.call(confirmColour, { id: newId(), person: elder, colour: 'yellow', reason: '见面看过' })
  await doctor.call(recordAdvice, { id: newId(), person: elder, topic: 'medicine', way: 'visit' })
  const [one, other] = made[3]?.people ?? []
  await desk.call(keepApart, { id: newId(), one: one?.id ?? '', other: other?.id ?? '' })
  return made
}

/** Rounds and visits of a week: who was met said and not said, nobody home, refused, corrected, a call; one round is over. */
export async function fillVisits(house: House, staff: Staff, made: readonly Household[]): Promise<{ survey: string }> {
  const { director, worker } = staff
  const survey = newId()
  const of = { community: town, groups: [] }
  await director.call(openRound, {
    ...{ ...of, id: survey, kind: 'survey', name: '摸排第 1 轮', of: 'dwellings' },
    ...{ from: '2026-11-10', until: '2026-11-12', everyDays: null },
  })
  const weekly = newId()
  await director.call(openRound, {
    ...{ ...of, id: weekly, kind: 'visit', name: '每周走访', of: 'key-persons' },
    ...{ from: '2026-11-10', until: null, everyDays: 7 },
  })
  const go = async (at: string, nth: number, said: object) => {
    house.clock.set(at)
    const id = newId()
    await worker.call(recordVisit, { id, dwelling: made[nth]?.door ?? '', result: 'met', ...said })
    return id
  }
  const who = (nth: number, one = 0) => made[nth]?.people[one]?.id ?? ''
  await go('2026-11-10T09:10:00+08:00', 1, { round: survey, needs: ['medicine'], note: '请帮忙带药' })
  await go('2026-11-10T09:30:00+08:00', 2, { round: survey, met: [who(2)] })
  await go('2026-11-10T09:50:00+08:00', 3, { round: survey })
  await go('2026-11-11T10:00:00+08:00', 4, { round: survey, result: 'nobody-home' })
  await go('2026-11-11T18:30:00+08:00', 4, { round: survey, result: 'refused' })
  const wrong = await go('2026-11-12T10:00:00+08:00', 5, { round: survey, note: '走错门了' })
  await go('2026-11-12T10:20:00+08:00', 5, { round: survey, met: [who(5), who(5, 2)], replaces: wrong, changes: '女儿回家住了' })
  await go('2026-11-12T16:00:00+08:00', 1, { entry: 'phone' })
  await go('2026-11-13T16:00:00+08:00', 3, { met: [who(3, 1)] })
  house.clock.set('2026-11-12T20:00:00+08:00')
  await director.call(closeRound, { id: survey, until: '2026-11-12' })
  // Whoever looks after the end freezes it.
  house.clock.set('2026-11-13T20:00:00+08:00')
  await director.call(readCoverage, { id: survey })
  // Who lived alone when they were visited, and does no longer; and who moved away since.
  house.clock.set('2026-11-14T09:00:00+08:00')
  await staff.desk.call(correctPerson, {
    ...{ id: who(4), version: 1, name: made[4]?.people[0]?.name ?? '' },
    ...{ dwelling: made[2]?.door ?? '', moved_on: '2026-11-13' },
  })
  return { survey }
}

/** The grid as the phone of its worker holds it: what it gives back when it asks again. */
export async function fillPhone(house: House, { worker }: Staff) {
  house.clock.set('2026-11-24T10:00:00+08:00')
  const headers = { ...worker.headers, 'device-id': newId() }
  const answer = await fetch(`${house.url}/api${readSnapshot.at.split(' ')[1]}`, { headers })
  const { epoch, cursor, scope } = (await answer.json()) as Static<typeof readSnapshot.reply>
  return { since: cursor, epoch, scope }
}
