// Stays and readings for tests, as their verbs would leave them.
import { addDays } from '@wangdi/domain/day.ts'
import { v7 as newId } from 'uuid'
import type { House } from '../house.ts'
import { givenTold } from './told.ts'

const rule = {
  fever: 37.3,
  symptoms: [],
  second_reading: 15,
  per_day: 2,
  split: '13:00',
  due_by: { morning: '12:00', evening: '20:00' },
  source: '',
}

/** A stay of seven days at home from a day on, ordered on the day before unless another day is given. */
export async function givenStay(
  house: House,
  community: string,
  person: string,
  from: string,
  more: {
    where?: 'home' | 'central' | 'monitoring'
    kind?: string
    days?: number
    arrival?: string
    decided?: string
    dwelling?: string
  } = {},
): Promise<string> {
  const county = community.slice(0, 6)
  const id = newId()
  const until = addDays(from, (more.days ?? 7) - 1)
  const doctor = await house.as('county-health', county, '区卫健')
  await givenTold(house, 'observation', [
    {
      county,
      id,
      community,
      person,
      kind: more.kind ?? 'close-contact',
      number: `观〔2026〕${id.slice(-6)}`,
      issuer: '金水区疾控中心',
      basis: '测试',
      day_zero: addDays(from, -1),
      last_day: until,
      phases: JSON.stringify([{ where: more.where ?? 'home', from, until, tests: [] }]),
      rule: JSON.stringify(rule),
      fever: '37.3',
      proposal: '{}',
      as_proposed: true,
      notice: '{}',
      decided_by: doctor.account,
      decided_at: new Date(`${more.decided ?? addDays(from, -1)}T10:00:00+08:00`),
      ...(more.dwelling ? { dwelling: more.dwelling } : {}),
      ...(more.arrival ? { arrival: more.arrival } : {}),
      ...(more.dwelling ? { dwelling: more.dwelling } : {}),
    },
  ])
  return id
}

/** A reading of a half day. */
export async function givenReading(
  house: House,
  community: string,
  observation: string,
  day: string,
  half: 'morning' | 'evening',
  temperature: string,
  account: string,
): Promise<string> {
  const id = newId()
  const taken = new Date(`${day}T${half === 'morning' ? '08:00' : '18:00'}:00+08:00`)
  await givenTold(house, 'reading', [
    {
      county: community.slice(0, 6),
      id,
      community,
      observation,
      taken_at: taken,
      day,
      half,
      temperature,
      symptoms: [],
      measured_by: 'visit',
      by_account: account,
      recorded_at: taken,
    },
  ])
  return id
}
