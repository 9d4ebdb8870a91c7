// A page of the console in a real Chromium, signed in by the cookie of a caller.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Caller, House } from '../house.ts'

/** How long a test waits for what a page is to show, in ms: a machine that does ten things at once is slow, not wrong. */
export const patience = 60_000

export const screens = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

// The same browser without windows, which opens a page at half the cost; not everywhere installed.
const windowless = '/usr/bin/chromium-headless-shell'

/** Starts a browser, without windows where there is one such. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: existsSync(windowless) ? windowless : '/usr/bin/chromium',
    // Without a locale that knows Chinese it saves every file as “download”.
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

interface Seen {
  readonly as?: Caller
  readonly screen?: keyof typeof screens
  readonly language?: 'zh-CN' | 'en'
}

/** A browser in which somebody is signed in: what one page of it has fetched the next one has too. */
export async function signedIn(
  browser: Browser,
  house: House,
  { as, screen = 'desk', language = 'zh-CN' }: Seen = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: screens[screen], locale: 'zh-CN', reducedMotion: 'reduce' })
  context.setDefaultTimeout(patience)
  const cookies = as ? (as.headers['cookie'] ?? '').split('; ') : []
  await context.addCookies(
    cookies.filter(Boolean).map((cookie) => {
      const at = cookie.indexOf('=')
      return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: house.url }
    }),
  )
  await context.addInitScript(`localStorage.setItem('wangdi.language', '${language}')`)
  return context
}

/** Opens a page by its address; what the page throws is collected in `faults`. */
export async function openIn(context: BrowserContext, url: string): Promise<{ page: Page; faults: string[] }> {
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(url)
  return { page, faults }
}

/** Opens a page of the console in a browser of its own; what the page throws is collected in `faults`. */
export const openConsole = async (
  browser: Browser,
  house: House,
  path: string,
  seen?: Seen,
): Promise<{ page: Page; faults: string[] }> => openIn(await signedIn(browser, house, seen), `${house.url}${path}`)

const require = createRequire(import.meta.url)
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong with a page, a line each. */
export async function axeFaults(page: Page): Promise<string[]> {
  // A page is asked several times while it stands: reading axe itself takes as long as its rules do.
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe)
  return page.evaluate<string[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`)
}

/** Whether a page scrolls sideways. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>("(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)(document.querySelector('.main'))")

/** The text of what has the focus. */
export const focused = (page: Page): Promise<string | null> => page.locator(':focus').textContent()
