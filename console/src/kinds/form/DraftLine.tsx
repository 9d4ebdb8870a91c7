import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatMoment } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import type { Drafted } from './useDraft.ts'

/** Says that a form shows what was typed before and not sent, and offers to begin anew. */
export function DraftLine({ draft: { from, drop } }: { draft: Pick<Drafted<unknown>, 'from' | 'drop'> }) {
  const { t } = useTranslation('kinds')
  const today = dayOf(useNow())
  if (from === undefined) return null
  return (
    <p className="kinds-draft" role="status">
      {t('draft.from', { when: formatMoment(new Date(from).toISOString(), today) })}{' '}
      <button type="button" className="w-link" onClick={drop}>
        {t('draft.anew')}
      </button>
    </p>
  )
}
