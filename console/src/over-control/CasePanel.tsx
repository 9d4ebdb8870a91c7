import { type CaseAct, findingKinds, missingParts, type OverControlCase } from '@wangdi/domain/plan/over-control/over-control.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { dayOf, formatDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PanelPart, SidePanel } from '../lists/SidePanel.tsx'
import { PlaceName } from '../shell/PlaceName.tsx'
import { useSaying } from '../shell/say.ts'
import { ActForm } from './ActForm.tsx'
import { CaseMark } from './CaseTable.tsx'
import { clockOf, spanOf, useRestriction } from './case-words.ts'

/** One restriction: why it is suspected, the facts, what was done, and what this office may do now. */
export function CasePanel({ one, onClose }: { one: OverControlCase; onClose: () => void }) {
  const { t } = useTranslation('over-control')
  const restriction = useRestriction()
  const [doing, setDoing] = useState<CaseAct['kind']>()
  const today = dayOf(useNow())
  return (
    <SidePanel title={restriction(one)} mark={<CaseMark one={one} />} label={t('panel.label')} onClose={onClose}>
      <Suspected one={one} />
      <PanelPart title={t('panel.facts')}>
        <dl className="list-facts">
          <dt>{t('panel.where')}</dt>
          <dd>
            <PlaceName code={one.place} /> {one.label}
          </dd>
          <dt>{t('panel.since')}</dt>
          <dd>{one.since && formatDay(one.since, today)}</dd>
          <dt>{t('panel.known')}</dt>
          <dd>{formatMoment(one.known_at, today)}</dd>
          <dt>{t('panel.told')}</dt>
          <dd>{one.told_as && one.source === 'control' ? t(`toldAs.${one.told_as}`) : t(`source.${one.source}`)}</dd>
          <dt>{t('panel.order')}</dt>
          <dd>{one.order || t('panel.noOrder')}</dd>
          {one.reason && (
            <>
              <dt>{t('panel.reason')}</dt>
              <dd>{one.reason}</dd>
            </>
          )}
          <dt>{clockOf(one, t)}</dt>
          <dd>{spanOf(one.hours, t)}</dd>
        </dl>
      </PanelPart>
      <PanelPart title={t('panel.acts')} end={one.due_on && t('panel.due', { day: formatDay(one.due_on, today) })}>
        {one.acts.length === 0 && <p className="quiet">{t('panel.noActs')}</p>}
        <ol className="over-control-acts">
          {one.acts.map((act) => (
            <Done key={act.id} act={act} today={today} />
          ))}
        </ol>
        {one.may.length > 0 && (
          <p className="list-actions over-control-do">
            {one.may.map((act) => (
              <Button key={act} danger={act === 'stop-ordered'} onClick={() => setDoing(act)}>
                {t(`do.${act}`)}
              </Button>
            ))}
          </p>
        )}
      </PanelPart>
      {doing && <ActForm one={one} act={doing} onClose={() => setDoing(undefined)} />}
    </SidePanel>
  )
}

function Suspected({ one }: { one: OverControlCase }) {
  const { t } = useTranslation('over-control')
  const say = useSaying()
  return (
    <PanelPart title={t('panel.limits')}>
      <ul className="over-control-limits">
        {one.findings.map(({ kind, limit, source, lacks }) => (
          <li key={kind + limit.zh}>
            <Tag tone="not">{say(findingKinds[kind])}</Tag> {say(limit)}
            {lacks.length > 0 && (
              <p className="over-control-lacks">
                {t('panel.lacks', { parts: lacks.map((part) => say(missingParts[part])).join(t('form.comma')) })}
              </p>
            )}
            {source && <small className="quiet">{t('panel.source', { ...source })}</small>}
          </li>
        ))}
      </ul>
    </PanelPart>
  )
}

function Done({ act, today }: { act: CaseAct; today: string }) {
  const { t } = useTranslation('over-control')
  const [from, until] = [act.period_from, act.period_until]
  return (
    <li>
      <p>
        <b>{t(`act.${act.kind}`)}</b>{' '}
        <small className="quiet">
          <PlaceName code={act.office} /> {`${act.by} ${formatMoment(act.at, today)}`}
        </small>
      </p>
      <p className="over-control-words">{act.words}</p>
      <p className="quiet small">
        {from && until && `${formatDay(from, today)}–${formatDay(until, today)} `}
        {act.due_on && `${t('panel.due', { day: formatDay(act.due_on, today) })} `}
        {act.stopped_on && `${t('stoppedOn', { day: formatDay(act.stopped_on, today) })} `}
        {[act.authority, act.number].filter(Boolean).join(' ')}
      </p>
    </li>
  )
}
