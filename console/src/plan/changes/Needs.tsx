import type { ToDoList } from '@wangdi/domain/plan/plan.ts'
import { roles } from '@wangdi/policy/vocabulary.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'

/** The subject whose words are loaded on the page. */
interface Shown {
  readonly subject: 'plan' | 'destruction'
}

/** The posts that a change touches, each with the measures it gets and loses and how many people of that post there are. */
export function People({ people, subject }: Pick<ToDoList, 'people'> & Shown) {
  const { t } = useTranslation(subject)
  const say = useSaying()
  return (
    <ul className="plan-posts">
      {people.map(({ role, started, stopped, on_hand }) => (
        <li key={role}>
          {say(roles[role])}{' '}
          <span className="quiet">
            {[started > 0 && t('needs.more', { count: started }), stopped > 0 && t('needs.fewer', { count: stopped })]
              .filter(Boolean)
              .join(t('needs.comma'))}
          </span>{' '}
          {started > 0 && on_hand === 0 ? (
            <Tag tone="due">{t('needs.nobody')}</Tag>
          ) : (
            <span className="quiet">{on_hand === null ? t('needs.elsewhere') : t('needs.onHand', { count: on_hand })}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The measures of a change that live on goods; how much of them there is, is not on record here. */
export function Goods({ goods, subject }: Pick<ToDoList, 'goods'> & Shown) {
  const { t } = useTranslation(subject)
  const say = useSaying()
  return (
    <ul className="plan-posts">
      {(['started', 'stopped'] as const).flatMap((part) =>
        goods[part].map(({ id, text }) => (
          <li key={`${part} ${id}`}>
            <span className="quiet">{t(`needs.${part}`)}</span> {say(text)}
          </li>
        )),
      )}
    </ul>
  )
}
