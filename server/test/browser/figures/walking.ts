// Reads the pages of the demo and follows what they count. Pages are those of the console's own list, read by somebody of each level.
import type { Browser, BrowserContext } from 'playwright-core'
import { addDays, shanghaiDay } from '@wangdi/domain/day.ts'
import { confirmLevel } from '@wangdi/domain/regimes/regimes.api.ts'
import { confirmReport, readDailyReport, sayLine } from '@wangdi/domain/reports/reports.api.ts'
import { type Role, roles } from '@wangdi/domain/roles.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadExcerpt, makeGivenDemo } from '../../given/demo.ts'
import { publishDengue } from '../../given/dengue.ts'
import type { Caller, House } from '../../house.ts'
import { keptHouse } from '../../kept-house.ts'
import { openIn, type screens, signedIn, startBrowser } from '../console-page.ts'
import { bareFigures } from './bare.ts'
import { type Followed, followAll, settled } from './follow.ts'
import { readersOf, routesOfConsole } from './routes.ts'
import { shown, wallsOf } from './walled.ts'

/** The communities of the demo: one in a town, one in the country. */
export const [town, village] = ['410105001003', '410122101205']
/** Where a role of each level reads. */
export const placeOf: Record<string, readonly string[]> = {
  // What the town has nothing of is read in the village.
  community: [town, village],
  ...{ street: ['410105001'], county: ['410105'], city: ['4101'], province: ['41'], nation: [''] },
}

/** A level of the notice is confirmed, and the community beside the town of the demo reports its lines: sums of all levels have some. */
async function reportNotice(house: House, day: string): Promise<void> {
  const community = '410105001006'
  const level = { fact: 'dengue-2026/level', place: '410105', value: 'local', from: day, reason: '会商', source: '会商' } as const
  await (await house.as('county-health', '410105')).call(confirmLevel, { id: newId(), ...level })
  const director = await house.as('community-director', community)
  const pots = { line: 'dengue-2026/pots', zero: 'counted', count: 12 } as const
  await director.call(sayLine, { id: newId(), community, day, ...pots })
  const { points } = await director.call(readDailyReport, { community, day })
  for (const { line } of points) await director.call(sayLine, { id: newId(), community, day, line, zero: 'zero' })
  await director.call(confirmReport, { community, day })
}

/** The demo in a response, with a notice of its own in force: published on the day before, with lines of the daily report. */
async function fill(house: House): Promise<void> {
  await loadExcerpt(house)
  const today = house.clock.now()
  const day = shanghaiDay(today.toISOString())
  house.clock.set(`${addDays(day, -1)}T10:00:00+08:00`)
  await publishDengue(house, day)
  house.clock.set(today.toISOString())
  await makeGivenDemo(house)
  await reportNotice(house, day)
}

/** The demo for a test file; call it at the top of the file. */
export function walkingDemo() {
  let house: House
  let browser: Browser

  beforeAll(async () => {
    house = await keptHouse('walked', fill)
    browser = await startBrowser()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })

  const callers = new Map<string, Promise<Caller>>()
  /** Somebody of a role at a place, the same each time. */
  function readerAt(role: Role, place: string): Promise<Caller> {
    const known = callers.get(`${role} ${place}`) ?? house.as(role, place)
    callers.set(`${role} ${place}`, known)
    return known
  }

  const contexts = new Map<string, Promise<BrowserContext>>()
  /** One browser for all that somebody reads on a screen: what each page needs again is fetched once. */
  function browserOf(role: Role, place: string, screen: keyof typeof screens = 'desk'): Promise<BrowserContext> {
    const of = `${role} ${place} ${screen}`
    const known = contexts.get(of) ?? readerAt(role, place).then((as) => signedIn(browser, house, { as, screen }))
    contexts.set(of, known)
    return known
  }

  /** Reads a page as somebody, says which figures are no way to rows, and follows the others. */
  async function walk(role: Role, place: string, path: string, open: readonly string[]): Promise<Followed> {
    const { page, faults } = await openIn(await browserOf(role, place), `${house.url}${path}`)
    await settled(page)
    const { bare } = await bareFigures(page, open)
    const walked = await followAll(page, `${house.url}${path}`, { own: place })
    await page.close()
    const wrong = [...walked.wrong, ...faults, ...bare.map(({ words, at }) => `opens nothing: ${words} (${at})`)]
    return { ...walked, wrong: wrong.map((one) => `${role} at ${path}: ${one}`) }
  }

  return { walk, readerAt, browserOf, house: () => house, browser: () => browser }
}

type Demo = ReturnType<typeof walkingDemo>

/** Every so-manieth page of the console's list is walked by those who read it, from the one at `first` on; ids have no page here. */
export async function testPages(demo: Demo, first: number, step: number): Promise<void> {
  const pages = (await routesOfConsole()).filter(({ path }) => !path.includes('$')).filter((_, at) => at % step === first)
  test.for(pages.map((route) => [route.path, route] as const))(
    'every figure of a page opens exactly the rows it counts, or it is said why it opens none: %s',
    { timeout: 900_000 },
    async ([path, route]) => {
      const sum = { figures: 0, followed: 0, wrong: [] as string[] }
      for (const role of readersOf(route))
        for (const place of placeOf[roles[role].level] ?? []) {
          const walked = await demo.walk(role, place, path, wallsOf(path))
          sum.figures += walked.figures
          sum.followed += walked.followed
          sum.wrong.push(...walked.wrong)
          if (walked.figures > 0) break
        }
      if (process.env['WANGDI_FIGURES']) console.log(`figures ${path} ${sum.figures} ${sum.followed}`)
      expect(sum.wrong).toEqual([])
      expect(sum.figures > 0).toBe(path in shown)
      expect(sum.figures).toBeGreaterThanOrEqual(shown[path] ?? 0)
    },
  )
}
