import { daysBetween } from '@wangdi/domain/day.ts'
import type { Words } from '@wangdi/domain/problem.ts'
import type { ConfirmedLevel } from '@wangdi/domain/regimes/regimes.ts'
import type { Day } from '@wangdi/domain/schema.ts'
import type { Plan } from '@wangdi/policy/engine/answer.ts'
import { getFact } from '@wangdi/policy/engine/facts.ts'
import { getPacks } from '../platform/packs.ts'

type Kind =
  | 'order-ending'
  | 'order-review'
  | 'choice-needed'
  | 'stricter-chosen'
  | 'fact-missing'
  | 'grid-vacant'
  | 'over-control'
  | 'destruction-due'

/** Something to know today that is no measure. */
export interface Warning {
  readonly kind: Kind
  readonly text: Words
  readonly until: Day | null
}

interface Given {
  readonly plan: Plan
  readonly term: { number: string; until: Day | null; review_on: Day | null } | undefined
  readonly choice: ConfirmedLevel | undefined
  readonly vacantGrids: number
  /** Restrictions in the place and below that go beyond the plan and are not settled. */
  readonly overControls: number
  /** Ended responses of a county whose data about people has waited too long for its destruction. */
  readonly undestroyed: readonly { number: string; ended_on: Day }[]
  readonly day: Day
}

/** How many days before its end an order is pointed at. */
const daysAhead = 3

const isNear = (day: Day, end: Day | null): end is Day => end !== null && daysBetween(day, end) <= daysAhead

/** What a community should know today: orders that end by themselves, choices that wait for a person, facts that nobody stated. */
export function warningsOf({ plan, term, choice, vacantGrids, overControls, undestroyed, day }: Given): Warning[] {
  const warnings: Warning[] = []
  const add = (kind: Kind, zh: string, en: string, until: Day | null = null) => warnings.push({ kind, text: { zh, en }, until })
  if (term && isNear(day, term.until))
    add(
      'order-ending',
      `应急命令 ${term.number} ${term.until.slice(5)} 24:00 到期，到期自动关闭`,
      `Order ${term.number} ends by itself at the end of ${term.until}`,
      term.until,
    )
  if (term && isNear(day, term.review_on))
    add(
      'order-review',
      `应急命令 ${term.number} ${term.review_on.slice(5)} 前要复核，不复核就失效`,
      `Order ${term.number} lapses unless reviewed by ${term.review_on}`,
      term.review_on,
    )
  if (plan.choice?.needed)
    add(
      'choice-needed',
      '县域等级和社区划分对不上，请区县选定按哪一档办',
      'Level and class differ: the county has to choose the package',
    )
  if (choice?.stricter)
    add(
      'stricter-chosen',
      `两档里选了更严的一档（${choice.by}），按层层加码核对`,
      `The stricter package was chosen (${choice.by}); it is checked for over-control`,
    )
  if (overControls > 0)
    add(
      'over-control',
      `疑似过度防控 ${overControls} 项，方案没有这样要求，请核对`,
      overControls === 1
        ? 'One restriction seems to go beyond the plan; it waits to be looked into'
        : `${overControls} restrictions seem to go beyond the plan; they wait to be looked into`,
    )
  for (const { number, ended_on } of undestroyed)
    add(
      'destruction-due',
      `应急响应 ${number} 已结束 ${daysBetween(ended_on, day)} 天，收的个人信息还没销毁`,
      `Response ${number} ended on ${ended_on}; the data about people is not destroyed yet`,
    )
  for (const fact of plan.missing)
    add(
      'fact-missing',
      `还没登记“${getFact(fact, getPacks().brought).words.zh}”，登记后计划可能不同`,
      `"${getFact(fact, getPacks().brought).words.en}" is not recorded; the plan may change with it`,
    )
  if (vacantGrids > 0)
    add(
      'grid-vacant',
      `${vacantGrids} 个网格今天没有人负责`,
      vacantGrids === 1
        ? 'One grid has nobody who answers for it today'
        : `${vacantGrids} grids have nobody who answers for them today`,
    )
  return warnings
}
