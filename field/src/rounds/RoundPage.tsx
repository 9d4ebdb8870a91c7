import { exceptionReasons, visitResults } from '@wangdi/domain/rounds/rounds.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { useTranslation } from 'react-i18next'
import { useState } from 'react'
import { buildingsOf, householdsOf } from '../places/door.ts'
import { Bar } from '../shell/Bar.tsx'
import { useKnown } from '../shell/phone.ts'
import { roundSaid } from '../today/day-said.ts'
import { More, Row } from '../today/rows.tsx'
import { coverRound } from '../today/work.ts'

const shownAtOnce = 40

/** One round within the own doors: how far it has come, and the doors nobody was at. */
export function RoundPage({ id }: { id: string }) {
  const { t } = useTranslation('rounds')
  const shell = useTranslation('shell').t
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const { held, setting } = useKnown()
  const today = dayOf(useNow())
  const [most, setMost] = useState(shownAtOnce)
  const round = held.round.get(id)
  if (!round)
    return (
      <>
        <Bar>{t('round')}</Bar>
        <main className="f-main f-say">{shell('notFound')}</main>
      </>
    )
  const { coverage, notReached } = coverRound(round, householdsOf(held, setting, today), today)
  // In the order of the way, as the buildings stand: estate or natural village, building or group, then door.
  const doors = buildingsOf(notReached).flatMap(([, own]) => own)
  const counted = (n: number) => t(`unit.${round.of}`, { count: n, n })
  return (
    <>
      <Bar>{round.name}</Bar>
      <main className="f-main">
        <section className="f-card f-figures">
          <p>{t('due', { of: counted(coverage.due) })}</p>
          <p>{t('done', { of: counted(coverage.done) })}</p>
          <p>{t('notReached', { of: counted(coverage.notReached) })}</p>
          {exceptionReasons
            .filter((reason) => coverage.exceptions[reason] > 0)
            .map((reason) => (
              <p key={reason}>
                {visitResults[reason][language]} {counted(coverage.exceptions[reason])}
              </p>
            ))}
          {coverage.outside > 0 && <p className="f-muted">{t('outside', { count: coverage.outside, n: coverage.outside })}</p>}
        </section>
        <section className="f-card">
          <h2 className="f-head">{t(roundSaid(coverage, doors.length))}</h2>
          {doors.slice(0, most).map((household) => (
            <Row
              key={household.door.id}
              to={`/visit/${household.door.id}?round=${round.id}`}
              door={household.door}
              who={household.people.map(({ name }) => name).join('、') || t('nobody')}
              line={t('never')}
            />
          ))}
          <More doors={doors.slice(most)} near={doors[most - 1]?.door} onMore={() => setMost(most + shownAtOnce)} />
        </section>
      </main>
    </>
  )
}
