import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { time } from '@wangdi/ui/marks/icons.ts'
import { formatSpan, formatTime } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { useTranslation } from 'react-i18next'
import type { ReportReply } from './report-reply.ts'

/** How long until the community's deadline, and the clock of all levels. */
export function ClockCard({ deadlines }: { deadlines: ReportReply['deadlines'] }) {
  const { t } = useTranslation('reports')
  const language = useLanguage()
  const now = useNow()
  const own = deadlines.find(({ level }) => level === 'community')
  if (!own) return null
  const left = Date.parse(own.at) - now
  return (
    <section className="card report-clock">
      <p className="quiet small">
        <Icon of={time} size={13} /> {left < 0 ? t('clock.late') : t('clock.left')}
      </p>
      <strong className={left < 3_600_000 ? 'w-soon' : undefined}>{formatSpan(Math.abs(left), language)}</strong>
      <ol>
        {deadlines.map(({ level, at }) => (
          <li key={level} className={Date.parse(at) >= now && level === 'community' ? 'on' : undefined}>
            {t(`clock.level.${level}`)}
            <br />
            {formatTime(at)}
          </li>
        ))}
      </ol>
    </section>
  )
}
