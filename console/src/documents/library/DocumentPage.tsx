import './library.css'
import { confirmReceipt, getDocument } from '@wangdi/domain/documents/documents.api.ts'
import type { DocumentLine } from '@wangdi/domain/documents/documents.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { rowsSaid } from '../../lists/Counted.tsx'
import { useAskFirst } from '../../lists/asking/ask-first.tsx'
import { ask, useCommand } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { Originals } from './Originals.tsx'
import { Reached } from './Reached.tsx'
import { Tasks } from './Tasks.tsx'

const ReplaceForm = lazy(() => import('./ReplaceForm.tsx'))

/** One document: what it says in plain words, who must do what, which rules and tiers rest on it, and the original. */
export default function DocumentPage() {
  const { t } = useTranslation('library')
  const say = useSaying()
  const place = useLookedAt()
  const today = dayOf(useNow())
  const { access, account } = useSession()
  const [replacing, setReplacing] = useState(false)
  const { document = '' } = useParams({ strict: false }) as { document?: string }
  const answer = useQuery(ask(getDocument, { document, place }))
  const confirming = useCommand(confirmReceipt, ['documents.get', 'documents.list', 'documents.reached'])
  const sure = useAskFirst()
  const line = answer.data?.document
  const confirmAsked = () =>
    sure.ask({
      title: t('confirmSure'),
      follows: t('confirmFollows'),
      yes: t('confirm'),
      act: () => confirming.mutate({ document }),
    })
  const own = line?.source === 'person' && line.place.startsWith(account.place)
  const replaces = own && line.replaced_by === null && 'documents.replace' in access
  return (
    <>
      <div className="title">
        <h1>{line ? say(line.title) : t('title')}</h1>
        {line && <span className="note">{line.number}</span>}
        <div className="actions">
          <Link to={'/library' as never}>{t('back')}</Link>
          {replaces && <Button onClick={() => setReplacing(true)}>{t('replacing')}</Button>}
          {line && 'documents.confirm-receipt' in access && line.read_at === null && (
            <Button type="primary" loading={confirming.isPending} onClick={confirmAsked}>
              {t('confirm')}
            </Button>
          )}
        </div>
      </div>
      {confirming.error ? <ErrorLine problem={confirming.error} /> : null}
      {sure.question}
      <Asked answer={answer}>
        {({ document: shown, files, tasks, citing, tiers, follows, followed_by: followedBy }) => (
          <div className="list-stack">
            <section className="card" aria-label={t('summary')}>
              <h2 className="card-head">{t('summary')}</h2>
              <p className="library-summary">{say(shown.summary)}</p>
              <dl className="library-facts">
                <Fact name={t('issuer')} value={say(shown.issuer)} />
                <Fact name={t('issued')} value={shown.issued_on} />
                {shown.valid_from && <Fact name={t('from')} value={shown.valid_from} />}
                {shown.valid_until && <Fact name={t('until')} value={shown.valid_until} />}
                {shown.read_at && <Fact name={t('read')} value={t('readOn', { day: formatDay(dayOf(shown.read_at), today) })} />}
              </dl>
              {shown.replaced_by && (
                <p className="library-summary">
                  <Tag>{t('replaced', { day: shown.replaced_by.from })}</Tag>{' '}
                  <Link to={'/library/$document' as never} params={{ document: shown.replaced_by.document } as never}>
                    {t('seeReplacing')}
                  </Link>
                </p>
              )}
              <Others title={t('follows')} documents={follows} />
              <Others title={t('followedBy')} documents={followedBy} />
            </section>
            {tasks.length > 0 && <Tasks tasks={tasks} place={place} />}
            {'documents.reached' in access && place.length < 12 && <Reached document={document} place={place} />}
            {tiers.length > 0 && (
              <section className="card" aria-label={t('tiers')}>
                <h2 className="card-head">{t('tiers')}</h2>
                <ul className="library-rules">
                  {tiers.map((tier) => (
                    <li key={`${tier.pack} ${tier.tier}`}>
                      <b>{say(tier.name)}</b> {say(tier.strategy)}{' '}
                      {tier.follows && <small>{t('tierFollows', { plan: say(tier.follows) })}</small>}
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <Originals document={shown} files={files} />
            <section className="card" aria-label={t('rules')} {...rowsSaid('rules', citing.length)}>
              <h2 className="card-head">{t('citing', { count: citing.length, n: citing.length })}</h2>
              {citing.length === 0 ? (
                <Empty>{t('noCiting')}</Empty>
              ) : (
                <ul className="library-rules">
                  {citing.map((rule) => (
                    <li key={`${rule.pack} ${rule.rule}`}>
                      {say(rule.text)}{' '}
                      <small>
                        {rule.pack} · {rule.section}
                      </small>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          </div>
        )}
      </Asked>
      {replacing && (
        <Suspense>
          <ReplaceForm document={document} place={place} onClose={() => setReplacing(false)} />
        </Suspense>
      )}
    </>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Others({ title, documents }: { title: string; documents: readonly DocumentLine[] }) {
  const say = useSaying()
  if (documents.length === 0) return null
  return (
    <p className="library-summary">
      {title}{' '}
      {documents.map(({ id, title: name }) => (
        <Link key={id} className="library-other" to={'/library/$document' as never} params={{ document: id } as never}>
          {say(name)}
        </Link>
      ))}
    </p>
  )
}
