import type { readPlaceMarks } from '@wangdi/domain/plan/marks/place-marks.ts'
import { facts } from '@wangdi/policy/vocabulary.ts'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { useSaying } from '../../shell/say.ts'
import { Source } from '../measures/Source.tsx'

/** What each mark adds to a plan: now, or under rules that only an order brings back. */
export function Adds({ adds }: { adds: Static<typeof readPlaceMarks.reply>['adds'] }) {
  const { t } = useTranslation('marks')
  const say = useSaying()
  return (
    <section className="card" aria-label={t('adds.title')}>
      <div className="card-head">
        <h2>{t('adds.title')}</h2>
        <span className="sub">{t('adds.lead')}</span>
      </div>
      <dl className="marks-adds">
        {adds.map(({ mark, measures, now }) => (
          <div key={mark}>
            <dt>{say(facts[mark].words)}</dt>
            <dd>
              {!now && <p className="quiet small">{measures.length === 0 ? t('adds.nothing') : t('adds.later')}</p>}
              {measures.map(({ id, text, source }) => (
                <p key={`${id} ${source.section}`}>
                  {say(text)} <Source source={source} />
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
