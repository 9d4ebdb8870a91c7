import { formatDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PersonLink } from '../../lists/ways/PersonLink.tsx'
import { useSession } from '../../shell/session.ts'
import type { EpisodeReply } from './episode.ts'

const items = ['own_room', 'own_toilet', 'handover_table', 'supplies', 'no_shared_air', 'waste'] as const

/** The right column: the order and its grounds, the written notice and its hand-over, the home, those who live there too. */
export function Order({ episode, today }: { episode: EpisodeReply; today: string }) {
  const { t } = useTranslation('observation')
  const { access } = useSession()
  const { proposal, notice } = episode
  return (
    <aside className="card observation-order" aria-label={t('order.title')}>
      <div className="observation-part">
        <h2>{t('order.title')}</h2>
        <p>
          <b>
            {episode.issuer} {episode.number}
          </b>
        </p>
        <p>{t('order.decided', { by: episode.decided_by, at: formatMoment(episode.decided_at, today) })}</p>
        <p>{t('order.dayZero', { day: formatDay(episode.day_zero, today) })}</p>
        <p>{episode.as_proposed ? t('order.asProposed') : t('order.otherwise', { reason: episode.reason })}</p>
        <p className="quiet">{episode.basis}</p>
        {proposal.source && (
          <p className="quiet small">
            {proposal.source.document}·{proposal.source.section}
          </p>
        )}
        {'plan.replay-term' in access && (
          <p>
            <Link to={'/replay' as never} search={{ term: episode.id } as never}>
              {t('order.replay')}
            </Link>
          </p>
        )}
      </div>
      <div className="observation-part">
        <h3>{t('notice.title')}</h3>
        <dl>
          {(['finding', 'measure', 'rights', 'contact'] as const).map((part) => (
            <div key={part}>
              <dt>{t(`notice.${part}`)}</dt>
              <dd>{notice[part]}</dd>
            </div>
          ))}
        </dl>
        {episode.deliveries.length === 0 && <StateMark state="not">{t('notice.undelivered')}</StateMark>}
        {episode.deliveries.map((one) => (
          <p key={one.id}>
            <StateMark state="done">{t(`way.${one.way}`)}</StateMark> {t(`receipt.${one.receipt}`)}{' '}
            <span className="quiet small">
              {one.by} {formatMoment(one.at, today)} {one.note}
            </span>
          </p>
        ))}
      </div>
      <div className="observation-part">
        <h3>{t('home.title')}</h3>
        {episode.homes.length === 0 && <p className="quiet">{t('home.none')}</p>}
        {episode.homes.map((home) => (
          <div key={home.id}>
            <p>
              {home.fit === null ? (
                <StateMark state="partial">{t('home.unsure')}</StateMark>
              ) : (
                <StateMark state={home.fit ? 'done' : 'not'}>{t(home.fit ? 'home.fit' : 'home.unfit')}</StateMark>
              )}{' '}
              <span className="quiet small">
                {formatDay(home.day, today)} {home.by} {home.with}
              </span>
            </p>
            <ul className="quiet small">
              {items
                .filter((item) => home.items[item] !== true)
                .map((item) => (
                  <li key={item}>
                    {t(`home.${item}`)}：{t(home.items[item] === false ? 'no' : 'home.notSeen')}
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
      {episode.co_residents.length > 0 && (
        <div className="observation-part">
          <h3>{t('order.together')}</h3>
          <ul>
            {episode.co_residents.map((one) => (
              <li key={one.person}>
                <PersonLink person={one.person} name={one.name} /> <span className="quiet">{one.relation}</span>{' '}
                {one.observed && <StateMark state="observation">{t('order.observed')}</StateMark>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </aside>
  )
}
