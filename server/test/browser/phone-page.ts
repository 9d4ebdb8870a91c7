// A grid worker's phone: a real Chromium whose only road to the server can be cut.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Caller, House } from '../house.ts'
import { testPassword } from '../sign-in.ts'
import { patience, screens } from './console-page.ts'

/** The PIN that tests set on their phones. */
const pin = '258147'

export interface TestPhone {
  readonly context: BrowserContext
  readonly page: Page
  /** Where the app is, by the phone's own road. */
  readonly url: string
  /** Takes the network away, or gives it back: no byte reaches the server while it is away, whoever asks in the browser. */
  cutOff(off: boolean): Promise<void>
  /** Signs in, sets the PIN and waits for the download. */
  signIn(worker: Caller): Promise<void>
  typePin(digits?: string): Promise<void>
  /** Loads a page of the app anew, as after a closed app, and opens the phone. */
  reopen(path: string): Promise<void>
  close(): Promise<void>
}

/** Opens a new phone; what its pages throw is collected in `faults`. With `now` its clock is that of the house. */
export async function openPhone(browser: Browser, house: House, faults: string[], now?: Date): Promise<TestPhone> {
  const road = await openRoad(new URL(house.url))
  const context = await browser.newContext({ viewport: screens.phone, hasTouch: true, locale: 'zh-CN', reducedMotion: 'reduce' })
  context.setDefaultTimeout(patience)
  if (now) await context.clock.install({ time: now })
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  const url = `${road.origin}/field`
  const typePin = async (digits = pin) => {
    await page.locator('.f-pad-pin').waitFor()
    for (const digit of digits) await page.click(`.f-pad-pin button:text-is("${digit}")`)
  }
  return {
    context,
    page,
    url,
    typePin,
    async cutOff(off) {
      if (off) await context.setOffline(true)
      road.cut(off)
      if (!off) await context.setOffline(false)
    },
    async signIn(worker) {
      await page.goto(`${url}/`)
      const { login } = await house.owner
        .selectFrom('account')
        .select('login')
        .where('id', '=', worker.account)
        .executeTakeFirstOrThrow()
      await page.fill('input[name=login]', login)
      await page.fill('input[name=password]', testPassword)
      await page.click('button[type=submit]')
      await page.getByText('设一个 6 位数字密码').waitFor()
      await typePin()
      await page.getByText('再输一遍').waitFor()
      await typePin()
      await page.locator('.f-tabs').waitFor()
      // From here on the app opens without network.
      await page.waitForFunction('navigator.serviceWorker.controller !== null')
    },
    async reopen(path) {
      await page.goto(`${url}${path}`)
      await typePin()
    },
    async close() {
      await context.close()
      await road.close()
    },
  }
}

// The browser's own switch for "offline" leaves a moment in which a page that loads anew still asks; a cut road leaves none.
async function openRoad(server: URL) {
  const open = new Set<Socket>()
  let isCut = false
  const keep = (socket: Socket) => {
    open.add(socket)
    socket.on('error', () => socket.destroy()).once('close', () => open.delete(socket))
  }
  const listener = createServer((near) => {
    keep(near)
    if (isCut) return void near.destroy()
    const far = connect(Number(server.port), server.hostname)
    keep(far)
    near.pipe(far).pipe(near)
    near.once('close', () => far.destroy())
    far.once('close', () => near.destroy())
  })
  await new Promise<void>((listening) => listener.listen(0, '127.0.0.1', listening))
  const end = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    origin: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    cut(off: boolean) {
      isCut = off
      if (off) end()
    },
    close: () =>
      new Promise<void>((closed) => {
        listener.close(() => closed())
        end()
      }),
  }
}
