import { findDoors } from '@wangdi/domain/places/doors.api.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../shell/session.ts'
import { ask } from '../../shell/call.ts'

const shownAtOnce = 12
const mostShown = 200

/** The doors that a typed text seeks, also those where nobody is entered; each opens its household. Nothing where there is none. */
export function FoundDoors({
  community,
  text,
  selected,
  onOpen,
}: {
  community: string
  text: string
  selected: string | undefined
  onOpen: (dwelling: string) => void
}) {
  const { t } = useTranslation('people')
  const { access } = useSession()
  const [shown, setShown] = useState({ text, count: shownAtOnce })
  const size = shown.text === text ? shown.count : shownAtOnce
  const { data } = useQuery({ ...ask(findDoors, { community, text, size }), placeholderData: keepPreviousData })
  if (!data || data.total === 0) return null
  return (
    <section className="people-doors" aria-label={t('doors', { count: data.total })}>
      <b>{t('doors', { count: data.total })}</b>
      {data.rows.map(({ dwelling, door }) =>
        'plan.household' in access ? (
          <button
            key={dwelling}
            type="button"
            className="w-link"
            aria-pressed={dwelling === selected}
            onClick={() => onOpen(dwelling)}
          >
            {door}
          </button>
        ) : (
          <span key={dwelling}>{door}</span>
        ),
      )}
      {size === mostShown && data.total > mostShown && (
        <span className="quiet">{t('writeOn', { count: data.total - mostShown })}</span>
      )}
      {size < mostShown && data.total > data.rows.length && (
        <button
          type="button"
          className="w-link quiet"
          onClick={() => setShown({ text, count: Math.min(size + 4 * shownAtOnce, mostShown) })}
        >
          {t('moreDoors', { count: data.total - data.rows.length })}
        </button>
      )}
    </section>
  )
}
