import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { formatDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rowsSaid } from '../../lists/Counted.tsx'
import { SlotMark } from '../SlotMark.tsx'
import type { EpisodeReply } from './episode.ts'

const fewest = 6

/** The half days of the stay, newest first, and behind each the readings as they were made; missing ones stay missing. */
export function Readings({ episode, today }: { episode: EpisodeReply; today: string }) {
  const { t } = useTranslation('observation')
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const days = [...new Set(episode.slots.map(({ day }) => day))].sort().reverse()
  const half = (day: string, name: 'morning' | 'evening') => episode.slots.find((slot) => slot.day === day && slot.half === name)
  const readings = [...episode.readings].sort((a, b) => (a.taken_at < b.taken_at ? 1 : -1))
  return (
    <>
      {days.length === 0 ? (
        <Empty>{t(episode.where === 'central' ? 'episode.central' : 'episode.noSlots')}</Empty>
      ) : (
        <table className="observation-slots">
          <thead>
            <tr>
              <th>{t('episode.date')}</th>
              <th>{t('list.morning')}</th>
              <th>{t('list.evening')}</th>
            </tr>
          </thead>
          <tbody>
            {(all ? days : days.slice(0, fewest)).map((day) => {
              const morning = half(day, 'morning')
              const evening = half(day, 'evening')
              return (
                <tr key={day}>
                  <th scope="row">{formatDay(day, today)}</th>
                  <td>{morning ? <SlotMark slot={morning} /> : <span className="quiet">—</span>}</td>
                  <td>{evening ? <SlotMark slot={evening} /> : <span className="quiet">—</span>}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <details className="observation-readings" {...rowsSaid('readings', readings.length)}>
        <summary>{t('episode.readings', { count: readings.length })}</summary>
        <ul>
          {readings.map((reading) => (
            <li key={reading.id}>
              <b>{reading.temperature === null ? '—' : `${reading.temperature.toFixed(1)} ℃`}</b>{' '}
              {reading.not_measured && t(`notMeasured.${reading.not_measured}`)}{' '}
              {reading.symptoms === null
                ? t('episode.notAsked')
                : reading.symptoms.length === 0
                  ? t('episode.noSymptoms')
                  : reading.symptoms.join(language === 'en' ? ', ' : '、')}{' '}
              <span className="quiet">
                {formatMoment(reading.taken_at, today)} · {t(`measuredBy.${reading.measured_by}`)} · {reading.by} {reading.note}
              </span>
            </li>
          ))}
        </ul>
      </details>
      {days.length > fewest && (
        <button type="button" className="w-link observation-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('episode.fewer') : t('episode.allDays', { count: days.length })}
        </button>
      )}
    </>
  )
}
