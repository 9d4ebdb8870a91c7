// What the phone counts: each figure beside the rows that stand under it, or on the page that it opens.
import { addDays, shanghaiDay } from '@wangdi/domain/day.ts'
import { readGrids } from '@wangdi/domain/plan/building-view.api.ts'
import { assignGrid } from '@wangdi/domain/staff/grid-duty.api.ts'
import type { Browser, Locator, Page } from 'playwright-core'
import type { Caller, House } from '../../house.ts'
import { openPhone } from '../phone-page.ts'

const numberIn = (text: string) => Number((/\d[\d,]*/.exec(text)?.[0] ?? 'NaN').replaceAll(',', ''))

/** Unfolds what a card keeps back, and counts its rows, or the names in them where people are counted. */
async function rowsIn(card: Locator, people: boolean): Promise<number> {
  for (const more = card.locator('.f-more'); (await more.count()) > 0; ) await more.click()
  if (!people) return card.locator('.f-row').count()
  const names = await card.locator('.f-row-text > b').allTextContents()
  return names.flatMap((text) => text.split('、')).length
}

/** A figure that says something else than its rows, in words. */
const told = (words: string, rows: number): string[] => (numberIn(words) === rows ? [] : [`"${words}" stands over ${rows}`])

/** Opens the phone of somebody who stands in for the fullest grid of a community and holds every figure against its rows. */
export async function walkPhone(
  browser: Browser,
  house: House,
  { director, worker, community }: { director: Caller; worker: Caller; community: string },
): Promise<{ figures: number; wrong: string[] }> {
  const today = shanghaiDay(house.clock.now().toISOString())
  const { grids } = await director.call(readGrids, { community })
  const [fullest] = grids.toSorted((one, other) => other.households - one.households)
  if (!fullest) throw new Error(`${community} has no grid`)
  const duty = { community, grid: fullest.id, account: worker.account, kind: 'stand-in' as const }
  await director.call(assignGrid, { ...duty, from: today, until: addDays(today, 1) })
  const wrong: string[] = []
  const phone = await openPhone(browser, house, wrong, house.clock.now())
  const { page } = phone
  await phone.signIn(worker)
  let figures = 0
  for (const walk of [walkToday, walkRounds, walkBuildings]) {
    const walked = await walk(page)
    figures += walked.figures
    wrong.push(...walked.wrong)
  }
  await phone.close()
  return { figures, wrong }
}

interface Walked {
  figures: number
  wrong: string[]
}

// 今日: the cards of what is due, people or doors.
async function walkToday(page: Page): Promise<Walked> {
  const cards = page.locator('.f-main .f-card').filter({ has: page.locator('.f-row') })
  await cards.first().waitFor()
  const walked: Walked = { figures: 0, wrong: [] }
  for (const card of await cards.all()) {
    const figure = card.locator('.f-gh .f-n')
    if ((await figure.count()) === 0) continue
    const words = await figure.innerText()
    walked.figures += 1
    walked.wrong.push(...told(words, await rowsIn(card, words.includes('人'))))
  }
  return walked
}

// 走访轮: what is not reached of a round over doors is what its page says and lists.
async function walkRounds(page: Page): Promise<Walked> {
  const heads = page.locator('.f-plain:has(.f-round) .f-n').filter({ hasText: '户' })
  const walked: Walked = { figures: 0, wrong: [] }
  for (let nth = 0; nth < (await heads.count()); nth += 1) {
    const words = await heads.nth(nth).innerText()
    await heads.nth(nth).click()
    const said = page.locator('.f-figures p').filter({ hasText: '没走到' })
    await said.first().waitFor()
    const list = page.locator('.f-main .f-card:not(.f-figures)')
    walked.figures += 2
    walked.wrong.push(...told(words, await rowsIn(list, false)), ...told(await said.first().innerText(), numberIn(words)))
    await page.goBack()
    await heads.first().waitFor()
  }
  return walked
}

// 楼栋: each building says how many doors stand in it.
async function walkBuildings(page: Page): Promise<Walked> {
  await page.locator('.f-tabs').getByText('楼栋').click()
  const buildings = page.locator('.f-main .f-card:has(.f-gh)')
  await buildings.first().waitFor()
  const walked: Walked = { figures: 0, wrong: [] }
  for (const building of await buildings.all()) {
    const words = await building.locator('.f-gh .f-n').innerText()
    await building.locator('.f-gh').click()
    walked.figures += 1
    walked.wrong.push(...told(words, await building.locator('.f-door').count()))
    await building.locator('.f-gh').click()
  }
  return walked
}
