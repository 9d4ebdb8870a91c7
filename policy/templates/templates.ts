import type { Words } from '../words.ts'
import { adding } from './adding.ts'
import { ofOnePlace } from './of-one-place.ts'
import { withTiers } from './with-tiers.ts'

/** From what a new pack can be begun; each is a whole pack whose blanks are marked 【填…】. */
export interface Template {
  readonly id: 'with-tiers' | 'adding' | 'of-one-place'
  readonly words: Words
  readonly means: Words
  /** Whether it is for a part of the country only. */
  readonly below: boolean
  readonly text: string
}

export const templates: readonly Template[] = [
  {
    id: 'with-tiers',
    words: { zh: '新发文件（带分级）', en: 'A new notice with tiers' },
    means: {
      zh: '自己分档、定等级的主文件：报什么数、谁定等级、每一档做什么',
      en: 'A main notice with tiers of its own: what is reported, who confirms the level, what each tier asks',
    },
    below: false,
    text: withTiers,
  },
  {
    id: 'adding',
    words: { zh: '补充性文件', en: 'A notice that adds' },
    means: {
      zh: '在已有的规则上加几条：加措施、加居民权利、加不得做的事',
      en: 'A few rules beside those that hold: measures, rights of residents, what must not be done',
    },
    below: false,
    text: adding,
  },
  {
    id: 'of-one-place',
    words: { zh: '省里补充', en: 'What a province adds' },
    means: {
      zh: '省、市、县在国家规则上加的，可以再写只管一个市或县的条款',
      en: 'What a province, city or county adds to the rules of the country, with rules for one part of it',
    },
    below: true,
    text: ofOnePlace,
  },
]

/** What is known before the first line is written. */
export interface Beginning {
  /** The id the pack will have; it begins all names that the pack brings. */
  readonly id: string
  /** Whose rules they are to be: a place code, empty for the nation. */
  readonly place: string
  /** What it is about. */
  readonly subject: string
  /** From which day on. */
  readonly from: string
}

/** A template with what is known filled in; all else stays a marked blank. */
export const beginWith = ({ text }: Template, known: Beginning): string =>
  text.replace(/\{\{(id|place|subject|from)\}\}/g, (_, name: keyof Beginning) => known[name])

/** An id for a new pack that none at hand has: what it is about, the year, the place, and a number where these are taken. */
export function idForNew({ subject, place, from }: Omit<Beginning, 'id'>, taken: readonly string[]): string {
  const first = [subject, from.slice(0, 4), place].filter(Boolean).join('-')
  const next = Array.from({ length: taken.length + 1 }, (_, nth) => (nth === 0 ? first : `${first}-${nth + 1}`))
  return next.find((id) => !taken.includes(id)) ?? first
}
