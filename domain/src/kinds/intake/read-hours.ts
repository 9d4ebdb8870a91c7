import { halfWidth } from '../../text/half-width.ts'

/** Hours of some days of the week; 1 is Monday. */
interface Part {
  readonly days: readonly number[]
  readonly from: string
  readonly until: string
}

const chinese = '一二三四五六日'
const english = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const part = /(?<days>[^0-9]*?)(?<from>[0-2]?[0-9]:[0-5][0-9])[-~–—至到]+(?<until>[0-2]?[0-9]:[0-5][0-9])/gy

function dayOf(word: string): number | undefined {
  const at = english.findIndex((name) => word.toLowerCase().startsWith(name))
  if (at >= 0) return at + 1
  const nth = chinese.indexOf(word === '天' ? '日' : word)
  return nth >= 0 ? nth + 1 : undefined
}

function daysIn(text: string): number[] | undefined {
  const bare = text
    .replace(/星期|礼拜|每周|周/g, '')
    .replace(/[、,;，；\s和及:]+/g, ' ')
    .trim()
  if (bare === '' || /^(每天|天天|每日|daily|every day)$/i.test(bare)) return everyDay
  if (/^工作日$/.test(bare)) return everyDay.slice(0, 5)
  const words = bare.match(/[a-z]+|[一二三四五六日天]|[-~–—至到]/gi) ?? []
  if (words.join('') !== bare.replaceAll(' ', '')) return undefined
  const days: number[] = []
  let isRange = false
  for (const word of words) {
    if (/^[-~–—至到]$/.test(word)) {
      isRange = true
      continue
    }
    const day = dayOf(word)
    const last = days.at(-1)
    if (day === undefined) return undefined
    if (isRange && last !== undefined) for (let one = last + 1; one < day; one++) days.push(one)
    days.push(day)
    isRange = false
  }
  return [...new Set(days)].sort()
}

const clock = (text: string) => text.padStart(5, '0')
const isClock = (text: string) => clock(text) <= '24:00'

/** Opening hours as people write them: 周一至周五 8:30-17:30，周六 9:00-12:00; undefined where they cannot be read whole. */
export function readHours(text: string): readonly Part[] | undefined {
  const plain = halfWidth(text).replace(/：/g, ':').trim()
  const parts: Part[] = []
  let end = 0
  part.lastIndex = 0
  for (let found = part.exec(plain); found; found = part.exec(plain)) {
    const { days: said = '', from = '', until = '' } = found.groups ?? {}
    const days = daysIn(said)
    if (!days || !isClock(from) || !isClock(until)) return undefined
    parts.push({ days, from: clock(from), until: clock(until) })
    end = part.lastIndex
  }
  const rest = plain.slice(end).replace(/[、,;，；。\s]/g, '')
  return parts.length > 0 && parts.length <= 14 && rest === '' ? parts : undefined
}
