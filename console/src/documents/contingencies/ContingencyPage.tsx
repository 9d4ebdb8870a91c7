import './contingencies.css'
import { approveContingency, getContingency } from '@wangdi/domain/documents/contingencies/contingency.api.ts'
import {
  type ContingencyKind,
  contingencyKinds,
  type ContingencyVersion,
} from '@wangdi/domain/documents/contingencies/contingency.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { useAskFirst } from '../../lists/asking/ask-first.tsx'
import { ask, useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { OpenFindings } from './OpenFindings.tsx'

const ContingencyForm = lazy(() => import('./ContingencyForm.tsx'))

/** One plan: the version in force, what waits for a second person, when it was tried, and the versions before. */
export default function ContingencyPage() {
  const { t } = useTranslation('contingencies')
  const say = useSaying()
  const today = dayOf(useNow())
  const { access } = useSession()
  const { contingency = '' } = useParams({ strict: false }) as { contingency?: string }
  const [changing, setChanging] = useState(false)
  const answer = useQuery(ask(getContingency, { contingency }))
  const approving = useCommand(approveContingency, ['documents.contingency', 'documents.contingencies'])
  const sure = useAskFirst()
  const line = answer.data?.line
  const newest = answer.data?.versions[0]
  return (
    <>
      <div className="title">
        <h1>{line?.title ?? t('title')}</h1>
        {line && (
          <span className="note">
            {shortName(line.place_name)} · {say(contingencyKinds[line.kind as ContingencyKind])}
          </span>
        )}
        <div className="actions">
          <Link to={'/contingencies' as never}>{t('back')}</Link>
          {newest && 'documents.save-contingency' in access && (
            <Button onClick={() => setChanging(true)}>{t('newVersion')}</Button>
          )}
          {newest && newest.approved === null && 'documents.approve-contingency' in access && (
            <Button
              type="primary"
              loading={approving.isPending}
              onClick={() =>
                sure.ask({
                  title: t('approveSure', { count: newest.version, n: newest.version }),
                  follows: t('approveFollows'),
                  yes: t('approve', { count: newest.version, n: newest.version }),
                  act: () => approving.mutate({ contingency, version: newest.version }),
                })
              }
            >
              {t('approve', { count: newest.version, n: newest.version })}
            </Button>
          )}
        </div>
      </div>
      {approving.error ? <ErrorLine problem={approving.error} /> : null}
      {sure.question}
      <Asked answer={answer}>
        {({ line: shown, versions }) => (
          <div className="list-stack">
            <section className="card" aria-label={t('tried')}>
              <h2 className="card-head">{t('tried')}</h2>
              <dl className="contingency-facts">
                <Fact name={t('reviewOn')} late={shown.overdue ? t('overdue') : undefined}>
                  {shown.review_on === null ? t('notYet') : formatDay(shown.review_on, today)}
                </Fact>
                <Fact name={t('lastDrill')}>{shown.last_drill === null ? t('never') : formatDay(shown.last_drill, today)}</Fact>
                <Fact name={t('lastReview')}>
                  {shown.last_review === null ? t('never') : formatDay(shown.last_review, today)}
                </Fact>
                <Fact name={t('open')}>
                  <OpenFindings contingency={contingency} n={shown.open} />
                </Fact>
              </dl>
              {'rounds.inspections' in access && (
                <p className="contingency-more">
                  <Link to={'/inspections' as never} search={{ contingency } as never}>
                    {t('drills')}
                  </Link>
                </p>
              )}
            </section>
            {versions.map((version) => (
              <Version key={version.id} version={version} holds={version.version === shown.in_force} />
            ))}
          </div>
        )}
      </Asked>
      {changing && line && newest && (
        <Suspense>
          <ContingencyForm place={line.place} before={{ line, newest }} onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </>
  )
}

function Fact({ name, late, children }: { name: string; late?: string | undefined; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children} {late && <Tag tone="not">{late}</Tag>}
      </dd>
    </div>
  )
}

function Version({ version, holds }: { version: ContingencyVersion; holds: boolean }) {
  const { t } = useTranslation('contingencies')
  const today = dayOf(useNow())
  const title = t('versionTitle', { count: version.version, n: version.version })
  const written = { day: formatDay(dayOf(version.at), today), by: version.by ?? '' }
  return (
    <section className="card" aria-label={title}>
      <h2 className="card-head">
        {title}{' '}
        {holds ? (
          <Tag tone="done">{t('holds')}</Tag>
        ) : version.approved ? (
          <Tag>{t('before')}</Tag>
        ) : (
          <Tag tone="due">{t('waits')}</Tag>
        )}
      </h2>
      {version.changed !== '' && <p className="contingency-text">{t('changedIs', { text: version.changed })}</p>}
      <p className="contingency-text">{version.content}</p>
      {version.triggers.length > 0 && (
        <>
          <h3 className="contingency-part">{t('triggers')}</h3>
          <ul className="contingency-lines">
            {version.triggers.map((trigger) => (
              <li key={trigger}>{trigger}</li>
            ))}
          </ul>
        </>
      )}
      {version.partners.length > 0 && (
        <>
          <h3 className="contingency-part">{t('partners')}</h3>
          <ul className="contingency-lines">
            {version.partners.map(({ name, does }) => (
              <li key={`${name} ${does}`}>
                <b>{name}</b> {does}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="contingency-text quiet">
        {version.responsible && t('responsibleIs', { name: version.responsible })} {t('written', written)}{' '}
        {version.approved &&
          t('approvedBy', { by: version.approved.by ?? '', day: formatDay(dayOf(version.approved.at), today) })}
      </p>
    </section>
  )
}
