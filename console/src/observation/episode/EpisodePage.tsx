import '../observation.css'
import './episode.css'
import { releaseHolds } from '@wangdi/domain/observation/release/release.rules.ts'
import { getObservation } from '@wangdi/domain/observation/observation.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Skeleton } from '@wangdi/ui/states/Skeleton.tsx'
import { dayOf, formatDay, formatEndOfDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { DoorLink } from '../../lists/ways/DoorLink.tsx'
import { PersonLink } from '../../lists/ways/PersonLink.tsx'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { AfterRelease } from '../release/AfterRelease.tsx'
import { Actions } from './Actions.tsx'
import type { EpisodeReply } from './episode.ts'
import { Order } from './Order.tsx'
import { Papers } from './Papers.tsx'
import { Readings } from './Readings.tsx'
import { Steps } from './Steps.tsx'

/** One stay: day n of N, readings, the six steps, the order with its grounds, notice, home, and what may be done. */
export default function EpisodePage() {
  const { t } = useTranslation('observation')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useQuery({ ...ask(getObservation, { id }), refetchInterval: 60_000 })
  if (error && !data) return <ErrorLine problem={error} action={<Button onClick={() => void refetch()}>{t('again')}</Button>} />
  if (!data) return <Skeleton rows={10} />
  return <Episode episode={data} />
}

function Episode({ episode }: { episode: EpisodeReply }) {
  const { t } = useTranslation('observation')
  const say = useSaying()
  const today = dayOf(useNow())
  return (
    <>
      <div className="title">
        <h1>
          <DoorLink dwelling={episode.dwelling} door={episode.door || t('noDoor')} />{' '}
          <PersonLink person={episode.person} name={episode.name} />
        </h1>
        <span className="note">
          {episode.age !== null && t('age', { count: episode.age })} {say(episode.kind_words)}
        </span>
        <div className="actions">
          <Link to="/observation">{t('episode.back')}</Link>
          <Papers episode={episode} />
          {episode.state === 'running' && <Actions episode={episode} />}
        </div>
      </div>
      {episode.shorter && (
        <p className="observation-shorter">{t('episode.shorter', { day: formatEndOfDay(episode.shorter, today) })}</p>
      )}
      {episode.ended && (
        <p className="observation-shorter">
          {t('episode.ended', {
            at: formatMoment(episode.ended.at, today),
            by: episode.ended.by,
            reason: t(`endReason.${episode.ended.reason}`),
          })}{' '}
          {episode.ended.note}
        </p>
      )}
      {episode.release && (
        <p className="observation-shorter">
          {t('episode.released', {
            number: episode.release.number,
            by: episode.release.by,
            at: formatMoment(episode.release.at, today),
            day: formatEndOfDay(episode.release.released_on, today),
          })}
          {!releaseHolds(episode.ended) && <b> {t('episode.releaseVoid')}</b>}
        </p>
      )}
      <div className="observation-layout">
        <div>
          <section className="card">
            <Days episode={episode} today={today} />
            <Readings episode={episode} today={today} />
          </section>
          <AfterRelease episode={episode} today={today} />
          <Steps steps={episode.steps} today={today} />
        </div>
        <Order episode={episode} today={today} />
      </div>
    </>
  )
}

/** Day n of N as a bar in the colour of observation, with the last day, the phases and the days of tests. */
function Days({ episode, today }: { episode: EpisodeReply; today: string }) {
  const { t } = useTranslation('observation')
  const { day, days, phases } = episode
  return (
    <div className="observation-days">
      <p>
        {day !== null && (
          <b>
            {t('episode.day', { day })} <span className="quiet">{t('episode.days', { days })}</span>
          </b>
        )}
        {day === null && <b>{t(`list.state.${episode.state}`)}</b>}
        <span className="quiet end">
          {t(episode.ended ? 'episode.untilWas' : 'episode.until', { until: formatEndOfDay(episode.last_day, today) })}
        </span>
      </p>
      <div className="observation-daybar" aria-hidden="true">
        {Array.from({ length: Math.min(days, 60) }, (_, nth) => (
          <i key={nth} className={day === null ? '' : nth + 1 < day ? 'past' : nth + 1 === day ? 'now' : ''} />
        ))}
      </div>
      <ul className="observation-phases">
        {phases.map((phase) => (
          <li key={`${phase.where} ${phase.from}`}>
            {t(`where.${phase.where}`)} {formatDay(phase.from, today)} – {formatEndOfDay(phase.until, today)}{' '}
            {phase.tests.map((test) => (
              <Tag key={test} tone="observed">
                {t('episode.test', { day: formatDay(test, today) })}
              </Tag>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}
