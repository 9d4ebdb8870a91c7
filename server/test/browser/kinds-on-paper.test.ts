// Kinds on paper and in files as people use them: a list taken out, sheets printed, a sheet brought in, what was typed and not sent, and
// many errands for one person.
import { readFileSync } from 'node:fs'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { errand } from '@wangdi/domain/requests/kinds/errand.kind.ts'
import type { Browser, Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeSheet } from '../../src/platform/sheet/write-sheet.ts'
import { callKind } from '../given/kinds.ts'
import { givenDwelling } from '../given/people.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

const community = '410105001003'
let house: House
let browser: Browser
let worker: Caller
let helper: Caller
beforeAll(async () => {
  house = await startHouse()
  browser = await startBrowser()
  worker = await house.as('community-worker', community, '孙丽')
  helper = await house.as('volunteer', community, '宋晓')
  for (const room of ['401', '402', '403']) {
    const dwelling = await givenDwelling(house, community, '3号楼', '2', room)
    await callKind(worker, requestVerbs(errand).begin, {
      ...{ id: newId(), v: 1, dwelling, way: 'phone', urgency: 'today' },
      fields: { what: 'food', items: [{ item: '白菜', much: { n: 2, unit: 'kg' } }], put: 'door', call: '19900004321' },
    })
  }
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
// What is printed stands on the page until the printer is done; making a file of it ends the printing.
const holdPrinter = (page: Page) => page.evaluate('window.print = () => {}')
const printed = async (page: Page, name: string) => {
  await page.emulateMedia({ media: 'print' })
  const text = await page.locator('.kinds-sheet').innerText()
  await shot(page, name)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  await page.emulateMedia({ media: 'screen' })
  await page.locator('.kinds-sheet').waitFor({ state: 'detached' })
  return { text, pages: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0 }
}

test('a list is taken out for a reason, as a file and on paper, with who took it on it', async () => {
  const { page, faults } = await openConsole(browser, house, '/k/requests/errand', { as: worker })
  await holdPrinter(page)
  await page.getByRole('button', { name: /导\s?出/ }).click()
  const dialog = page.getByRole('dialog', { name: '导出代办' })
  const take = dialog.getByRole('button', { name: /^导出 3 件/ })
  expect(await take.isDisabled()).toBe(true)
  await dialog.getByText('排路线、分任务').click()
  await sound(page)
  await shot(page, 'paper-export')
  const coming = page.waitForEvent('download')
  await take.click()
  const file = await coming
  expect(file.suggestedFilename()).toMatch(/^代办-\d{4}-\d\d-\d\d\.xlsx$/)
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  await page.getByRole('button', { name: /导\s?出/ }).click()
  await dialog.getByText('交接班').click()
  await dialog.getByText('打印单').click()
  await take.click()
  const { text, pages } = await printed(page, 'paper-list')
  expect(pages).toBe(1)
  for (const word of ['代办清单', '孙丽', '交接班', '3号楼2单元402', '白菜 2 公斤']) expect(text).toContain(word)
  expect(text).not.toContain('19900004321')
  expect(faults).toEqual([])
})

test('a blank sheet asks what the form asks, says conditions as “if … then”, on one page in either language', async () => {
  const { page, faults } = await openConsole(browser, house, '/k/requests/errand', { as: worker })
  await holdPrinter(page)
  await page.getByRole('button', { name: '打印空白单' }).click()
  const chinese = await printed(page, 'paper-blank')
  for (const word of ['代办登记单', '如果“办什么”是买菜、买药、别的，就填：', '门牌', '多急', '填写人签字', '放哪里'])
    expect(chinese.text).toContain(word)
  expect(chinese.pages).toBe(1)
  const english = await openConsole(browser, house, '/k/rounds/disinfection', { as: worker, language: 'en' })
  await holdPrinter(english.page)
  await english.page.getByRole('button', { name: 'Print a blank sheet' }).click()
  const sheet = await printed(english.page, 'paper-blank-en')
  for (const word of ['If "Agent" is Chlorine, then:', 'Handles, rails, buttons', 'Signature']) expect(sheet.text).toContain(word)
  expect([...faults, ...english.faults]).toEqual([])
})

test('one record is printed with what was said and done, and its phone masked', async () => {
  const { page, faults } = await openConsole(browser, house, '/k/requests/errand', { as: worker })
  await holdPrinter(page)
  await page.getByRole('button', { name: '3号楼2单元402' }).click()
  await page.getByRole('button', { name: '打印这一件' }).click()
  const { text, pages } = await printed(page, 'paper-record')
  for (const word of ['代办 · 3号楼2单元402', '买菜', '199****4321', '孙丽']) expect(text).toContain(word)
  expect([text.includes('19900004321'), pages]).toEqual([false, 1])
  expect(faults).toEqual([])
})

const keptDrafts = (page: Page) =>
  page.evaluate<string[]>(`new Promise((done) => {
    const ask = indexedDB.open('wangdi-drafts')
    ask.onsuccess = () => {
      const db = ask.result
      if (!db.objectStoreNames.contains('drafts')) { db.close(); indexedDB.deleteDatabase('wangdi-drafts'); return done([]) }
      const all = db.transaction('drafts').objectStore('drafts').getAll()
      all.onsuccess = () => { db.close(); done(all.result.map(({ bytes }) => new TextDecoder().decode(bytes))) }
    }
  })`)

test('what was typed and not sent is there again after the page was closed, sealed on the device, and gone once it was sent', async () => {
  const { page, faults } = await openConsole(browser, house, '/k/rounds/facility', { as: worker })
  page.on('dialog', (dialog) => void dialog.accept())
  const open = () => page.getByRole('button', { name: /新\s?增/ }).click()
  await open()
  const form = page.getByRole('dialog')
  await form.getByLabel('名称').fill('没写完的一处')
  await expect.poll(() => keptDrafts(page), { timeout: 30_000 }).toHaveLength(1)
  expect((await keptDrafts(page))[0]).not.toContain('没写完')
  await page.reload()
  await open()
  await form.getByText('没填完的那张').waitFor()
  expect(await form.getByLabel('名称').inputValue()).toBe('没写完的一处')
  await sound(page)
  await shot(page, 'paper-draft')
  await form.locator('#field-kind').click()
  await page.locator('.ant-select-item-option').filter({ hasText: '图书室' }).dispatchEvent('click')
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: '没写完的一处' }).waitFor()
  await expect.poll(() => keptDrafts(page), { timeout: 30_000 }).toEqual([])
  await open()
  expect(await form.getByLabel('名称').inputValue()).toBe('')
  await form.getByLabel('名称').fill('不要了')
  await form.getByRole('button', { name: /取\s?消/ }).click()
  await open()
  await form.getByRole('button', { name: '重新填' }).click()
  expect(await form.getByLabel('名称').inputValue()).toBe('')
  expect(faults).toEqual([])
})

