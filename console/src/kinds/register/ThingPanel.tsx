import type { RegisterVerbs, ThingWhole } from '@wangdi/domain/kinds/register/register.api.ts'
import {
  type RegisterAct,
  registerActs,
  type RegisterKind,
  thingActs,
  type ThingActName,
} from '@wangdi/domain/kinds/register/register.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../../lists/Asked.tsx'
import { PanelPart, SidePanel } from '../../lists/SidePanel.tsx'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { PhotoRoadContext } from '../file/photo-road.ts'
import { RecordButton } from '../paper/RecordSheet.tsx'
import { wholeDate } from '../paper/whole-date.ts'
import { NamesOfRecords } from '../pointing/aim.ts'
import { SaidList } from '../panel/SaidList.tsx'
import { ThingActForm } from './ThingActForm.tsx'
import { ThingMark } from './ThingMark.tsx'

const ThingForm = lazy(() => import('./ThingForm.tsx'))
type Whole = Static<typeof ThingWhole>

/** One thing: how it stands and on what basis, what is said of it, what was changed, and what this office may do now. */
export function ThingPanel({
  kind,
  verbs,
  id,
  onClose,
}: {
  kind: RegisterKind
  verbs: RegisterVerbs
  id: string
  onClose: () => void
}) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const today = dayOf(useNow())
  const answer = useQuery(ask(verbs.get, { id }))
  const whole = answer.data as Whole | undefined
  const [doing, setDoing] = useState<RegisterAct>()
  const endpoint = doing && verbs.acts[doing]
  const close = () => setDoing(undefined)
  return (
    <SidePanel
      title={whole?.row.title ?? say(kind.words)}
      mark={whole && <ThingMark kind={kind} row={whole.row} />}
      label={t('panel')}
      onClose={onClose}
    >
      <Asked answer={{ ...answer, data: whole }}>
        {({ row, fields, names, acts, may, last_at }) => (
          <NamesOfRecords value={names}>
            {row.own && row.basis && row.own_since && (
              <PanelPart title={t('thing.state')} end={t('thing.since', { day: formatDay(row.own_since, today) })}>
                <p>{row.basis}</p>
              </PanelPart>
            )}
            <PanelPart title={t('said')}>
              <PhotoRoadContext value={{ kind: kind.name }}>
                <SaidList fields={kind.fields} values={fields} />
              </PhotoRoadContext>
            </PanelPart>
            <PanelPart title={t('acts')}>
              <ol className="kinds-acts">
                {acts.map((act) => {
                  const state = act.state && kind.states?.[act.state]
                  return (
                    <li key={act.id}>
                      <span className="quiet">{formatMoment(act.at, today)}</span> {act.by}{' '}
                      <b>{say(thingActs[act.act as ThingActName])}</b>
                      {act.act === 'visit' && act.day && ` · ${formatDay(act.day, today)}`}
                      {state && ` · ${say(state)}`}
                      {act.until && ` · ${act.act === 'visit' ? `${t('thing.nextVisit')} ` : ''}${formatDay(act.until, today)}`}
                      {act.signer && act.day && ` · ${t('thing.signedBy', { by: act.signer, day: formatDay(act.day, today) })}`}
                      {act.basis && <p className="kinds-ground">{act.basis}</p>}
                    </li>
                  )
                })}
              </ol>
            </PanelPart>
            <PanelPart>
              <RecordButton
                kind={kind}
                title={row.title}
                values={fields}
                facts={[
                  [t(kind.states ? 'thing.state' : 'state'), <ThingMark key="state" kind={kind} row={row} />],
                  ...(row.basis ? [[t('thing.basis'), row.basis] as const] : []),
                ]}
                acts={acts.map(
                  (act) => `${formatMoment(act.at, wholeDate)} ${act.by} ${say(thingActs[act.act as ThingActName])} ${act.basis}`,
                )}
              />
            </PanelPart>
            {may.length > 0 && (
              <p className="list-actions kinds-actions">
                {may.map((act, nth) => (
                  <Button key={act} type={nth === 0 ? 'primary' : 'default'} onClick={() => setDoing(act as RegisterAct)}>
                    {say(registerActs[act as RegisterAct])}
                  </Button>
                ))}
              </p>
            )}
            {endpoint && doing === 'change' && (
              <Suspense>
                <ThingForm
                  kind={kind}
                  endpoint={endpoint}
                  known={{ id, fields, last_at }}
                  place={row.community}
                  onClose={close}
                />
              </Suspense>
            )}
            {endpoint && doing !== 'change' && (
              <ThingActForm kind={kind} act={doing} endpoint={endpoint} seen={{ id, last_at }} onClose={close} />
            )}
          </NamesOfRecords>
        )}
      </Asked>
    </SidePanel>
  )
}
