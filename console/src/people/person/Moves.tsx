import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { PanelPart } from '../../lists/SidePanel.tsx'
import type { Person } from './person.ts'

/** Where the record stood before, who put it elsewhere, when and why; nothing where it was never changed. */
export function Moves({ moves }: { moves: Person['moves'] }) {
  const { t } = useTranslation('person')
  const today = dayOf(useNow())
  if (moves.length === 0) return null
  return (
    <PanelPart title={t('moves.title')}>
      <ol className="person-moves small">
        {moves.map(({ id, from, to, moved_on, why, at, by }) => (
          <li key={id}>
            {from || t('noDoor')} → {to || t('noDoor')}
            <span className="quiet">
              {' '}
              {t(`moves.${why}`)}
              {moved_on && ` ${formatDay(moved_on, today)}`} · {by} {formatMoment(at, today)}
            </span>
          </li>
        ))}
      </ol>
    </PanelPart>
  )
}
