import { readProposal } from '@wangdi/domain/regimes/regimes.api.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { warning } from '@wangdi/ui/marks/icons.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Skeleton } from '@wangdi/ui/states/Skeleton.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { Axis } from './Axis.tsx'
import { RecordedFacts } from './RecordedFacts.tsx'
import { TierChoice } from './TierChoice.tsx'

/** Both axes: what the recorded facts point to, what a person confirmed, the package that follows, and the facts. */
export function Levels({ place, today }: { place: string; today: string }) {
  const { t } = useTranslation('regimes')
  const say = useSaying()
  const { data, error } = useQuery(ask(readProposal, { place }))
  if (error) return <ErrorLine problem={error} />
  if (!data) return <Skeleton rows={6} />
  const { response } = data
  return (
    <>
      <section className="card" aria-label={t('levels.title')}>
        <div className="card-head">
          <h2>{t('levels.title')}</h2>
        </div>
        {response !== 'keep' && response !== 'none' && (
          <p className="regimes-propose">
            <Icon of={warning} /> {t(`propose.${response}`)}
          </p>
        )}
        <Axis kind="risk" title={t('levels.riskTitle')} {...data.risk} today={today} />
        {data.class && <Axis kind="class" title={t('levels.classTitle')} {...data.class} today={today} />}
        {data.own
          .filter(({ use }) => use !== 'record')
          .map((own) => (
            <Axis key={own.name} kind={own} title={say(own.words)} {...own} today={today} />
          ))}
        {data.tier && data.class && <TierChoice place={place} tier={data.tier} chosen={data.tier_choice} today={today} />}
      </section>
      <RecordedFacts place={place} facts={data.facts} own={data.own} today={today} />
    </>
  )
}
