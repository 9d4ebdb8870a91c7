import './audits.css'
import { readAudits } from '@wangdi/domain/rights/audits/audits.api.ts'
import type { ComplianceAudit, ImpactAssessment } from '@wangdi/domain/rights/audits/audit.ts'
import { records } from '@wangdi/domain/reports/demands/records.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { rowsSaid } from '../../lists/Counted.tsx'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { AuditForm } from './AuditForm.tsx'
import { ImpactForm } from './ImpactForm.tsx'

/** 审计和影响评估: when the next audit is due, what the last ones found, and which sensitive records were assessed. */
export default function AuditsPage() {
  const { t } = useTranslation('audits')
  const { access, account } = useSession()
  const place = useLookedAt()
  const [form, setForm] = useState<'audit' | 'impact'>()
  const answer = useQuery(ask(readAudits, { place }))
  const here = account.place === place
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <div className="actions">
          {here && 'rights.assess-impact' in access && <Button onClick={() => setForm('impact')}>{t('impact.open')}</Button>}
          {here && 'rights.record-audit' in access && (
            <Button type="primary" onClick={() => setForm('audit')}>
              {t('audit.open')}
            </Button>
          )}
        </div>
      </div>
      <Asked answer={answer} rows={6}>
        {({ audits, assessments, unassessed, next_on, overdue }) => (
          <div className="list-stack">
            <Audits audits={audits} next={next_on} overdue={overdue} />
            <Assessments assessments={assessments} unassessed={unassessed} />
          </div>
        )}
      </Asked>
      {form === 'audit' && <AuditForm place={place} onClose={() => setForm(undefined)} />}
      {form === 'impact' && <ImpactForm place={place} first={answer.data?.unassessed[0]} onClose={() => setForm(undefined)} />}
    </>
  )
}

function Audits({ audits, next, overdue }: { audits: readonly ComplianceAudit[]; next: string | null; overdue: boolean }) {
  const { t } = useTranslation('audits')
  const today = dayOf(useNow())
  return (
    <section className="card" aria-label={t('audit.title')}>
      <div className="card-head">
        <h2>{t('audit.title')}</h2>
        {overdue ? (
          <Tag tone="due">{t(next === null ? 'audit.never' : 'audit.overdue')}</Tag>
        ) : (
          next && <span className="end">{t('audit.next', { day: formatDay(next, today) })}</span>
        )}
      </div>
      {audits.length === 0 ? (
        <Empty>{t('audit.none')}</Empty>
      ) : (
        <ul className="audits-list">
          {audits.map((audit) => (
            <li key={audit.id}>
              <strong>
                {audit.from_day} – {audit.to_day}
              </strong>{' '}
              {audit.found}
              <small>
                {[audit.mended && t('audit.mendedAs', { words: audit.mended }), audit.by].filter(Boolean).join(' · ')}
              </small>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Assessments({ assessments, unassessed }: { assessments: readonly ImpactAssessment[]; unassessed: readonly string[] }) {
  const { t } = useTranslation('audits')
  const say = useSaying()
  const wordsOf = (record: string) => say(records[record]?.words ?? { zh: record, en: record })
  return (
    <section className="card" aria-label={t('impact.title')} {...rowsSaid('unassessed', unassessed.length)}>
      <div className="card-head">
        <h2>{t('impact.title')}</h2>
        <span className="end">{t('impact.left', { count: unassessed.length })}</span>
      </div>
      {unassessed.length > 0 && (
        <p className="audits-lead">
          {t('impact.lacking')} {unassessed.map(wordsOf).join(t('comma'))}
        </p>
      )}
      {assessments.length > 0 && (
        <ul className="audits-list">
          {assessments.map((one) => (
            <li key={one.id}>
              <strong>{wordsOf(one.record)}</strong> {[one.purpose, one.effect, one.measures].join(t('stop'))}
              <small>{t('impact.made', { by: one.by, day: one.assessed_on, until: one.keep_until })}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
