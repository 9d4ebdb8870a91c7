import type { Proposal } from '@wangdi/domain/observation/observation.ts'
import type { OwnPersonFact } from '@wangdi/domain/regimes/regimes.ts'
import { factWordsIn } from '../../regimes/fact-words.ts'
import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { formatDay, formatEndOfDay } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { PersonLink } from '../../lists/ways/PersonLink.tsx'
import { useSaying } from '../../shell/say.ts'

/** What the rule of the day proposes: phases with days, the rule and its source, what is missing, what else is lawful. */
export function ProposalView({
  proposal,
  asked,
  today,
}: {
  proposal: Proposal
  /** What notices in force ask of a person. */
  asked: readonly OwnPersonFact[]
  today: string
}) {
  const { t } = useTranslation('observation')
  const say = useSaying()
  const { term, phases } = proposal
  return (
    <section className="card observation-part" aria-label={t('propose.proposal')}>
      <h2>{t('propose.proposal')}</h2>
      {term.rule === null && <StateMark state="due">{t('propose.noRule')}</StateMark>}
      {term.rule !== null && phases.length === 0 && <StateMark state="done">{t('propose.notNeeded')}</StateMark>}
      <ul className="observation-phases">
        {phases.map((phase) => (
          <li key={`${phase.where} ${phase.from}`}>
            <b>{t(`where.${phase.where}`)}</b> {formatDay(phase.from, today)} – {formatEndOfDay(phase.until, today)}{' '}
            {phase.tests.map((test) => (
              <Tag key={test} tone="observed">
                {t('episode.test', { day: formatDay(test, today) })}
              </Tag>
            ))}
          </li>
        ))}
      </ul>
      {proposal.last_day && <p>{t('propose.lastDay', { until: formatEndOfDay(proposal.last_day, today) })}</p>}
      {!term.certain && term.rule !== null && <Tag tone="due">{t('propose.uncertain')}</Tag>}
      {term.note && <p className="quiet">{say(term.note)}</p>}
      {term.missing.length > 0 && (
        <p className="observation-missing">
          {t('propose.missing', { list: term.missing.map((name) => say(factWordsIn(name, asked))).join(t('comma')) })}
        </p>
      )}
      <h3>{t('propose.why')}</h3>
      <p>{say(term.why.text)}</p>
      <p className="quiet small">
        {t('propose.rulesOf', { day: term.rules_of })} {term.source && `${term.source.document}·${term.source.section}`}
      </p>
      {term.release.length > 0 && (
        <>
          <h3>{t('propose.release')}</h3>
          <ul>
            {term.release.map((words) => (
              <li key={words.zh}>{say(words)}</li>
            ))}
          </ul>
        </>
      )}
      {proposal.running.length > 0 && (
        <p className="observation-missing">{t('propose.running', { count: proposal.running.length })}</p>
      )}
      {proposal.co_residents.length > 0 && (
        <>
          <h3>{t('propose.together')}</h3>
          <ul>
            {proposal.co_residents.map((one) => (
              <li key={one.person}>
                <PersonLink person={one.person} name={one.name} /> <span className="quiet">{one.relation}</span>{' '}
                {one.observed && <StateMark state="observation">{t('order.observed')}</StateMark>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
