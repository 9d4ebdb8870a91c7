import { demandKinds, demandStates, refusalGrounds, rhythms, type Demand } from '@wangdi/domain/reports/demands/demand.ts'
import { readDemand } from '@wangdi/domain/reports/demands/demands.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { dayOf, formatDay, formatMoment, formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { PanelPart, SidePanel } from '../../lists/SidePanel.tsx'
import { ask } from '../../shell/call.ts'
import { PlaceName } from '../../shell/PlaceName.tsx'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { Decide, Renew, Withdraw } from './DecideForm.tsx'
import { Fresh, Held, Objections } from './Said.tsx'

/** One demand beside the list: its basis, what the house answers itself, who asks the same, what became of it, and what is to be done. */
export function DemandPanel({ id, place, onClose }: { id: string; place: string; onClose: () => void }) {
  const { t } = useTranslation('demands')
  const say = useSaying()
  const { access, account } = useSession()
  const answer = useQuery(ask(readDemand, { id, place }))
  const demand = answer.data?.demand
  return (
    <SidePanel
      title={demand?.title ?? t('panel')}
      mark={demand && <Tag>{say(demandStates[demand.state])}</Tag>}
      label={t('panel')}
      onClose={onClose}
    >
      <Asked answer={answer} rows={6}>
        {({ demand: shown, judgement, figures, least }) => {
          const open = shown.state === 'waiting' || shown.state === 'told'
          const mayDecide = 'reports.decide-demand' in access && place.startsWith(account.place)
          return (
            <>
              <PanelPart>
                <Facts demand={shown} />
              </PanelPart>
              {shown.items.length > 0 && (
                <PanelPart title={t('heldTitle')}>
                  <Held items={shown.items} figures={figures} least={least} />
                </PanelPart>
              )}
              {shown.new_items.length > 0 && (
                <PanelPart title={t('freshTitle')}>
                  <Fresh items={shown.new_items} />
                </PanelPart>
              )}
              <PanelPart title={t('overlapTitle')}>
                {judgement.overlaps.length === 0 ? (
                  <p className="quiet small">{t('noOverlap')}</p>
                ) : (
                  <Objections judgement={{ grounds: [], overlaps: judgement.overlaps }} />
                )}
              </PanelPart>
              <PanelPart title={t('acts')}>
                <Acts demand={shown} />
              </PanelPart>
              {open && mayDecide && (
                <PanelPart title={t('decide.title')}>
                  <Decide demand={shown} county={account.place} overlaps={judgement.overlaps} />
                </PanelPart>
              )}
              {!open && mayDecide && shown.acts.some(({ kind }) => kind === 'accepted') && shown.state !== 'ended' && (
                <PanelPart title={t('renew.title')}>
                  <Renew demand={shown} county={account.place} />
                </PanelPart>
              )}
              {shown.place === account.place &&
                shown.origin === 'asker' &&
                'reports.end-demand' in access &&
                (open || shown.state === 'accepted') && (
                  <PanelPart title={t('end.title')}>
                    <Withdraw demand={shown} />
                  </PanelPart>
                )}
            </>
          )
        }}
      </Asked>
    </SidePanel>
  )
}

function Facts({ demand }: { demand: Demand }) {
  const { t } = useTranslation('demands')
  const say = useSaying()
  const today = dayOf(useNow())
  const asked = demand.origin === 'asker'
  const lines: [string, React.ReactNode][] = [
    [t('column.asker'), demand.asker],
    [t('column.kind'), say(demandKinds[demand.kind])],
    ...(asked
      ? ([
          [t('basis'), demand.document || t('noBasis')],
          [t('purpose'), demand.purpose || t('noBasis')],
          [t('ground'), demand.ground || t('noBasis')],
        ] as [string, React.ReactNode][])
      : []),
    [
      t('scope'),
      demand.scope.map((code, at) => (
        <span key={code}>
          {at > 0 && '、'}
          <PlaceName code={code} />
        </span>
      )),
    ],
    [
      t('column.term'),
      demand.until
        ? `${formatDay(demand.from, today)} – ${formatDay(demand.until, today)}`
        : t('fromOn', { day: formatDay(demand.from, today) }),
    ],
    [
      t('times'),
      t('timesOf', {
        count: demand.minutes,
        rhythm: demand.rhythm ? say(rhythms[demand.rhythm]) : t('noRhythm'),
        minutes: demand.minutes === null ? t('noMinutes') : t('minutes', { n: demand.minutes }),
      }),
    ],
    ...(demand.kind === 'task' && asked
      ? ([
          [t('money'), demand.money ? t('moneyOf', { n: formatNumber(demand.money), from: demand.money_from }) : t('noMoney')],
        ] as [string, React.ReactNode][])
      : []),
  ]
  return (
    <>
      {!asked && <p className="quiet small">{t('told')}</p>}
      <dl className="demands-facts">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Acts({ demand }: { demand: Demand }) {
  const { t } = useTranslation('demands')
  const say = useSaying()
  const today = dayOf(useNow())
  return (
    <ul className="demands-list">
      <li>{t('filed', { by: demand.filed_by, at: formatMoment(demand.filed_at, today) })}</li>
      {demand.acts.map((act) => (
        <li key={`${act.kind} ${act.at}`}>
          {t(`act.${act.grounds.length > 0 ? 'refusedDesk' : act.kind}`, {
            by: act.by,
            reason: act.reason,
            until: act.until ? formatDay(act.until, today) : '',
          })}
          {act.grounds.length > 0 && <small>{act.grounds.map((ground) => say(refusalGrounds[ground])).join('；')}</small>}
          <small>{formatMoment(act.at, today)}</small>
        </li>
      ))}
    </ul>
  )
}
