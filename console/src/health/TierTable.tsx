import type { TierRow } from '@wangdi/domain/health/health.api.ts'
import type { Colour } from '@wangdi/domain/health/health.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { dayOf, formatDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { DoorLink } from '../lists/ways/DoorLink.tsx'
import { PersonLink } from '../lists/ways/PersonLink.tsx'
import { useSession } from '../shell/session.ts'
import { ColourMark } from './ColourMark.tsx'

export type TierLine = Static<typeof TierRow>

/** People with what is known, the colour proposed, what the doctor decided, and how often contact is due. */
export function TierTable({
  rows,
  onDecide,
  onRecord,
}: {
  rows: readonly TierLine[]
  onDecide: (row: TierLine) => void
  onRecord: (row: TierLine) => void
}) {
  const { t } = useTranslation('health')
  const { access } = useSession()
  return (
    <div className="list-scroll">
      <table className="list-table stack">
        <thead>
          <tr>
            <th>{t('name')}</th>
            <th>{t('age')}</th>
            <th>{t('door')}</th>
            <th>{t('known')}</th>
            <th>{t('proposed')}</th>
            <th>{t('decided')}</th>
            <th>{t('contact')}</th>
            <th>
              <span className="only-read">{t('act')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.person}>
              <td>
                <PersonLink person={row.person} name={row.name} />
              </td>
              <td data-label={t('age')}>{row.age ?? '—'}</td>
              <td>
                <DoorLink dwelling={row.dwelling} door={row.door || '—'} />
              </td>
              <td>
                <Known row={row} />
              </td>
              <td data-label={t('proposed')}>
                <ColourMark colour={row.proposal.value as Colour | null} absent={t('noProposal')} />
              </td>
              <td data-label={t('decided')}>
                <Decided row={row} />
              </td>
              <td className="nowrap" data-label={t('contact')}>
                {row.every_days === null ? (
                  <span className="quiet">—</span>
                ) : row.every_days === 1 ? (
                  t('daily')
                ) : (
                  t('everyDays', { count: row.every_days, days: row.every_days })
                )}
              </td>
              <td className="end">
                <span className="tier-acts">
                  {'health.record-facts' in access && (
                    <button type="button" className="w-link" onClick={() => onRecord(row)}>
                      {t('record.button')}
                    </button>
                  )}
                  <button type="button" className="w-link" onClick={() => onDecide(row)}>
                    {'health.confirm-colour' in access
                      ? row.state === 'confirmed'
                        ? t('again')
                        : t('confirm')
                      : t('decide.why')}
                  </button>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Known({ row }: { row: TierLine }) {
  const { t } = useTranslation('health')
  const today = dayOf(useNow())
  const { disease, doses, infected_since, doctor } = row.health
  return (
    <span className="tier-known">
      <span className={disease === null ? 'tier-missing' : undefined}>
        {disease === null ? t('diseaseUnknown') : t(`disease.${disease}`)}
      </span>
      {t('comma')}
      <span className={doses === null ? 'tier-missing' : undefined}>
        {doses === null ? t('dosesUnknown') : t('doses', { count: doses, doses })}
      </span>
      {doctor !== null && (
        <>
          {t('comma')}
          <span className="quiet">{t('familyDoctor', { doctor })}</span>
        </>
      )}
      {infected_since && <Tag tone="not">{t('infectedSince', { day: formatDay(infected_since, today) })}</Tag>}
    </span>
  )
}

function Decided({ row }: { row: TierLine }) {
  const { t } = useTranslation('health')
  const today = dayOf(useNow())
  if (!row.decision) return <span className="quiet">{t('open')}</span>
  return (
    <span className="tier-known" title={row.decision.reason}>
      <ColourMark colour={row.decision.colour} />{' '}
      <span className="quiet small">{t('by', { by: row.decision.by, at: formatMoment(row.decision.at, today) })}</span>{' '}
      {row.state === 'changed' && <Tag tone="due">{t('changed')}</Tag>}
    </span>
  )
}