test('several errands are chosen and given to one person; the list says how many went', async () => {
  const { page, faults } = await openConsole(browser, house, '/k/requests/errand', { as: worker })
  await page.getByRole('checkbox', { name: '选中 3号楼2单元401' }).check()
  await page.getByRole('checkbox', { name: '选中 3号楼2单元403' }).check()
  await page.getByText('已选 2 件').waitFor()
  await sound(page)
  await shot(page, 'paper-give')
  await page.getByRole('combobox', { name: '派给谁' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '宋晓' }).dispatchEvent('click')
  await page.getByRole('button', { name: /^派 2 件/ }).click()
  await page.getByText('派出 2 件').waitFor()
  const { rows } = await callKind(helper, requestVerbs(errand).mine, {})
  expect(rows.map(({ door }) => door).toSorted()).toEqual(['3号楼2单元401', '3号楼2单元403'])
  expect(await page.getByRole('checkbox', { name: '选中 3号楼2单元401' }).isDisabled()).toBe(true)
  expect(faults).toEqual([])
})

test('a sheet is looked at, its columns corrected, and brought in; what is not taken says why', async () => {
  const { page, faults } = await openConsole(browser, house, '/k/rounds/facility', { as: worker })
  await page.getByRole('button', { name: '导入表格' }).click()
  const dialog = page.getByRole('dialog', { name: '导入公共设施' })
  const bytes = await writeSheet('设施', [
    ['设施名称', '什么样的', '最多容纳人数'],
    ['甲图书室', '图书室', 40],
    ['乙食堂', '食堂', 30],
    ['丙议事室', '议事室', 20],
    ['甲图书室', '图书室', 40],
    ['丁市场', '农贸市场', 80],
    ['合计', '', 210],
  ])
  await dialog.getByLabel('选表格文件').setInputFiles({ name: '设施.xlsx', mimeType: 'application/octet-stream', buffer: bytes })
  await dialog.getByText('先说哪一栏是：哪一类').waitFor()
  await dialog.getByRole('combobox', { name: '什么样的' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '哪一类' }).dispatchEvent('click')
  await dialog.getByText('读到 6 行 ＝ 收 3 ＋ 不收 1 ＋ 重复 1 ＋ 不是记录 1').waitFor()
  await dialog.getByText(/第 3 行：哪一类：没有“食堂”这一项/).waitFor()
  await sound(page)
  await shot(page, 'paper-import')
  const coming = page.waitForEvent('download')
  await dialog.getByRole('button', { name: '下载不收的行' }).click()
  expect((await coming).suggestedFilename()).toBe('公共设施-没收下的行.xlsx')
  await dialog.getByRole('button', { name: /^导入 3/ }).click()
  await dialog.getByText('收了 3；不收 1，重复 1，不是记录 1').waitFor()
  await dialog
    .getByRole('button', { name: /关\s?闭/ })
    .last()
    .click()
  await page.getByRole('button', { name: '丙议事室' }).waitFor()
  expect(faults).toEqual([])
})

test('on a narrow screen lists with all their keys fit', async () => {
  for (const road of ['/k/requests/errand', '/k/rounds/facility', '/k/rounds/disinfection']) {
    const { page, faults } = await openConsole(browser, house, road, { as: worker, screen: 'phone' })
    await page.getByRole('button', { name: '打印空白单' }).waitFor()
    await shot(page, `paper-narrow${road.replaceAll('/', '-')}`)
    await sound(page)
    expect(faults).toEqual([])
  }
})
