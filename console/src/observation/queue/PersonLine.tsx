import type { QueueRow } from '@wangdi/domain/observation/queue/queue.ts'
import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { formatMoment } from '@wangdi/ui/words/format.ts'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { shortName } from '@wangdi/domain/places/places.ts'
import { DoorLink } from '../../lists/ways/DoorLink.tsx'
import { usePlaceName } from '../../shell/PlaceName.tsx'
import { usePhases } from './term.tsx'

/** One person of the queue: ticked or not, where they stay, who checked, and what is proposed, decided or still open. */
export function PersonLine({
  row,
  place,
  today,
  heading,
  counts,
  ticked,
  opened,
  onTick,
  onOpen,
}: {
  row: QueueRow
  place: string
  today: string
  heading: 'exceptions' | 'usual' | undefined
  counts: { exceptions: number; usual: number }
  /** Undefined where the person cannot be chosen with others. */
  ticked: boolean | undefined
  opened: boolean
  onTick: (on: boolean) => void
  onOpen: () => void
}) {
  const { t } = useTranslation('queue')
  return (
    <>
      {heading && (
        <tr className="queue-heading">
          <th colSpan={5} scope="rowgroup">
            <b>
              {heading === 'exceptions'
                ? t('exceptionsFirst', { count: counts.exceptions })
                : t('usual', { count: counts.usual })}
            </b>{' '}
            <span className="quiet">{t(heading === 'exceptions' ? 'exceptionsNote' : 'usualNote')}</span>
          </th>
        </tr>
      )}
      <tr className={opened ? 'on' : undefined} data-arrival={row.arrival}>
        <td className="queue-tick">
          {ticked !== undefined && (
            <Checkbox
              aria-label={t('tick', { name: row.name })}
              checked={ticked}
              onChange={(event) => onTick(event.target.checked)}
            />
          )}
        </td>
        <td className="queue-who">
          <button
            type="button"
            className={row.exceptions.length > 0 ? 'w-link list-name queue-exception' : 'w-link list-name'}
            aria-pressed={opened}
            onClick={onOpen}
          >
            {row.name}
          </button>{' '}
          <small className="quiet">
            {row.sex && t(`sex.${row.sex}`)} {row.age ?? ''}
          </small>
        </td>
        <td className="queue-door">
          {row.door ? <DoorLink dwelling={row.dwelling} door={row.door} /> : <span className="quiet">{t('noDoor')}</span>}
          {place.length < 12 && (
            <small className="quiet">
              <Community code={row.community} />
            </small>
          )}
        </td>
        <td className={row.checked ? 'queue-checked' : 'queue-checked none'}>
          {row.checked ? (
            <StateMark state="done">
              {row.checked.by} {formatMoment(row.checked.at, today)}
            </StateMark>
          ) : (
            <span className="quiet">—</span>
          )}
        </td>
        <td className="queue-result">
          <Result row={row} today={today} />
        </td>
      </tr>
    </>
  )
}

const Community = ({ code }: { code: string }) => shortName(usePlaceName(code))

function Result({ row, today }: { row: QueueRow; today: string }) {
  const { t } = useTranslation('queue')
  const phases = usePhases()
  const { proposal, decision, exceptions, to_check, sent_back, unanswered } = row
  if (decision)
    return (
      <>
        <b>{decision.number ?? t('registered')}</b>
        <small className="quiet">{t('decidedBy', { by: decision.by, at: formatMoment(decision.at, today) })}</small>
        {decision.outcome === 'ordered' && !decision.delivered && <small className="queue-open">{t('undelivered')}</small>}
      </>
    )
  return (
    <>
      {proposal && (
        <b className={row.stage === 'decide' ? 'queue-proposed' : undefined}>
          {proposal.last_day === null ? t('noRule') : phases(proposal.phases, proposal.counts_from)}
        </b>
      )}
      {row.stage === 'out' && <b>{t('registered')}</b>}
      {row.stage === 'over' && <small className="quiet">{t('stageNote.over')}</small>}
      {exceptions.length > 0 && (
        <small className="queue-open">{exceptions.map((one) => t(`exception.${one}`)).join(t('comma'))}</small>
      )}
      {to_check && <small className="queue-open">{t(`toCheck.${to_check}`)}</small>}
      {sent_back && (
        <small className="queue-open">
          {t('sentBack', { at: formatMoment(sent_back.at, today), by: sent_back.by, why: sent_back.why })}
        </small>
      )}
      {unanswered > 0 && (
        <small className="queue-open">
          {t('unanswered', { count: unanswered })}
          {unanswered >= 2 && ` · ${t('visit')}`}
        </small>
      )}
    </>
  )
}
