// The other half of the pages whose figures are followed: each half is tried alone in a few minutes.
import { expect, test } from 'vitest'
import { openConsole } from './console-page.ts'
import { settled } from './figures/follow.ts'
import { walkPhone } from './figures/phone.ts'
import { testPages, town, walkingDemo } from './figures/walking.ts'

const demo = walkingDemo()

test.each([
  ['/reports/received', 'street-officer', '410105001'],
  ['/reports/received', 'county-health', '410105'],
  ['/staff', 'community-director', town],
] as const)(
  'on a phone the columns of %s lie one under the other for %s, and no table is pushed sideways',
  async (path, role, place) => {
    const { page, faults } = await openConsole(demo.browser(), demo.house(), path, {
      as: await demo.readerAt(role, place ?? ''),
      screen: 'phone',
    })
    await settled(page)
    await page.locator('.list-table').first().waitFor()
    const pushed = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.list-scroll')].filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent.slice(0, 40))`,
    )
    expect([pushed, faults]).toEqual([[], []])
    await page.context().close()
  },
)

test('on a phone every field of the daily report says what goes into it', async () => {
  const { page, faults } = await openConsole(demo.browser(), demo.house(), '/reports', {
    as: await demo.readerAt('information-reporter', town ?? ''),
    screen: 'phone',
  })
  await settled(page)
  await page.getByPlaceholder('写明原因').first().waitFor()
  const said = await page
    .locator('.report-lines input')
    .evaluateAll((all) => all.map((one) => one.getAttribute('placeholder') ?? ''))
  expect([said.filter((words) => words.trim() === ''), said.includes('说明，可不填'), faults]).toEqual([[], true, []])
  await page.context().close()
})

test('what is to be done first says its whole name beside its mark, in English too', async () => {
  const { page } = await openConsole(demo.browser(), demo.house(), '/plan', {
    as: await demo.readerAt('community-director', town ?? ''),
    language: 'en',
  })
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.locator('.plan-first-item').nth(3).waitFor()
  // The longest of these names comes with a fever, of which the demo has none.
  await page.evaluate(`document.querySelector('.plan-first-top .what').textContent = 'Abnormal readings wait for the doctor'`)
  const cut = await page.evaluate<string[]>(`[...document.querySelectorAll('.plan-first-top')].filter((top) => {
    const [mark, name] = [top.firstElementChild.getBoundingClientRect(), top.querySelector('.what')]
    return name.scrollWidth > name.clientWidth + 1 || name.getBoundingClientRect().top > mark.bottom
  }).map((top) => top.textContent)`)
  expect(cut).toEqual([])
  await page.context().close()
})

test('on a phone each figure counts the rows that stand under it, or on the page that it opens', {
  timeout: 300_000,
}, async () => {
  const community = town ?? ''
  const who = { director: await demo.readerAt('community-director', community), community }
  const { figures, wrong } = await walkPhone(demo.browser(), demo.house(), {
    ...who,
    worker: await demo.house().as('grid-worker', community, '顾晓'),
  })
  expect(wrong).toEqual([])
  expect(figures).toBeGreaterThanOrEqual(6)
})

await testPages(demo, 1, 2)
