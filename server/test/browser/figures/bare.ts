// What a page counts without a way to what it counts.
import type { Page } from 'playwright-core'
import { shownIn } from './follow.ts'

// A number with the word for what it counts, or so many of so many. The third of something, a day of a month, a length of time and
// the number of an article count nothing.
const words = '人|户|件|份|次|处|栋|条|个(?!月|小时|工作日)|项|名(?!称)|张|道|家|轮'
const gap = String.raw`[ \u00a0]*`
const counted = String.raw`(?<!第${gap})(?<![\d,.:/〔《-])\d[\d,]*${gap}(?:${words})|(?<!第${gap})(?<![\d.:/-])\d[\d,]*${gap}\/${gap}\d[\d,]*(?![\d/])`

/** Something bare: what it says, and where it stands, as selectors of what it lies in. */
interface Bare {
  readonly words: string
  readonly at: string
}

/** What was found of what is no way to rows, and which of the walls it was found behind. */
export interface Found {
  readonly bare: readonly Bare[]
  readonly behind: readonly string[]
}

/**
 * Every element of a page whose own text counts something, or that stands in the place of a figure, without a way to what it counts;
 * shares and hours, which count nothing of their own, left out. What says how many rows stand in the list at hand is right, and held
 * against what the list says.
 */
export const bareFigures = (page: Page, walls: readonly string[]): Promise<Found> =>
  page.evaluate<Found>(`(() => {
    const counted = new RegExp(${JSON.stringify(counted)}, 'g')
    const inline = (one) => getComputedStyle(one).display.startsWith('inline')
    const isWay = (one) => one.matches('[data-figure], svg, script, style, input, textarea, select, .ant-select')
    // What an element says itself: ways left out, what stands on a line of its own kept apart.
    const said = (one) => [...one.childNodes].map((node) => {
      if (node.nodeType === 3) return node.textContent
      if (node.nodeType !== 1 || isWay(node) || !node.checkVisibility()) return ' '
      return inline(node) ? said(node) : '\\n' + said(node) + '\\n'
    }).join('')
    const numbersIn = (text) => (text.match(counted) ?? []).flatMap((each) => each.match(/\\d[\\d,]*/g).map((n) => Number(n.replaceAll(',', ''))))
    const found = []
    const look = (one) => {
      if (isWay(one) || !one.checkVisibility()) return false
      const within = [...one.children].map(look).some(Boolean)
      if (within) return true
      const text = said(one)
      const placed = one.matches('td.figure, td .figure, .report-lines td[data-label], .report-lines td.key, .w-figure, .list-chip') && /[0-9]/.test(text) && !/[%/:]|小时|分钟/.test(text)
      if (!placed && numbersIn(text).length === 0) return false
      found.push({ one, text: text.replace(/\\s+/g, ' ').trim(), numbers: placed ? [] : numbersIn(text) })
      return true
    }
    document.querySelectorAll('${shownIn}').forEach(look)
    const listsAtHand = (one) => {
      const scope = one.closest('.title') ? document : (one.closest('.card, aside') ?? one.closest('section') ?? document)
      return [one.closest('[data-list]'), scope.matches?.('[data-list]') ? scope : null, ...scope.querySelectorAll('[data-list]')].filter(Boolean)
    }
    const isAtHand = ({ one, numbers }) => {
      const totals = listsAtHand(one).map((list) => Number(list.dataset.total))
      return numbers.length > 0 && numbers.every((n) => totals.includes(n))
    }
    const walls = ${JSON.stringify(walls)}
    const behind = new Set()
    const bare = found.filter((each) => {
      const wall = walls.find((selector) => each.one.closest(selector))
      if (wall !== undefined) behind.add(wall)
      return wall === undefined && !isAtHand(each)
    })
    const nameOf = (one) => one.tagName.toLowerCase() + [...one.classList].slice(0, 3).map((name) => '.' + name).join('')
    const at = (one) => {
      const path = []
      for (let each = one; each && path.length < 4; each = each.parentElement) path.unshift(nameOf(each))
      return path.join(' > ')
    }
    return { bare: bare.map(({ one, text }) => ({ words: ((one.dataset.label ?? '') + ' ' + text).trim(), at: at(one) })), behind: [...behind] }
  })()`)
