import type { ArrivalProposal } from '@wangdi/domain/observation/queue/queue.ts'
import type { OriginKind } from '@wangdi/domain/people/arrival/arrival.ts'
import { daysBetween } from '@wangdi/domain/day.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { formatDay, formatEndOfDay } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { factWordsIn } from '../../../regimes/fact-words.ts'
import { useSaying } from '../../../shell/say.ts'
import { DayStrip, usePhases } from '../term.tsx'

/** What the rules propose and why: phases, last day, how it is counted, the rule, and what is not known. */
export function Proposed({ proposal, kind, today }: { proposal: ArrivalProposal; kind: OriginKind; today: string }) {
  const { t } = useTranslation('queue')
  const say = useSaying()
  const phases = usePhases()
  const { last_day, counts_from, source, note, missing, kind_words, also = [], asks = [] } = proposal
  const tests = [...new Set(proposal.phases.flatMap((phase) => phase.tests))]
  return (
    <>
      {last_day === null ? (
        <p className="queue-measure">{t('noRule')}</p>
      ) : (
        <>
          <p className="queue-measure">
            {phases(proposal.phases, counts_from)}
            <small>{t('decision.until', { until: formatEndOfDay(last_day, today) })}</small>
          </p>
          <DayStrip phases={proposal.phases} countsFrom={counts_from} today={today} />
        </>
      )}
      <dl className="list-facts">
        <dt>{t('decision.why')}</dt>
        <dd>
          {kind_words && t('decision.whyNotice', { kind: say(kind_words) })}
          {kind === 'abroad' ? t('decision.whyAbroad') : t('decision.whyLevel', { level: t(`kinds.${kind}`) })}
        </dd>
        {source && (
          <>
            <dt>{t('decision.rule')}</dt>
            <dd>
              {source.document}·{source.section}{' '}
              <span className="quiet small">{t('decision.rulesOf', { day: proposal.rules_of })}</span>
            </dd>
          </>
        )}
        {last_day !== null && (
          <>
            <dt>{t('decision.term')}</dt>
            <dd>{t('decision.termText', { day: formatDay(counts_from, today), days: daysBetween(counts_from, last_day) })}</dd>
          </>
        )}
        {tests.length > 0 && (
          <>
            <dt>{t('decision.tests')}</dt>
            <dd>{tests.map((day) => formatDay(day, today)).join(t('comma'))}</dd>
          </>
        )}
        <dt>{t('decision.later')}</dt>
        <dd>{t('decision.laterText')}</dd>
      </dl>
      {!proposal.certain && last_day !== null && <Tag tone="due">{t('decision.uncertain')}</Tag>}
      {also.length > 0 && (
        <p className="queue-open small">{t('decision.also', { list: also.map(({ words }) => say(words)).join(t('comma')) })}</p>
      )}
      {note && <p className="quiet small">{say(note)}</p>}
      {missing.length > 0 && (
        <p className="queue-open small">
          {t('decision.missing', {
            list: missing.map((name) => say(factWordsIn(name, asks))).join(t('comma')),
          })}
        </p>
      )}
    </>
  )
}
