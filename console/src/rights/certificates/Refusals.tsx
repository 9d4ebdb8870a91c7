import { shortName } from '@wangdi/domain/places/places.ts'
import { refusedCertificateWords } from '@wangdi/domain/rights/certificates/certificate.ts'
import { demandWords } from '@wangdi/domain/rights/certificates/certificate.rules.ts'
import { listRefusedCertificates } from '@wangdi/domain/rights/certificates/certificates.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatMoment, formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../../lists/Asked.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

type Log = Static<typeof listRefusedCertificates.reply>

/** Demands that were refused: how often each body asked, and each of them, newest first. */
export function Refusals({ place }: { place: string }) {
  const { t } = useTranslation('certificates')
  const [page, setPage] = usePage(place)
  const answer = useQuery({ ...ask(listRefusedCertificates, { place, page }), placeholderData: keepPreviousData })
  return (
    <section className="card" aria-label={t('log.title')}>
      <div className="card-head">
        <h2>{t('log.title')}</h2>
        <span className="sub">{t('log.lead')}</span>
      </div>
      <Asked answer={answer} rows={3}>
        {(log) =>
          log.rows.length === 0 ? (
            <Empty>{t('log.none')}</Empty>
          ) : (
            <>
              <Counted log={log} />
              <Table rows={log.rows} withPlace={place.length < 12} />
              <Pager
                page={page}
                total={log.total}
                unit={(count) => t('times', { count })}
                order={t('newest')}
                busy={answer.isPlaceholderData}
                onPage={setPage}
              />
            </>
          )
        }
      </Asked>
    </section>
  )
}

function Counted({ log }: { log: Log }) {
  const { t } = useTranslation('certificates')
  const say = useSaying()
  return (
    <div className="certificates-counted">
      <ul aria-label={t('log.byBody')}>
        {log.by_body.map(({ asked_by, times, communities }) => (
          <li key={asked_by}>
            {asked_by} <b>{t('log.times', { count: times, shown: formatNumber(times) })}</b>{' '}
            {communities > 1 && (
              <small className="quiet">{t('log.communities', { count: communities, shown: formatNumber(communities) })}</small>
            )}
          </li>
        ))}
      </ul>
      <ul aria-label={t('log.byCertificate')}>
        {log.by_certificate.map(({ certificate, times }) => (
          <li key={certificate}>
            {say(refusedCertificateWords[certificate])} <b>{t('log.times', { count: times, shown: formatNumber(times) })}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Table({ rows, withPlace }: { rows: Log['rows']; withPlace: boolean }) {
  const { t } = useTranslation('certificates')
  const say = useSaying()
  const today = dayOf(useNow())
  return (
    <div className="list-scroll">
      <table className="list-table">
        <thead>
          <tr>
            <th>{t('refuse.which')}</th>
            <th>{t('askedBy')}</th>
            {withPlace && <th>{t('log.where')}</th>}
            <th>{t('log.when')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="certificates-said">{say(demandWords(row.certificate, row.wording))}</td>
              <td className="certificates-said">{row.asked_by}</td>
              {withPlace && <td>{shortName(row.place_name)}</td>}
              <td className="nowrap">
                {formatMoment(row.at, today)} <small className="quiet">{row.by}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
