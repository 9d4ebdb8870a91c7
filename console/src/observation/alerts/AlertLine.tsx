import { type AlertRow, answerAlert } from '@wangdi/domain/observation/observation.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatMoment, formatSpan } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { v7 as newId } from 'uuid'
import { useAskFirst } from '../../lists/asking/ask-first.tsx'
import { PersonLink } from '../../lists/ways/PersonLink.tsx'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

const outcomes = ['retest', 'transfer', 'told-cdc', 'nothing-found'] as const

/** One abnormal reading: who, what was measured, how long it waited, what was answered, and the doctor's answer. */
export function AlertLine({ row }: { row: Static<typeof AlertRow> }) {
  const { t } = useTranslation('observation')
  const say = useSaying()
  const language = useLanguage()
  const today = dayOf(useNow())
  const { access } = useSession()
  const { reading } = row
  const degrees = reading.temperature === null ? t('slot.notMeasured') : `${reading.temperature.toFixed(1)} ℃`
  // Whoever asks for a second reading has not treated the first.
  const waiting = row.answers.every(({ outcome }) => outcome === 'retest')
  const waited = formatSpan(row.waited * 60_000, language)
  return (
    <article className="observation-alert">
      <div>
        <h2>
          <Link to="/observation/$id" params={{ id: row.observation } as never}>
            {row.door || t('noDoor')}
          </Link>{' '}
          <PersonLink person={row.person} name={row.name} />{' '}
          {row.age !== null && <span className="quiet">{t('age', { count: row.age })}</span>}{' '}
          <span className="quiet small">{say(row.kind_words)}</span>
        </h2>
        <p>
          <StateMark state="not">
            {degrees} {(reading.symptoms ?? []).join(t('comma'))}
          </StateMark>{' '}
          <span className="quiet">
            {formatMoment(reading.taken_at, today)} · {t(`measuredBy.${reading.measured_by}`)} · {reading.by}
          </span>
        </p>
        {reading.note && <p className="quiet">{reading.note}</p>}
        {row.answers.map((answer) => (
          <p key={answer.id}>
            <StateMark state="done">{t(`outcome.${answer.outcome}`)}</StateMark>{' '}
            <span className="quiet">
              {answer.by} {formatMoment(answer.at, today)} {answer.note}
            </span>
          </p>
        ))}
      </div>
      <p className={waiting ? 'observation-waited open' : 'observation-waited'}>
        {t(waiting ? 'alerts.waited' : 'alerts.answeredAfter', { span: waited })}
      </p>
      {'observation.answer-alert' in access && <Answer reading={reading.id} who={`${row.door} ${row.name} ${degrees}`} />}
    </article>
  )
}

function Answer({ reading, who }: { reading: string; who: string }) {
  const { t } = useTranslation('observation')
  const command = useCommand(answerAlert, ['observation', 'plan'])
  const [note, setNote] = useState('')
  const { ask, question } = useAskFirst()
  const answer = (outcome: (typeof outcomes)[number]) => {
    const said = { id: newId(), reading, outcome, ...(note.trim() && { note: note.trim() }) }
    ask({
      title: t('alerts.sure', { outcome: t(`outcome.${outcome}`) }),
      follows: (
        <>
          <p>{who}</p>
          <p>{t(`alerts.follows.${outcome}`)}</p>
        </>
      ),
      yes: t(`outcome.${outcome}`),
      act: () => command.mutate(said, { onSuccess: () => setNote('') }),
    })
  }
  return (
    <div className="observation-answer">
      <Input
        value={note}
        maxLength={400}
        placeholder={t('alerts.notePlaceholder')}
        aria-label={t('alerts.notePlaceholder')}
        onChange={(event) => setNote(event.target.value)}
      />
      {outcomes.map((outcome) => (
        <Button
          key={outcome}
          loading={command.isPending && command.variables?.outcome === outcome}
          onClick={() => answer(outcome)}
        >
          {t(`outcome.${outcome}`)}
        </Button>
      ))}
      {command.error ? <ErrorLine problem={command.error} /> : null}
      {question}
    </div>
  )
}
