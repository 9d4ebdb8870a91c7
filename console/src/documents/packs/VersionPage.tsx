import './packs.css'
import { readVersion } from '@wangdi/domain/documents/packs.api.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { Asked } from '../../lists/Asked.tsx'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

/** A published version: who signed it, its text as it was published, and the other versions of the pack. */
export default function VersionPage() {
  const { t } = useTranslation('packs')
  const say = useSaying()
  const go = useNavigate()
  const { access } = useSession()
  const { pack = '' } = useParams({ strict: false }) as { pack?: string }
  const asked = useSearch({ strict: false }) as { version?: unknown }
  const version = Number(asked.version)
  const answer = useQuery(ask(readVersion, Number.isInteger(version) && version > 0 ? { pack, version } : { pack }))
  const line = answer.data?.line
  return (
    <>
      <div className="title">
        <h1>{line ? say(line.title) : t('pack')}</h1>
        {line && <span className="note">{t('versionN', { count: line.version, n: line.version })}</span>}
        <div className="actions">
          <Link to={'/packs' as never}>{t('back')}</Link>
          {line && 'documents.save-draft' in access && (
            <Button
              onClick={() =>
                void go({ to: '/packs/draft/$draft', params: { draft: newId() }, search: { new: line.place, of: pack } } as never)
              }
            >
              {t('change')}
            </Button>
          )}
        </div>
      </div>
      <Asked answer={answer}>
        {({ line: shown, body, cases, versions }) => (
          <div className="list-stack">
            <section className="card pack-bar" aria-label={t('version')}>
              <Tag tone={shown.state === 'in-force' ? 'done' : 'plain'}>{t(`is.${shown.state}`)}</Tag>
              <span>
                {shown.document} · {say(shown.authority)}
              </span>
              <span>
                {shown.from} – {shown.until ?? t('open')}
              </span>
              <span>
                {shown.source === 'house'
                  ? t('system')
                  : t('twoPersons', { first: shown.submitted_by, second: shown.published_by })}
              </span>
              <small>{t('signed', { key: shown.key })}</small>
              {versions.length > 1 && (
                <nav className="end" aria-label={t('published')}>
                  {versions.map((other) => (
                    <Link
                      key={other.version}
                      to={'/packs/version/$pack' as never}
                      params={{ pack } as never}
                      search={{ version: other.version } as never}
                    >
                      {t('versionN', { count: other.version, n: other.version })}
                    </Link>
                  ))}
                </nav>
              )}
            </section>
            <section className="card" aria-label={t('rules')}>
              <h2 className="card-head">{t('rules')}</h2>
              <pre className="pack-text" tabIndex={0}>
                {body}
              </pre>
            </section>
            <section className="card" aria-label={t('cases')}>
              <h2 className="card-head">{t('cases')}</h2>
              <pre className="pack-text" tabIndex={0}>
                {cases}
              </pre>
            </section>
          </div>
        )}
      </Asked>
    </>
  )
}
