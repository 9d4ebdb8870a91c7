import { exceptionReasons, visitResults } from '@wangdi/domain/rounds/rounds.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { useTranslation } from 'react-i18next'
import { householdsOf } from '../places/door.ts'
import { Bar } from '../shell/Bar.tsx'
import { useKnown } from '../shell/phone.ts'
import { Row } from '../today/rows.tsx'
import { coverRound } from '../today/work.ts'

const mostShown = 200

/** One round within the own doors: how far it has come, and the doors nobody was at. */
export function RoundPage({ id }: { id: string }) {
  const { t } = useTranslation('rounds')
  const shell = useTranslation('shell').t
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const { held, setting } = useKnown()
  const today = dayOf(useNow())
  const round = held.round.get(id)
  if (!round)
    return (
      <>
        <Bar>{t('round')}</Bar>
        <main className="f-main f-say">{shell('notFound')}</main>
      </>
    )
  const { coverage, notReached } = coverRound(round, householdsOf(held, setting, today), today)
  const doors = [...notReached].sort(
    ({ door: a }, { door: b }) =>
      (a.building ?? '').localeCompare(b.building ?? '', 'zh-CN', { numeric: true }) || a.ordinal - b.ordinal,
  )
  return (
    <>
      <Bar>{round.name}</Bar>
      <main className="f-main">
        <section className="f-card f-figures">
          <p>{t('due', { count: coverage.due, n: coverage.due })}</p>
          <p>{t('done', { count: coverage.done, n: coverage.done })}</p>
          <p>{t('notReached', { count: coverage.notReached, n: coverage.notReached })}</p>
          {exceptionReasons
            .filter((reason) => coverage.exceptions[reason] > 0)
            .map((reason) => (
              <p key={reason}>
                {visitResults[reason][language]} {coverage.exceptions[reason]}
              </p>
            ))}
          {coverage.outside > 0 && <p className="f-muted">{t('outside', { count: coverage.outside, n: coverage.outside })}</p>}
        </section>
        <section className="f-card">
          <h2 className="f-head">{doors.length === 0 ? t('all') : t('doors')}</h2>
          {doors.slice(0, mostShown).map((household) => (
            <Row
              key={household.door.id}
              to={`/visit/${household.door.id}?round=${round.id}`}
              door={household.door}
              who={household.people.map(({ name }) => name).join('、') || t('nobody')}
              line={t('never')}
            />
          ))}
        </section>
      </main>
    </>
  )
}
