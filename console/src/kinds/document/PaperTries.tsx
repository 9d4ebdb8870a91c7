import type { PaperRow } from '@wangdi/domain/kinds/document/document.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { PanelPart } from '../../lists/SidePanel.tsx'
import { useSession } from '../../shell/session.ts'
import { OpenFindings } from './OpenFindings.tsx'

/** When a document is looked at again, when it was tried, and what was found then; recording the next drill is one press away. */
export function PaperTries({ row }: { row: Static<typeof PaperRow> }) {
  const { t } = useTranslation('papers')
  const today = dayOf(useNow())
  const { access } = useSession()
  const day = (on: string | null | undefined, none: string) => (on ? formatDay(on, today) : none)
  return (
    <PanelPart title={t('tried.title')}>
      <dl className="list-facts">
        <dt>{t('review')}</dt>
        <dd>
          {day(row.review_on, t('tried.notYet'))} {row.overdue && <Tag tone="not">{t('overdue')}</Tag>}
        </dd>
        <dt>{t('tried.lastDrill')}</dt>
        <dd>{day(row.tried?.last_drill, t('tried.never'))}</dd>
        <dt>{t('tried.lastReview')}</dt>
        <dd>{day(row.tried?.last_review, t('tried.never'))}</dd>
        <dt>{t('tried.open')}</dt>
        <dd>
          <span>
            <OpenFindings paper={row.id} n={row.tried?.open ?? 0} />
          </span>
        </dd>
      </dl>
      {'rounds.inspections' in access && (
        <Link to={'/inspections' as never} search={{ contingency: row.id } as never}>
          {t('tried.drills')}
        </Link>
      )}
    </PanelPart>
  )
}
