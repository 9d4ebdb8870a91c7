import { readHistory } from '@wangdi/domain/regimes/regimes.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Skeleton } from '@wangdi/ui/states/Skeleton.tsx'
import { formatDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ask } from '../shell/call.ts'
import { useSaying } from '../shell/say.ts'
import { useSession } from '../shell/session.ts'
import { useBroughtWords } from './brought-words.ts'

/** How levels, class and choice changed, newest first, each with who confirmed it. */
export function History({ place, today }: { place: string; today: string }) {
  const { t } = useTranslation('regimes')
  const say = useSaying()
  const { access } = useSession()
  const words = useBroughtWords(place)
  const { data, error } = useQuery({ ...ask(readHistory, { place }), enabled: 'regimes.history' in access })
  return (
    <section className="card" aria-label={t('history.title')}>
      <div className="card-head">
        <h2>{t('history.title')}</h2>
      </div>
      {error && <ErrorLine problem={error} />}
      {!data && !error && <Skeleton rows={3} />}
      {data?.levels.length === 0 && <Empty>{t('history.none')}</Empty>}
      <ul className="regimes-list regimes-history">
        {data?.levels.map((level) => (
          <li key={level.id}>
            <span>
              {t('history.line', {
                from: formatDay(level.from, today),
                what: say(words.fact(level.fact)),
                value: level.fact === 'tier.choice' ? t(`tier.${level.value}`) : say(words.value(level.fact, level.value)),
              })}
            </span>
            <small className="quiet">
              {level.by} {formatMoment(level.at, today)} {level.reason} {level.source}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
