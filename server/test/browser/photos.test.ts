// Photos and signatures as people give them: at a desk by choosing a file, on a phone with its camera and a finger, also without network.
import type { Browser, Page } from 'playwright-core'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { roundVerbs } from '@wangdi/domain/kinds/round/round.api.ts'
import { facility } from '@wangdi/domain/rounds/kinds/facility.kind.ts'
import { mend } from '@wangdi/domain/rounds/kinds/mend.kind.ts'
import { patrol } from '@wangdi/domain/rounds/kinds/patrol.kind.ts'
import { selfCheck } from '@wangdi/domain/rounds/kinds/self-check.kind.ts'
import { weakPoint } from '@wangdi/domain/rounds/kinds/weak-point.kind.ts'
import { v7 as newId } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { callKind } from '../given/kinds.ts'
import { givenDwelling } from '../given/people.ts'
import { fetchPhoto, gpsExif, jpeg } from '../given/photos.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, screens, startBrowser } from './console-page.ts'
import { openPhone, type TestPhone } from './phone-page.ts'

const community = '410105001003'
let house: House
let browser: Browser
let desk: Caller
let phone: TestPhone | undefined
const faults: string[] = []
beforeAll(async () => {
  house = await startHouse()
  house.clock.set(undefined)
  browser = await startBrowser()
  desk = await house.as('community-director', community, '周敏')
  // A phone without any door has nothing to download.
  await givenDwelling(house, community, '3号楼', '2', '402')
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})
afterEach(async () => {
  await phone?.close()
  phone = undefined
  expect(faults.splice(0)).toEqual([])
})

