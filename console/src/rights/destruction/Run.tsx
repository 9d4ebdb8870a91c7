import { decideDestruction, executeDestruction, readDestruction } from '@wangdi/domain/rights/destruction/destruction.api.ts'
import type { DestructionRun } from '@wangdi/domain/rights/destruction/destruction.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatMoment, formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { useAskFirst } from '../../lists/asking/ask-first.tsx'
import { ask, useCommand } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'
import { Certificate } from './Certificate.tsx'
import { KindTable } from './KindTable.tsx'
import { markOf } from './run-marks.ts'

const renews = ['rights', 'plan']
const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, n) => all + n, 0)

/** One run: what it would destroy, who says yes, its going on, and the certificate at its end. */
export function Run({ id, place, list }: { id: string; place: string; list: { issuer: string; number: string } }) {
  const { t } = useTranslation('destruction')
  const { access, account } = useSession()
  const today = dayOf(useNow())
  const answer = useQuery({ ...ask(readDestruction, { id, place }), enabled: 'rights.destruction' in access })
  const state = answer.data?.run.state
  return (
    <section className="card" aria-label={t('data')}>
      <div className="card-head">
        <h2>{t('data')}</h2>
        {state && <StateMark state={markOf[state]}>{t(`state.${state}`)}</StateMark>}
      </div>
      {!('rights.destruction' in access) && <p className="destruction-lead">{t('atCounty')}</p>}
      {'rights.destruction' in access && (
        <Asked answer={answer} rows={6}>
          {({ run, due, certificate }) => (
            <>
              <p className="destruction-lead">
                {t('askedBy', { by: run.asked_by, at: formatMoment(run.asked_at, today) })}
                {run.decided_by &&
                  run.decided_at &&
                  ` ${t(run.state === 'refused' ? 'refusedBy' : 'approvedBy', {
                    by: run.decided_by,
                    at: formatMoment(run.decided_at, today),
                  })}`}{' '}
                {run.decision_reason}
              </p>
              {run.state !== 'done' && <Words run={run} />}
              {due && <KindTable counts={due} kept={run.assessment.kept} />}
              {run.state === 'waiting' &&
                ('rights.decide-destruction' in access && run.asked_by_account !== account.id && account.place === place ? (
                  <Decide run={run} rows={sum(due ?? {})} />
                ) : (
                  <p className="destruction-lead">
                    {t(run.asked_by_account === account.id ? 'otherApproves' : 'waitsForApproval')}
                  </p>
                ))}
              {(run.state === 'approved' || run.state === 'running') &&
                'rights.execute-destruction' in access &&
                account.place === place && <Execute run={run} left={sum(due ?? {})} />}
              {certificate && <Certificate run={run} proof={certificate} list={list} />}
            </>
          )}
        </Asked>
      )}
    </section>
  )
}

function Words({ run }: { run: DestructionRun }) {
  const { t } = useTranslation('destruction')
  return (
    <dl className="destruction-facts">
      {(['legality', 'necessity', 'safety'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`assess.${name}`)}</dt>
          <dd>{run.assessment[name]}</dd>
        </div>
      ))}
    </dl>
  )
}

function Decide({ run, rows }: { run: DestructionRun; rows: number }) {
  const { t } = useTranslation('destruction')
  const command = useCommand(decideDestruction, renews)
  const [reason, setReason] = useState('')
  const label = useId()
  const sure = useAskFirst()
  const decide = (decision: 'approved' | 'refused') => {
    const said = { id: run.id, place: run.place, decision, reason: reason.trim() }
    const word = decision === 'approved' ? t('decide.approve', { count: rows, shown: formatNumber(rows) }) : t('decide.refuse')
    sure.ask({
      title: t('decide.sure', { word }),
      follows: t(`decide.follows.${decision}`),
      yes: word,
      danger: decision === 'approved',
      act: () => command.mutate(said),
    })
  }
  return (
    <div className="destruction-form">
      <label htmlFor={label}>{t('decide.reason')}</label>
      <Input id={label} maxLength={300} value={reason} onChange={({ target }) => setReason(target.value)} />
      <div className="destruction-actions">
        <Button type="primary" loading={command.isPending} onClick={() => decide('approved')}>
          {t('decide.approve', { count: rows, shown: formatNumber(rows) })}
        </Button>
        <Button disabled={command.isPending || reason.trim() === ''} onClick={() => decide('refused')}>
          {t('decide.refuse')}
        </Button>
      </div>
      {command.error ? <ErrorLine problem={command.error} /> : null}
      {sure.question}
    </div>
  )
}

function Execute({ run, left }: { run: DestructionRun; left: number }) {
  const { t } = useTranslation('destruction')
  const command = useCommand(executeDestruction, renews)
  const sure = useAskFirst()
  const word = t(run.state === 'running' ? 'execute.goOn' : 'execute.begin')
  // A part at a time; broken off anywhere, the next click goes on where it stood.
  const goOn = () => command.mutate({ id: run.id, place: run.place }, { onSuccess: ({ done }) => void (done || goOn()) })
  return (
    <div className="destruction-form">
      <p>{t('execute.left', { count: left, shown: formatNumber(left) })}</p>
      <div className="destruction-actions">
        <Button
          danger
          type="primary"
          loading={command.isPending}
          onClick={() => sure.ask({ title: t('execute.title'), follows: t('execute.sure'), yes: word, danger: true, act: goOn })}
        >
          {word}
        </Button>
      </div>
      {command.error ? <ErrorLine problem={command.error} /> : null}
      {sure.question}
    </div>
  )
}
