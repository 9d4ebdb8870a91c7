import { phoneRounds } from '@wangdi/domain/sync/phone-kinds.ts'
import { roundOnPhone } from '@wangdi/domain/sync/round.rules.ts'
import { roundStandings } from '@wangdi/domain/kinds/round/round.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Bar } from '../shell/Bar.tsx'
import { useKnown } from '../shell/phone.ts'
import { go } from '../shell/route.ts'
import { useSay } from './say.ts'

const most = 200

/** One round over things in the turn that runs: how far it has come, and each thing with how it stands, those not reached first. */
export function TurnPage({ name }: { name: string }) {
  const { t } = useTranslation('kinds')
  const shell = useTranslation('shell').t
  const say = useSay()
  const { held } = useKnown()
  const today = dayOf(useNow())
  const kind = phoneRounds.find((one) => one.name === name)
  if (!kind)
    return (
      <>
        <Bar>{t('asked')}</Bar>
        <main className="f-main f-say">{shell('notFound')}</main>
      </>
    )
  const { all, coverage } = roundOnPhone(held, kind, today)
  const inside = all.filter(({ standing }) => standing !== 'outside')
  const order = (standing: string) => (standing === 'not-reached' ? 0 : standing === 'done' ? 2 : 1)
  const sorted = [...inside].sort((a, b) => order(a.standing) - order(b.standing))
  const words = { ...kind.fields[kind.result.field]?.values, ...roundStandings }
  return (
    <>
      <Bar>{say(kind.words)}</Bar>
      <main className="f-main f-asked">
        <div className="f-day">
          <p>
            {t('turn.due', { count: coverage.due, n: coverage.due })} <b>{coverage.done}</b>
          </p>
          <div
            className="f-bar"
            role="img"
            aria-label={t('progress', { count: coverage.due, n: coverage.due, done: coverage.done })}
          >
            <i style={{ width: `${coverage.due === 0 ? 0 : (coverage.done / coverage.due) * 100}%` }} />
          </div>
          <p>
            {t('left')} <b>{coverage.due - coverage.done}</b>
          </p>
        </div>
        {inside.length === 0 && (
          <section className="f-card f-empty">
            <h2>{t('turn.none')}</h2>
            <p>{t('turn.noneWhat')}</p>
          </section>
        )}
        {sorted.length > 0 && (
          <section className="f-card">
            {sorted.slice(0, most).map(({ thing, standing }) => (
              <div className="f-row" key={thing.id}>
                <button type="button" className="f-row-main" onClick={() => go(`/look/${kind.name}?thing=${thing.id}`)}>
                  <span className="f-row-text">
                    <b>{thing.title}</b>
                    <span>{say(words[standing as keyof typeof words] ?? { zh: standing, en: standing })}</span>
                  </span>
                </button>
                <ChevronRight className="f-row-end" size={24} aria-hidden="true" />
              </div>
            ))}
            {sorted.length > most && <p className="f-hint">{t('turn.more', { n: sorted.length - most })}</p>}
          </section>
        )}
      </main>
    </>
  )
}
