import type { Words } from '../../vocabulary.ts'
import { meet } from '../day.ts'
import type { Pack, SettingRule } from '../pack/schema.ts'
import { w } from '../../words.ts'

/** A number, list or choice that a narrower pack sets otherwise than the wider rules. */
export interface OtherSetting {
  readonly rule: string
  readonly text: Words
}

function otherwise(own: SettingRule, wide: SettingRule, from: string): Words | undefined {
  const [value, before] = [own.value, wide.value]
  if (typeof value === 'number' && typeof before === 'number' && value !== before)
    return w(
      `${own.name} 定成 ${value}，上级（${from}）是 ${before}`,
      `${own.name} is ${value}, ${before} by the wider rules (${from})`,
    )
  if (Array.isArray(value) && Array.isArray(before)) {
    const more = value.filter(({ zh }) => !before.some((one) => one.zh === zh))
    if (more.length > 0)
      return w(
        `${own.name} 比上级（${from}）多了：${more.map(({ zh }) => zh).join('、')}`,
        `${own.name} has more than the wider rules (${from}): ${more.map(({ en }) => en).join(', ')}`,
      )
  }
  const [least, most] = [own.bounds?.at_least ?? 0, own.bounds?.at_most ?? 0]
  if (wide.bounds && (!own.bounds || least > wide.bounds.at_least || most < wide.bounds.at_most))
    return own.bounds
      ? w(
          `${own.name} 县里只能选 ${least} 到 ${most}，上级（${from}）准选 ${wide.bounds.at_least} 到 ${wide.bounds.at_most}`,
          `counties choose ${own.name} from ${least} to ${most}, from ${wide.bounds.at_least} to ${wide.bounds.at_most} by the wider rules (${from})`,
        )
      : w(
          `${own.name} 不让县里选，上级（${from}）准选`,
          `counties no longer choose ${own.name}, as the wider rules (${from}) let them`,
        )
  return undefined
}

/**
 * Settings of a narrower pack that take the place of wider ones on some day with another number, a longer list or narrower bounds.
 * Which way is harsher a number does not say: every other one is shown.
 */
export function settingsOtherwise(local: Pack, wider: readonly Pack[]): OtherSetting[] {
  return (local.settings ?? []).flatMap((own) =>
    wider.flatMap((pack) =>
      (pack.settings ?? []).flatMap((wide) => {
        const holdsTogether =
          own.name === wide.name && meet(own, wide) && meet(local, pack) && meet(own, pack) && meet(local, wide)
        const text = holdsTogether ? otherwise(own, wide, pack.short.zh) : undefined
        return text ? [{ rule: own.id, text }] : []
      }),
    ),
  )
}
