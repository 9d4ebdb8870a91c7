import './destruction.css'
import { readEndList } from '@wangdi/domain/rights/destruction/destruction.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { LeftBehind } from '../../observation/ending/LeftBehind.tsx'
import { Asked } from '../../lists/Asked.tsx'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSession } from '../../shell/session.ts'
import { AssessForm } from './AssessForm.tsx'
import { Ends } from './Ends.tsx'
import { Run } from './Run.tsx'
import { Staying } from './Staying.tsx'

/** 结束清单: what ends with one response, and the destruction of the data that it made. */
export default function EndingPage() {
  const { t } = useTranslation('destruction')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const place = useLookedAt()
  const { access } = useSession()
  const today = dayOf(useNow())
  const answer = useQuery(ask(readEndList, { id, place }))
  const list = answer.data
  return (
    <>
      <div className="title">
        <h1>{t('endList')}</h1>
        {list && (
          <span className="note">
            {list.issuer} {list.number}
          </span>
        )}
        <div className="actions">
          {'rights.ended-responses' in access && <Link to={'/rights/endings' as string}>{t('back')}</Link>}
        </div>
      </div>
      <Asked answer={answer} rows={8}>
        {(shown) => (
          <div className="destruction-layout">
            <div className="list-stack">
              <p className="destruction-lead card">
                {shown.ended_on ? t('ended', { day: formatDay(shown.ended_on, today) }) : t('running')}
              </p>
              {'observation.left' in access && shown.functions.some(({ name }) => name === 'observation') && (
                <LeftBehind response={id} place={place} over={shown.ended_on !== null} />
              )}
              <Ends list={shown} />
            </div>
            <div className="list-stack">
              {shown.run ? (
                <Run id={shown.run.id} place={shown.run.place} list={shown} />
              ) : (
                <section className="card" aria-label={t('data')}>
                  <div className="card-head">
                    <h2>{t('data')}</h2>
                  </div>
                  {shown.ended_on && place.length === 6 && 'rights.assess-destruction' in access ? (
                    <AssessForm response={id} place={place} />
                  ) : (
                    <p className="destruction-lead">{t(shown.ended_on ? 'nobodyAsked' : 'afterwards')}</p>
                  )}
                </section>
              )}
              <Staying />
            </div>
          </div>
        )}
      </Asked>
    </>
  )
}
