// The whole of what a dump holds, and what is said of it beside: made by whichever version this runs in.
import { readDailyReport } from '@wangdi/domain/reports/reports.api.ts'
import type { Static } from 'typebox'
import type { House } from '../../house.ts'
import { type Asked, fillRequests } from './asked.ts'
import { fillHouseholds, fillPhone, fillStaff, fillVisits, type Household, town } from './community.ts'
import { fillPapers } from './papers.ts'
import { fillRelease, fillResponse } from './response.ts'

/** What is known of a dump without looking into it. */
export interface Known {
  /** Who can sign in, by what they are. */
  readonly logins: Readonly<Record<string, string>>
  readonly households: readonly Household[]
  readonly requests: readonly Asked[]
  /** What a phone gives back when it asks what is new. */
  readonly phone: { readonly since: string; readonly epoch: string; readonly scope: string }
  readonly survey: string
  /** The reports of a day as they were frozen. */
  readonly frozen: { readonly day: string; readonly versions: Static<typeof readDailyReport.reply>['frozen'] }
  /** How many rows each table has. */
  readonly rows: Readonly<Record<string, number>>
}

/** Fills an empty house; `rows` are counted by whoever takes the dump. */
export async function fillHouse(house: House): Promise<Omit<Known, 'rows'>> {
  const staff = await fillStaff(house)
  const households = await fillHouseholds(house, staff)
  const { survey } = await fillVisits(house, staff, households)
  await fillResponse(house, staff, households)
  await fillRelease(house, staff)
  await fillPapers(house, staff, households)
  const requests = await fillRequests(house, staff, households)
  const phone = await fillPhone(house, staff)
  const day = '2026-11-16'
  const { frozen: versions } = await staff.director.call(readDailyReport, { community: town, day })
  const accounts = await house.owner.selectFrom('account').select(['id', 'login']).execute()
  const loginOf = new Map(accounts.map(({ id, login }) => [id, login]))
  const logins = Object.fromEntries(Object.entries(staff).map(([what, { account }]) => [what, loginOf.get(account) ?? '']))
  return { logins, households, requests, phone, survey, frozen: { day, versions } }
}
