// What a page says in figures, and what the lists say that these open.
import type { Locator, Page } from 'playwright-core'

/** A figure as it stands on a page: what it says, the list it opens, and where: the address, the place looked at there. */
interface Said {
  readonly n: number
  readonly opens: string
  readonly words: string
  readonly href: string | null
  readonly at: string | null
  /** Which of those that say the same it is. */
  readonly nth: number
}

/** Where a page stands: within the frame, or, on a wall, alone. */
export const shownIn = ':is(.main, .frame-bare)'

/** Waits until a page shows its head, asks for no more and waits for nothing. */
export async function settled(page: Page): Promise<void> {
  await page.locator(`${shownIn} :is(h1, h2, .w-empty)`).first().waitFor()
  await page.waitForLoadState('networkidle')
  // A slow machine may be silent for a while between a page and what it asks for: what is still to come stands there in grey.
  await page.locator('.w-skeleton, [aria-busy="true"]').first().waitFor({ state: 'detached' })
}

const read = async (page: Page, within: string): Promise<Said[]> => {
  const all = await page.evaluate<Omit<Said, 'nth'>[]>(`[...document.querySelectorAll('${within} [data-figure]')].map((one) => ({
    n: Number(one.dataset.figure), opens: one.dataset.opens, words: one.ariaLabel ?? one.textContent.trim(),
    href: one.getAttribute('href'), at: one.dataset.at ?? null }))`)
  const before = new Map<string, number>()
  return all.map((one) => {
    const same = selectorOf(within, one)
    const nth = before.get(same) ?? 0
    before.set(same, nth + 1)
    return { ...one, nth }
  })
}

const selectorOf = (within: string, { n, opens, href, at }: Omit<Said, 'nth'>) =>
  `${within} [data-figure="${n}"][data-opens="${opens}"]${href === null ? ':not([href])' : `[href=${JSON.stringify(href)}]`}${at === null ? ':not([data-at])' : `[data-at="${at}"]`}`

// Ways that differ in the thing they name alone are one kind: of those that say the same number, one is followed.
const kindOf = ({ n, opens, href, words }: Said) =>
  `${n} ${opens} ${href === null ? words.replace(/[\d,]+/g, '') : href.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')}`

// How many addresses the console has gone on to; one that takes the place of another is no step.
const stepOf = (page: Page) => page.evaluate<number>('history.state?.__TSR_index ?? 0')

// A page gone back to may still be loading; one that was pressed upon may show other figures by now.
const isThere = (figure: Locator) =>
  figure.waitFor({ state: 'attached', timeout: 3_000 }).then(
    () => true,
    () => false,
  )

/** What came of following the figures of a page. */
export interface Followed {
  /** How many figures it shows, and how many of them were followed. */
  readonly figures: number
  readonly followed: number
  readonly wrong: readonly string[]
}

/**
 * Follows each figure within a part of a page by a press and holds what the opened list says against it; ends on that page or a list.
 * `own` is the place that the page shows.
 */
export async function followAll(page: Page, url: string, { within = shownIn, own = '' } = {}): Promise<Followed> {
  const figures = await read(page, within)
  const kinds = new Map(figures.map((one) => [kindOf(one), one]))
  // Ways to other pages first: a press on the page itself changes what it shows.
  const inOrder = [...kinds.values()].sort((a, b) => Number(a.href === null) - Number(b.href === null))
  const wrong: string[] = []
  let stands = true
  for (const one of inOrder) {
    const figure = page.locator(selectorOf(within, one)).nth(one.nth)
    // After a press on the page itself the figures may say something else: it is begun anew.
    if (!stands || !(await isThere(figure))) await page.goto(url)
    const [begun, step] = [page.url(), await stepOf(page)]
    await figure.click()
    // Its list may stand there already, of the same number, while the other address is only being opened.
    if (one.href !== null && new URL(one.href, begun).href !== begun) await page.waitForURL((at) => at.href !== begun)
    const told = page.locator(`[data-list="${one.opens}"][data-total="${one.n}"]`).first()
    const isRight = await told.waitFor({ state: 'attached', timeout: 15_000 }).then(
      () => true,
      () => false,
    )
    if (!isRight) {
      const total = await page.evaluate(`document.querySelector('[data-list="${one.opens}"]')?.dataset.total ?? 'no list'`)
      wrong.push(`"${one.words}" says ${one.n}, ${one.opens} at ${one.href ?? 'the page itself'}: ${String(total)}`)
    }
    // Whoever looked at another place stays there; who pressed on the page itself has not left it.
    stands = (one.at === null || one.at === own) && isRight
    if (stands && within === shownIn && (await stepOf(page)) > step) {
      await page.goBack()
      await page.waitForURL(begun)
    }
  }
  return { figures: figures.length, followed: kinds.size, wrong }
}
