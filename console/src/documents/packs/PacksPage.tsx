import './packs.css'
import { listDrafts, listVersions, type VersionLine } from '@wangdi/domain/documents/packs.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { Asked } from '../../lists/Asked.tsx'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { PlaceName } from '../../shell/PlaceName.tsx'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { idIn, listCopies } from './keeping/local-copy.ts'

/** 规则包: the versions that hold where one works, and the drafts that wait. */
export default function PacksPage() {
  const { t } = useTranslation('packs')
  const place = useLookedAt()
  const { access } = useSession()
  const go = useNavigate()
  const writes = 'documents.save-draft' in access
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">{t('note')}</span>
        {writes && (
          <div className="actions">
            <Button
              type="primary"
              onClick={() => void go({ to: '/packs/draft/$draft', params: { draft: newId() }, search: { new: place } } as never)}
            >
              {t('write')}
            </Button>
          </div>
        )}
      </div>
      <div className="list-stack">
        {writes && <LeftHere />}
        {writes && <Drafts place={place} />}
        <Versions place={place} />
      </div>
    </>
  )
}

/** Drafts of which this machine has something that never reached the server. */
function LeftHere() {
  const { t } = useTranslation('packs')
  const { account } = useSession()
  const [copies] = useState(() => listCopies(account.id))
  if (copies.length === 0) return null
  return (
    <section className="pack-note" aria-label={t('leftHere')}>
      {t('leftHere')}{' '}
      {copies.map(({ draft, copy }) => (
        <Link
          key={draft}
          to={'/packs/draft/$draft' as never}
          params={{ draft } as never}
          search={(copy.edition === 0 ? { new: copy.place, template: 'adding' } : {}) as never}
        >
          {idIn(copy.texts.body, t('untitled'))}
        </Link>
      ))}
    </section>
  )
}

function Drafts({ place }: { place: string }) {
  const { t } = useTranslation('packs')
  const today = dayOf(useNow())
  const answer = useQuery(ask(listDrafts, { place }))
  return (
    <section className="card" aria-label={t('drafts')}>
      <h2 className="card-head">{t('drafts')}</h2>
      <Asked answer={answer} rows={2}>
        {({ drafts }) =>
          drafts.length === 0 ? (
            <Empty>{t('noDrafts')}</Empty>
          ) : (
            <div className="list-scroll">
              <table className="list-table stack">
                <thead>
                  <tr>
                    <th>{t('pack')}</th>
                    <th>{t('state')}</th>
                    <th>{t('holds')}</th>
                    <th>{t('saved')}</th>
                  </tr>
                </thead>
                <tbody>
                  {drafts.map((draft) => (
                    <tr key={draft.id}>
                      <td>
                        <Link to={'/packs/draft/$draft' as never} params={{ draft: draft.id } as never}>
                          {draft.pack}
                        </Link>
                      </td>
                      <td data-label={t('state')}>
                        <Tag tone={draft.state === 'submitted' ? 'due' : 'plain'}>{t(`is.${draft.state}`)}</Tag>
                      </td>
                      <td data-label={t('holds')}>{draft.place ? <PlaceName code={draft.place} /> : t('nation')}</td>
                      <td data-label={t('saved')}>
                        {draft.saved_by} {formatDay(dayOf(Date.parse(draft.saved_at)), today)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Asked>
    </section>
  )
}

const tones = { 'in-force': 'done', coming: 'due', past: 'plain', overtaken: 'plain' } as const

function Versions({ place }: { place: string }) {
  const { t } = useTranslation('packs')
  const answer = useQuery(ask(listVersions, { place }))
  const order = Object.keys(tones)
  return (
    <section className="card" aria-label={t('published')}>
      <h2 className="card-head">{t('published')}</h2>
      <Asked answer={answer}>
        {({ packs, day }) =>
          packs.length === 0 ? (
            <Empty>{t('noPacks')}</Empty>
          ) : (
            <div className="list-scroll">
              <table className="list-table stack">
                <thead>
                  <tr>
                    <th>{t('pack')}</th>
                    <th>{t('version')}</th>
                    <th>{t('state')}</th>
                    <th>{t('holds')}</th>
                    <th>{t('from')}</th>
                    <th>{t('until')}</th>
                    <th>{t('by')}</th>
                  </tr>
                </thead>
                <tbody>
                  {packs
                    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
                    .map((line) => (
                      <VersionRow key={`${line.pack} ${line.version}`} line={line} day={day} />
                    ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Asked>
    </section>
  )
}

function VersionRow({ line, day }: { line: VersionLine; day: string }) {
  const { t } = useTranslation('packs')
  const say = useSaying()
  return (
    <tr>
      <td>
        <Link
          to={'/packs/version/$pack' as never}
          params={{ pack: line.pack } as never}
          search={{ version: line.version } as never}
        >
          {say(line.title)}
        </Link>
      </td>
      <td data-label={t('version')}>{line.version}</td>
      <td className="nowrap" data-label={t('state')}>
        <Tag tone={tones[line.state]}>{t(`is.${line.state}`)}</Tag>
      </td>
      <td data-label={t('holds')}>{line.place ? <PlaceName code={line.place} /> : t('nation')}</td>
      <td className="nowrap" data-label={t('from')}>
        {formatDay(line.from, day)}
      </td>
      <td className="nowrap" data-label={t('until')}>
        {line.until ? formatDay(line.until, day) : t('open')}
      </td>
      <td data-label={t('by')}>
        {line.source === 'house' ? t('system') : t('twoPersons', { first: line.submitted_by, second: line.published_by })}
      </td>
    </tr>
  )
}