const shot = async (page: Page, name: string) => {
  const folder = process.env['WANGDI_SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
const sound = async (page: Page) => {
  expect(await axeFaults(page)).toEqual([])
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(1)
}
const camera = jpeg({ width: 2400, height: 1600, aside: gpsExif() })
const picture = (name: string) => ({ name, mimeType: 'image/jpeg', buffer: camera })
/** A photo as the server gives it: a picture, in which nothing of the camera is. */
async function seen(kind: string, id: string): Promise<void> {
  const { status, bytes } = await fetchPhoto(house, desk, kind, id)
  expect([status, bytes.subarray(0, 2), bytes.length < 300 * 1024]).toEqual([200, Buffer.from([0xff, 0xd8]), true])
  for (const said of ['Exif', 'WangdiPhone']) expect([said, bytes.includes(said)]).toEqual([said, false])
}

test('at the desk photos are chosen, shrunk, taken out again and sent; the record shows them, and each opens large', async () => {
  const { page, faults: thrown } = await openConsole(browser, house, '/k/rounds/mend', { as: desk })
  await page.getByRole('button', { name: '登记一件' }).click()
  const form = page.getByRole('dialog')
  await form.locator('#field-where').fill('南门市场')
  await form.locator('#field-what').fill('积水')
  await form.locator('#field-before').setInputFiles([picture('a.jpg'), picture('b.jpg')])
  await form.getByText('2 / 3 张').waitFor()
  await form.getByRole('button', { name: '去掉第 2 张' }).click()
  await form.getByText('1 / 3 张').waitFor()
  await form
    .locator('#field-before')
    .setInputFiles([{ name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') }])
  await form.getByText(/这张图打不开/).waitFor()
  await shot(page, 'photos-form')
  await sound(page)
  await form.getByText('不急', { exact: true }).click()
  await form
    .getByRole('button', { name: /登\s?记/ })
    .last()
    .click()
  await page.getByText(/编号 SX/).waitFor()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /关\s?闭/ })
    .last()
    .click()
  const verbs = requestVerbs(mend)
  const { rows } = await callKind(desk, verbs.see, { place: community, show: 'open' })
  const { fields } = await callKind(desk, verbs.get, { id: rows[0]?.id })
  const [photo = ''] = fields['before'] as readonly string[]
  await seen(mend.name, photo)
  await page.locator('.list-table tbody tr').first().getByRole('button').first().click()
  const panel = page.getByRole('complementary', { name: '这一件' })
  const small = panel.getByRole('img', { name: '照片 1' })
  await small.waitFor()
  await expect.poll(() => page.evaluate<number>(`document.querySelector('.kinds-photo img')?.naturalWidth ?? 0`)).toBe(1600)
  await shot(page, 'photos-panel')
  await sound(page)
  await page.setViewportSize(screens.phone)
  await shot(page, 'photos-panel-narrow')
  await sound(page)
  await page.setViewportSize(screens.desk)
  await panel.getByRole('button', { name: '照片 1' }).click()
  await page.getByRole('dialog', { name: '照片 1' }).getByRole('img', { name: '照片 1' }).waitFor()
  await page.keyboard.press('Escape')
  expect(thrown).toEqual([])
})

test('a photo taken on a phone without network lies there sealed, arrives with its look, and carries nothing of the camera', async () => {
  const thing = newId()
  const [kind] = Object.keys(weakPoint.fields.kind.values ?? {})
  const fields = { name: '南门市场', kind, where: '南门', answers: '市场办' }
  await callKind(desk, registerVerbs(weakPoint).add, { id: thing, place: community, v: weakPoint.version, fields })
  const more = { id: thing, state: 'watched', basis: '总有积水', day: '2026-11-01' }
  await callKind(desk, registerVerbs(weakPoint).acts['set-state'], more)
  phone = await openPhone(browser, house, faults)
  await phone.signIn(desk)
  const { page } = phone
  await phone.cutOff(true)
  await phone.reopen(`/look/${patrol.name}?thing=${thing}`)
  await page.getByRole('radio', { name: '看了', exact: true }).click()
  for (const group of await page.getByRole('radiogroup').filter({ hasText: '不适用' }).all())
    await group.getByRole('radio', { name: '是', exact: true }).click()
  await page.getByLabel('拍照：现场照片').setInputFiles(picture('IMG_0001.jpg'))
  await page.getByText('1 / 3 张，先存手机，有网再传').waitFor()
  await page.getByRole('img', { name: '照片 1' }).waitFor()
  await shot(page, 'phone-photos')
  await sound(page)
  await page.getByRole('button', { name: /^保存/ }).click()
  await page.getByText('做了').first().waitFor()
  await phone.cutOff(false)
  const looks = async () =>
    (await callKind(desk, roundVerbs(patrol).get, { id: thing })).checks as unknown as { fields: { photos: string[] } }[]
  await expect.poll(async () => (await looks()).length, { timeout: 60_000 }).toBe(1)
  await seen(patrol.name, (await looks())[0]?.fields.photos[0] ?? '')
  await expect.poll(() => page.evaluate(photosLeft), { timeout: 60_000 }).toBe(0)
})

// How many photos lie on the phone.
const photosLeft = `new Promise((resolve) => {
  const opening = indexedDB.open('wangdi-field')
  opening.onsuccess = () => {
    const counting = opening.result.transaction('photo').objectStore('photo').count()
    counting.onsuccess = () => { opening.result.close(); resolve(counting.result) }
  }
})`

test('on a phone somebody signs with a finger, signs again, and the signature stands in the look', async () => {
  const thing = newId()
  const fields = { name: '图书室', kind: 'library' }
  await callKind(desk, registerVerbs(facility).add, { id: thing, v: 1, place: community, fields })
  phone = await openPhone(browser, house, faults)
  await phone.signIn(desk)
  const { page } = phone
  await phone.reopen(`/look/${selfCheck.name}?thing=${thing}`)
  await page.getByRole('radio', { name: '查了', exact: true }).click()
  for (const group of await page.getByRole('radiogroup').filter({ hasText: '不适用' }).all())
    await group.getByRole('radio', { name: '是', exact: true }).click()
  await page.getByRole('radio', { name: '低风险' }).click()
  await page.getByLabel('谁签：场所负责人签字').fill('段保国')
  const sign = async () => {
    const pad = page.getByRole('img', { name: '请段保国在这里签' })
    await pad.scrollIntoViewIfNeeded()
    const box = await pad.boundingBox()
    if (!box) throw new Error('no field to sign in')
    await page.mouse.move(box.x + 40, box.y + 40)
    await page.mouse.down()
    await page.mouse.move(box.x + 120, box.y + 70, { steps: 5 })
    await page.mouse.move(box.x + 60, box.y + 90, { steps: 5 })
    await page.mouse.up()
    await page.getByRole('button', { name: '签好了' }).click()
  }
  await sign()
  await page.getByRole('img', { name: '段保国的签字' }).waitFor()
  await page.getByRole('button', { name: '重签' }).click()
  await sign()
  await page.getByRole('img', { name: '段保国的签字' }).waitFor()
  await shot(page, 'phone-signed')
  await sound(page)
  await page.getByRole('button', { name: /^保存/ }).click()
  const looks = async () =>
    (await callKind(desk, roundVerbs(selfCheck).get, { id: thing })).checks as unknown as {
      fields: { signed: { by: string; file: string } }
    }[]
  await expect.poll(async () => (await looks()).length, { timeout: 60_000 }).toBe(1)
  const { by, file } = (await looks())[0]?.fields.signed ?? { by: '', file: '' }
  const { status, headers } = await fetchPhoto(house, desk, selfCheck.name, file)
  expect([by, status, headers.get('content-type')]).toEqual(['段保国', 200, 'image/png'])
  const { page: console, faults: thrown } = await openConsole(browser, house, '/k/rounds/self-check', { as: desk })
  await console.getByRole('button', { name: '图书室' }).click()
  await console.getByText('段保国').waitFor()
  await console.getByRole('img', { name: '照片 1' }).waitFor()
  await shot(console, 'signed-panel')
  expect(thrown).toEqual([])
})
