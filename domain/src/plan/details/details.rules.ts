import { sourceWords } from '@wangdi/policy/engine/clauses/origin.ts'
import type { OverControlFinding } from '@wangdi/policy/engine/controls/over-control.ts'
import { type Control, scopeOf, type Scope } from '@wangdi/policy/engine/controls/control.ts'
import type { Restriction } from '@wangdi/policy/vocabulary.ts'
import type { Problem, Words } from '../../problem.ts'
import { problems } from '../plan.problems.ts'
import type { OwnMeasure } from './details.ts'

// Words by which a restriction shows itself where nobody named it; a person can still have meant something else and says so.
const speaking: readonly (readonly [RegExp, Restriction])[] = [
  [/封(闭|控|住)?(小区|社区|村)|(小区|社区|村)[^，。；]{0,4}封/, 'community-closure'],
  [/封(闭|控|住)?(楼|单元)|(楼|单元)[^，。；]{0,4}封/, 'building-closure'],
  [/(不准|不得|不许|禁止|不让|不能)[^，。；]{0,6}(出门|外出|出行|出村|出小区)/, 'go-out-ban'],
  [/(不准|不得|不许|禁止|不让|谢绝|劝返)[^，。；]{0,8}(进|入|返回|回村)|劝返/, 'newcomer-refusal'],
  [/卡点|设卡|查码|验码/, 'checkpoint'],
  [/(关|停)(停|闭|掉)?[^，。；]{0,4}(店|商铺|市场|场所|超市)/, 'facility-closure'],
  [/证明|承诺书|核酸报告/, 'certificate'],
  [/隔离/, 'observation'],
  [/填(一张|一份)?表|再报一张表|登记表/, 'form'],
]

/** The restrictions that the words of a measure name, beside the one that was chosen. */
export const restrictionsNamed = (text: string, chosen: Restriction | null): Restriction[] => [
  ...new Set([...(chosen ? [chosen] : []), ...speaking.flatMap(([words, kind]) => (words.test(text) ? [kind] : []))]),
]

/** What is compared with the rules of the day: the chosen restriction with its reach and days, and those its words name. */
export const controlsOf = (measure: {
  text: string
  restriction: Restriction | null
  reach: Scope | null
  days: number | null
  order_number: string
}): Control[] =>
  restrictionsNamed(measure.text, measure.restriction).map((kind) => ({
    kind,
    scope: (kind === measure.restriction ? measure.reach : null) ?? scopeOf(kind),
    order: measure.order_number.trim() !== '',
    ...(measure.days !== null && { days: measure.days }),
    // An unnamed paper is compared as one that no notice lets a community ask for.
    ...(kind === 'certificate' && { certificate: 'unnamed' }),
  }))

/** What crosses the rules in one sentence; nothing where nothing does. */
export function beyondOf(findings: readonly Pick<OverControlFinding, 'limit' | 'source'>[]): Words | null {
  const [first] = findings
  if (!first) return null
  if (!first.source) return first.limit
  const source = sourceWords(first.source)
  return { zh: `${first.limit.zh}（${source.zh}）`, en: `${first.limit.en} (${source.en})` }
}

/** Why this person may not decide on a measure; nothing when they may. */
export function whyNotJudge(own: Pick<OwnMeasure, 'state'> & { by_account: string }, account: string): Problem | undefined {
  if (own.by_account === account) return problems.ownRequest({})
  return own.state === 'waiting' ? undefined : problems.decidedAlready({})
}
