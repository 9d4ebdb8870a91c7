import { readReceipt } from '@wangdi/domain/people/arrival/arrival.api.ts'
import type { Arrival } from '@wangdi/domain/people/arrival/arrival.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { PanelPart, SidePanel } from '../../lists/SidePanel.tsx'
import { DoorLink } from '../../lists/ways/DoorLink.tsx'
import { PersonLink } from '../../lists/ways/PersonLink.tsx'
import { ask } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'
import { Unmask } from '../../lists/unmask/Unmask.tsx'
import { Origin } from './ArrivalTable.tsx'
import { CheckForm } from './CheckForm.tsx'

/** One arrival: the journey, how the person was matched, the receipt, and confirming the origin. */
export function ArrivalPanel({ arrival, onClose }: { arrival: Arrival; onClose: () => void }) {
  const { t } = useTranslation('arrivals')
  const { access } = useSession()
  const today = dayOf(useNow())
  const [checking, setChecking] = useState(false)
  const yes = (said: boolean | null) => (said === null ? t('form.notAsked') : said ? t('form.yes') : t('form.no'))
  const { left_origin_on, transport, companions, note } = arrival
  return (
    <SidePanel label={t('panel.label')} title={<PersonLink person={arrival.person} name={arrival.name} />} onClose={onClose}>
      <PanelPart>
        <dl className="list-facts">
          <dt>{t('arrivedOn')}</dt>
          <dd>
            {formatDay(arrival.arrived_on, today)} {t(`states.${arrival.state}`)}
          </dd>
          <dt>{t('origin')}</dt>
          <dd>{arrival.origin}</dd>
          <dt>{t('kind')}</dt>
          <dd>
            <Origin arrival={arrival} />
          </dd>
          <dt>{t('panel.left')}</dt>
          <dd>{left_origin_on === null ? '—' : formatDay(left_origin_on, today)}</dd>
          <dt>{t('panel.transport')}</dt>
          <dd>{transport || '—'}</dd>
          <dt>{t('companions')}</dt>
          <dd>{companions === null ? '—' : t('companionsCount', { count: companions })}</dd>
          <dt>{t('panel.point')}</dt>
          <dd>{yes(arrival.point_to_point)}</dd>
          <dt>{t('panel.proof')}</dt>
          <dd>{yes(arrival.health_proof)}</dd>
          <dt>{t('door')}</dt>
          <dd>{arrival.door ? <DoorLink dwelling={arrival.dwelling} door={arrival.door} /> : t('noDoor')}</dd>
          <dt>{t('form.phone')}</dt>
          <dd>
            <Unmask person={arrival.person} field="phone" masked={arrival.phone} />
          </dd>
          <dt>{t('reportedBy')}</dt>
          <dd>{t(`reporters.${arrival.reported_by}`)}</dd>
          <dt>{t('panel.match')}</dt>
          <dd>{t(`panel.matches.${arrival.match}`)}</dd>
          {note && (
            <>
              <dt>{t('panel.note')}</dt>
              <dd>{note}</dd>
            </>
          )}
        </dl>
      </PanelPart>
      {'people.arrival-receipt' in access && <Receipt id={arrival.id} today={today} />}
      {'people.check-arrival' in access && (
        <PanelPart>
          {checking ? (
            <CheckForm arrival={arrival} onDone={() => setChecking(false)} />
          ) : (
            <div className="list-actions">
              <Button type={arrival.origin_confirmed_by === null ? 'primary' : 'default'} onClick={() => setChecking(true)}>
                {arrival.origin_confirmed_by === null ? t('check.button') : t('check.again')}
              </Button>
            </div>
          )}
        </PanelPart>
      )}
      {'observation.propose' in access && arrival.state === 'arrived' && (
        <PanelPart>
          <Link to="/observation/new" search={{ person: arrival.person, arrival: arrival.id } as never}>
            {t('panel.observe')} ›
          </Link>
        </PanelPart>
      )}
    </SidePanel>
  )
}

function Receipt({ id, today }: { id: string; today: string }) {
  const { t } = useTranslation('arrivals')
  const answer = useQuery(ask(readReceipt, { id }))
  return (
    <PanelPart title={t('panel.receipt')}>
      <Asked answer={answer} rows={1}>
        {(receipt) => (
          <p>
            {t('panel.receiptNumber', {
              number: receipt.number,
              at: formatMoment(receipt.received_at, today),
              by: receipt.received_by,
            })}
          </p>
        )}
      </Asked>
    </PanelPart>
  )
}
