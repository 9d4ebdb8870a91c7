import type { Words } from '../../vocabulary.ts'
import type { PlainRhythm } from '../answer.ts'
import type { Rhythm } from './schema.ts'

const hours = (count: number) => (count === 1 ? '1 hour' : `${count} hours`)

/** How a rhythm is said, for lists and print. */
export function rhythmWords(rhythm: PlainRhythm): Words {
  switch (rhythm.kind) {
    case 'per-day':
      return { zh: `每天 ${rhythm.times} 次`, en: rhythm.times === 1 ? 'once a day' : `${rhythm.times} times a day` }
    case 'every-days':
      return { zh: `每 ${rhythm.days} 天 1 次`, en: rhythm.days === 1 ? 'every day' : `every ${rhythm.days} days` }
    case 'on-change':
      if (rhythm.within_hours === undefined) return { zh: '有情况就办', en: 'whenever it happens' }
      return { zh: `有情况 ${rhythm.within_hours} 小时内`, en: `within ${hours(rhythm.within_hours)} whenever it happens` }
    case 'once':
      if (rhythm.within_hours === undefined) return { zh: '办 1 次', en: 'once' }
      return { zh: `${rhythm.within_hours} 小时内办 1 次`, en: `once, within ${hours(rhythm.within_hours)}` }
    case 'by-colour':
      return { zh: '按红黄绿分级', en: 'by colour' }
  }
}

/** The number of a rhythm, or the setting that holds it: times a day, days or hours; undefined where it has none. */
export function numberOf(rhythm: Rhythm): number | { setting: string } | undefined {
  switch (rhythm.kind) {
    case 'per-day':
      return rhythm.times
    case 'every-days':
      return rhythm.days
    case 'by-colour':
      return undefined
    default:
      return rhythm.within_hours
  }
}
