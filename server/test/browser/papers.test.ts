// A letter as people use it: written at the desk, approved and given out by the director, printed with its code, received with an answer.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

const community = '410105001003'
let house: House
let browser: Browser
let worker: Caller
let director: Caller
beforeAll(async () => {
  house = await startHouse()
  browser = await startBrowser()
  worker = await house.as('community-worker', community, '孙丽')
  director = await house.as('community-director', community, '周敏')
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const shot = async (page: Page, name: string) => {
  const folder = process.env['WANGDI_SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
const sound = async (page: Page) => {
  expect(await axeFaults(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
}
const press = (page: Page, name: string) =>
  page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${[...name].join('\\s?')}$`) })
    .click()
async function printed(page: Page, name: string) {
  await page.emulateMedia({ media: 'print' })
  const text = await page.locator('.kinds-sheet').innerText()
  await shot(page, name)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  await page.emulateMedia({ media: 'screen' })
  await page.locator('.kinds-sheet').waitFor({ state: 'detached' })
  return { text, pages: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0 }
}

test('a letter goes from the desk to the director, gets its number and code, is printed and received, and is void once withdrawn', async () => {
  const desk = await openConsole(browser, house, '/k/rounds/department-letter', { as: worker })
  await desk.page.evaluate('window.print = () => {}')
  await desk.page.getByText('还没有。写一份').waitFor()
  await desk.page.getByRole('button', { name: '写一份' }).click()
  const form = desk.page.getByRole('dialog')
  await form.getByLabel('什么事').fill('花园路早市占道、污水横流')
  await press(desk.page, '保存，送批')
  // All that is missing is told at once: where, whose, what was found, what is asked for, until when.
  expect(await form.getByText('这一项要填').count()).toBe(5)
  await form.getByLabel('在哪里').fill('花园路东口')
  await form.getByText('市场监管', { exact: true }).click()
  await form.getByLabel('查到什么').fill('巡查三次都有，劝过没用')
  await form.getByLabel('请他们办什么').fill('请依法查处')
  await form.getByLabel('请哪天前答复').fill('2099-12-01')
  await sound(desk.page)
  await shot(desk.page, 'papers-form')
  await press(desk.page, '保存，送批')
  await form.waitFor({ state: 'hidden' })
  await desk.page.getByRole('button', { name: /没发出 1/ }).click()
  await desk.page.getByRole('button', { name: '花园路早市占道、污水横流' }).click()
  const panel = desk.page.getByRole('complementary', { name: '这一份' })
  await panel.getByText('待批准').first().waitFor()
  expect(await panel.getByRole('button', { name: /批\s?准/ }).count()).toBe(0)
  await panel.getByRole('button', { name: '打印第 1 版' }).click()
  const draft = await printed(desk.page, 'papers-draft')
  for (const word of ['草稿，没有生效', '还没有号', '花园路早市']) expect(draft.text).toContain(word)

  const office = await openConsole(browser, house, '/k/rounds/department-letter', { as: director })
  await office.page.evaluate('window.print = () => {}')
  await office.page.getByRole('button', { name: /没发出 1/ }).click()
  await office.page.getByRole('button', { name: '花园路早市占道、污水横流' }).click()
  const beside = office.page.getByRole('complementary', { name: '这一份' })
  await beside.getByRole('button', { name: /批\s?准/ }).click()
  await office.page.getByText('批准以后就不能改了').waitFor()
  await press(office.page, '批准')
  await beside.getByText('待发出').first().waitFor()
  await beside.getByRole('button', { name: /发\s?出/ }).click()
  await press(office.page, '发出')
  await beside
    .getByText(/函〔\d{4}〕1号/)
    .first()
    .waitFor()
  await beside.getByRole('button', { name: '打印第 1 版' }).click()
  const letter = await printed(office.page, 'papers-letter')
  expect(letter.pages).toBe(1)
  for (const word of ['问题移交函', '函〔', '扫码或上网核对真假', '没有执法权', '怎么答复', '收下办理', '请依法查处'])
    expect(letter.text).toContain(word)
  expect(letter.text).not.toContain('草稿')
  const code = /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/.exec(letter.text)?.[0] ?? ''
  const check = await openConsole(browser, house, `/verify?code=${code}`)
  await check.page.getByText('是真的，现在有效').waitFor()
  expect(await check.page.content()).not.toContain('花园路早市')
  await shot(check.page, 'papers-verify')

  await desk.page.reload()
  await desk.page.getByRole('button', { name: /生效 1/ }).waitFor()
  await desk.page.getByRole('button', { name: '花园路早市占道、污水横流' }).click()
  await panel.getByRole('button', { name: /签\s?收/ }).click()
  await desk.page.getByRole('dialog').getByLabel('谁收的').fill('值班室')
  await desk.page.getByRole('dialog').getByText('收下办理').click()
  await press(desk.page, '签收')
  await panel.getByText('谁收的、怎么答复').waitFor()
  await sound(desk.page)
  await shot(desk.page, 'papers-list')

  await beside.getByRole('button', { name: /撤\s?回/ }).click()
  await press(office.page, '撤回')
  await office.page.getByRole('dialog').getByText('这一项要填').first().waitFor()
  await office.page.getByLabel('为什么撤回').fill('通告改了')
  await press(office.page, '撤回')
  await beside.getByText('已撤回').first().waitFor()
  await check.page.reload()
  await check.page.getByText('已经作废').waitFor()
  expect([...desk.faults, ...office.faults, ...check.faults]).toEqual([])
})

test('the guide of elder-care sites stands on a phone and in English without scrolling sideways', async () => {
  const { page, faults } = await openConsole(browser, house, '/k/rounds/elder-guide', {
    ...{ as: director, screen: 'phone', language: 'en' },
  })
  await page.getByText('None yet').waitFor()
  await sound(page)
  await page.getByRole('button', { name: 'Write one' }).click()
  await page
    .getByRole('dialog')
    .getByLabel('Title')
    .fill('A guide with a name that is as long as such names are in the papers of offices')
  await sound(page)
  await shot(page, 'papers-phone')
  expect(faults).toEqual([])
})
