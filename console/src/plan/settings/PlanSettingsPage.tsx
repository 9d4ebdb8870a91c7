import { type ChoosableSetting, readPlanSettings } from '@wangdi/domain/plan/settings/settings.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { rowsSaid } from '../../lists/Counted.tsx'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

const ChooseForm = lazy(() => import('./ChooseForm.tsx'))
const countyDigits = 6

/** 天数和时限: the numbers that no clause gives, as we propose them and as the county chose. */
export default function PlanSettingsPage() {
  const { t } = useTranslation('settings')
  const place = useLookedAt()
  const { access } = useSession()
  const [changing, setChanging] = useState<ChoosableSetting>()
  const answer = useQuery({ ...ask(readPlanSettings, { place }), placeholderData: keepPreviousData })
  const mayChoose = 'plan.choose-setting' in access && place.length === countyDigits
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">{t('note')}</span>
      </div>
      <Asked answer={answer}>
        {({ settings }) => (
          <section className="card" aria-label={t('list')}>
            {settings.length === 0 ? (
              <Empty>{t('empty')}</Empty>
            ) : (
              <table className="list-table stack">
                <thead>
                  <tr>
                    <th>{t('what')}</th>
                    <th>{t('now')}</th>
                    <th>{t('proposed')}</th>
                    <th>{t('bounds')}</th>
                    <th>{t('by')}</th>
                    {mayChoose && <td />}
                  </tr>
                </thead>
                <tbody>
                  {settings.map((setting) => (
                    <Row key={setting.name} setting={setting} onChange={mayChoose ? () => setChanging(setting) : undefined} />
                  ))}
                </tbody>
              </table>
            )}
          </section>
        )}
      </Asked>
      {changing && (
        <Suspense>
          <ChooseForm place={place} setting={changing} onClose={() => setChanging(undefined)} />
        </Suspense>
      )}
    </>
  )
}

function Row({ setting, onChange }: { setting: ChoosableSetting; onChange: (() => void) | undefined }) {
  const { t } = useTranslation('settings')
  const say = useSaying()
  const today = dayOf(useNow())
  const { value, proposed, unit, chosen, measures } = setting
  const count = measures.length
  return (
    <tr>
      <td>
        <b>{say(setting.words)}</b>
        {count === 0 ? (
          <p className="quiet small">{t('none')}</p>
        ) : (
          <details className="quiet small">
            <summary data-figure={count} data-opens={`measures-by-${setting.name}`}>
              {t('measures', { count })}
            </summary>
            <ul {...rowsSaid(`measures-by-${setting.name}`, count)}>
              {measures.map(({ id, text, source }) => (
                <li key={id}>
                  {say(text)} <small>{`${source.document} ${source.section}`}</small>
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
      <td data-label={t('now')}>
        <b>{value}</b> {say(unit)}
      </td>
      <td data-label={t('proposed')}>{proposed}</td>
      <td data-label={t('bounds')}>{t('between', setting)}</td>
      <td data-label={t('by')}>
        {chosen ? (
          <>
            {chosen.by} {formatDay(chosen.day, today)}{' '}
            <small className="quiet">
              {chosen.value === null ? `${t('back')} ` : ''}
              {chosen.reason}
            </small>
          </>
        ) : (
          <span className="quiet">{t('ours')}</span>
        )}
      </td>
      {onChange && (
        <td>
          <button type="button" className="w-link" aria-label={t('changeOne', { what: say(setting.words) })} onClick={onChange}>
            {t('change')}
          </button>
        </td>
      )}
    </tr>
  )
}
