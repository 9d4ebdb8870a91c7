import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newAccount, trySignIn } from '../guesser.ts'
import { type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, startBrowser } from './console-page.ts'
import { openPhone } from './phone-page.ts'

let house: House
let browser: Browser
let login: string
beforeAll(async () => {
  house = await startHouse()
  browser = await startBrowser()
  house.signIn.stand()
  ;({ login } = await newAccount(house, 'grid-worker', '410105001003'))
  // Failures from this address until the next wait is a minute and more.
  for (let n = 0; n < 10; n++) {
    house.signIn.turn(n * 1_000_000)
    await trySignIn(house, login, { password: 'not-the-right-one', from: '127.0.0.1' })
  }
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

test('whoever is slowed at the console sees after how many seconds to try again, and what was typed stays', async () => {
  const { page } = await openConsole(browser, house, '/sign-in')
  await page.fill('#login', login)
  await page.fill('#password', 'typed-with-care')
  await page.click('button[type=submit]')
  await page.getByText(/错的次数多了，等 \d+ 秒再试/).waitFor()
  const button = page.locator('button[type=submit]')
  await page.getByRole('button', { name: /^\d+ 秒后再试$/ }).waitFor()
  expect(await button.isDisabled()).toBe(true)
  expect([await page.inputValue('#login'), await page.inputValue('#password')]).toEqual([login, 'typed-with-care'])
  expect(await axeFaults(page)).toEqual([])
})

test('whoever is slowed on the phone sees the same, and what was typed stays', async () => {
  const faults: string[] = []
  const phone = await openPhone(browser, house, faults)
  await phone.page.goto(`${phone.url}/`)
  await phone.page.fill('input[name=login]', login)
  await phone.page.fill('input[name=password]', 'typed-with-care')
  await phone.page.click('button[type=submit]')
  await phone.page.getByText(/错的次数多了，等 \d+ 秒再试/).waitFor()
  await phone.page.getByRole('button', { name: /^\d+ 秒后再试$/ }).waitFor()
  expect(await phone.page.locator('button[type=submit]').isDisabled()).toBe(true)
  const typed = [await phone.page.inputValue('input[name=login]'), await phone.page.inputValue('input[name=password]')]
  expect(typed).toEqual([login, 'typed-with-care'])
  expect(faults).toEqual([])
  await phone.close()
})
