import type { Facts } from '../../vocabulary.ts'
import type { Day } from '../day.ts'

/** First days of the four seasons by the solar terms 立春, 立夏, 立秋, 立冬; they fall a day earlier or later in some years. */
const firstDays = [
  { from: '02-04', season: 'spring' },
  { from: '05-05', season: 'summer' },
  { from: '08-07', season: 'autumn' },
  { from: '11-07', season: 'winter' },
] as const
type Season = (typeof firstDays)[number]['season']

/** The season of a day, by the solar terms. */
export const seasonOf = (day: Day): Season => firstDays.filter(({ from }) => from <= day.slice(5)).at(-1)?.season ?? 'winter'

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })

/** Whether a day lies around the Spring Festival: the 40 days of its travel season, from 腊月十六 to 正月廿五. */
export function isFestival(day: Day): boolean {
  const parts = lunar.formatToParts(new Date(`${day}T00:00:00Z`))
  const valueOf = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  const [month, date] = [valueOf('month'), Number(valueOf('day'))]
  return (month === '12' && date >= 16) || (month === '1' && date <= 25)
}

const saidOf = new Map<Day, Facts>()
/** So many days are remembered: the lunar calendar takes longer to ask than the rest of a plan. */
const mostDays = 64

/** What the calendar says of a day, as facts: rules that a notice gives for a season hold in that season only. */
export function calendarFacts(day: Day): Facts {
  const known = saidOf.get(day)
  if (known) return known
  const said: Facts = { season: seasonOf(day), festival: isFestival(day) ? 'yes' : 'no' }
  if (saidOf.size >= mostDays) saidOf.clear()
  saidOf.set(day, said)
  return said
}
