import {
  demandStates,
  refusalGrounds,
  type DemandState,
  type Judgement,
  type NewItem,
} from '@wangdi/domain/reports/demands/demand.ts'
import { dictionary } from '@wangdi/domain/reports/demands/dictionary.ts'
import type { readDemand } from '@wangdi/domain/reports/demands/demands.api.ts'
import { roles } from '@wangdi/policy/vocabulary.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDay, formatNumber } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { useSaying } from '../../shell/say.ts'

type Figure = Static<typeof readDemand.reply>['figures'][number]

/** What is held of the wanted items, with its source and, once filed, the figure that answers it. */
export function Held({ items, figures, least }: { items: readonly string[]; figures?: readonly Figure[]; least?: number }) {
  const { t } = useTranslation('demands')
  const say = useSaying()
  const today = dayOf(useNow())
  const line = (name: string, item: string) => {
    const figure = figures?.find((each) => each.item === name)
    if (!figure) return item
    if (figure.figure !== null && figure.day)
      return t('held', { item, figure: formatNumber(figure.figure), day: formatDay(figure.day, today) })
    if (figure.why === 'few') return t('heldFew', { item, least })
    if (figure.why === 'withheld') return t('heldWithheld', { item, least })
    return t(figure.why === 'names-stay' ? 'heldNames' : 'heldNot', { item })
  }
  return (
    <ul className="demands-list">
      {items.flatMap((name) => {
        const item = dictionary.get(name)
        return item
          ? [
              <li key={name}>
                {line(name, say(item.words))}
                <small>{t('source', { collector: say(roles[item.collector]), point: say(item.point) })}</small>
              </li>,
            ]
          : []
      })}
    </ul>
  )
}

/** Items that the house does not hold, each with why, by what and how long it may be kept. */
export function Fresh({ items }: { items: readonly NewItem[] }) {
  const { t } = useTranslation('demands')
  return (
    <ul className="demands-list">
      {items.map((item) => (
        <li key={item.name}>
          {t(item.purpose.trim() && item.ground.trim() && item.keep.trim() ? 'fresh' : 'freshBare', { ...item })}
        </li>
      ))}
    </ul>
  )
}

/** Why it goes back, and who asks the same. */
export function Objections({ judgement }: { judgement: Pick<Judgement, 'grounds' | 'overlaps'> }) {
  const { t } = useTranslation('demands')
  const say = useSaying()
  return (
    <ul className="demands-list">
      {judgement.grounds.map((ground) => (
        <li key={ground}>{say(refusalGrounds[ground])}</li>
      ))}
      {judgement.overlaps.map((one) => (
        <li key={one.demand}>
          {t('overlap', {
            asker: one.asker,
            title: one.title,
            state: say(demandStates[one.state as DemandState]),
            shared: one.shared.map(say).join('、'),
          })}
          {one.whole && <small>{t('overlapWhole')}</small>}
        </li>
      ))}
    </ul>
  )
}
