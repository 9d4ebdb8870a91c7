import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import type { RegisterVerbs, ThingWhole } from '@wangdi/domain/kinds/register/register.api.ts'
import { type RegisterAct, registerActs, type RegisterKind } from '@wangdi/domain/kinds/register/register.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Modal, Radio } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../../lists/Asked.tsx'
import { PanelPart, SidePanel } from '../../lists/SidePanel.tsx'
import { ask, useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { RecordButton } from '../paper/RecordSheet.tsx'
import { wholeDate } from '../paper/whole-date.ts'
import { SaidList } from '../panel/SaidList.tsx'
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
        {({ row, fields, acts, may, last_at }) => (
          <>
            {row.own && row.basis && row.own_since && (
              <PanelPart title={t('thing.state')} end={t('thing.since', { day: formatDay(row.own_since, today) })}>
                <p>{row.basis}</p>
              </PanelPart>
            )}
            <PanelPart title={t('said')}>
              <SaidList fields={kind.fields} values={fields} />
            </PanelPart>
            <PanelPart title={t('acts')}>
              <ol className="kinds-acts">
                {acts.map((act) => {
                  const state = act.state && kind.states?.[act.state]
                  return (
                    <li key={act.id}>
                      <span className="quiet">{formatMoment(act.at, today)}</span> {act.by}{' '}
                      <b>{say(registerActs[act.act as RegisterAct])}</b>
                      {state && ` · ${say(state)}`}
                      {act.until && ` · ${formatDay(act.until, today)}`}
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
                  [t('state'), <ThingMark key="state" kind={kind} row={row} />],
                  ...(row.basis ? [[t('thing.basis'), row.basis] as const] : []),
                ]}
                acts={acts.map(
                  (act) =>
                    `${formatMoment(act.at, wholeDate)} ${act.by} ${say(registerActs[act.act as RegisterAct])} ${act.basis}`,
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
            {endpoint && doing !== 'change' && <ActForm kind={kind} act={doing} endpoint={endpoint} id={id} onClose={close} />}
          </>
        )}
      </Asked>
    </SidePanel>
  )
}

/** The form of one act: the new state, the basis, the day from which or until which it holds. */
function ActForm({
  kind,
  act,
  endpoint,
  id,
  onClose,
}: {
  kind: RegisterKind
  act: RegisterAct
  endpoint: Endpoint
  id: string
  onClose: () => void
}) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const today = dayOf(useNow())
  const [state, setState] = useState<string>()
  const [basis, setBasis] = useState('')
  const [day, setDay] = useState(act === 'renew' ? '' : today)
  const [tried, setTried] = useState(false)
  const doing = useCommand(endpoint, [kind.name])
  const needs = {
    state: act === 'set-state',
    basis: act === 'set-state' || act === 'end',
    day: act === 'set-state' || act === 'renew',
  }
  const lacks = { state: needs.state && !state, basis: needs.basis && basis.trim() === '', day: needs.day && day === '' }
  const send = () => {
    setTried(true)
    if (lacks.state || lacks.basis || lacks.day) return
    doing.mutate(
      {
        id,
        ...(needs.state && { state }),
        ...(needs.basis && { basis: basis.trim() }),
        ...(needs.day && (act === 'renew' ? { until: day } : { day })),
      },
      { onSuccess: onClose },
    )
  }
  const words = say(registerActs[act])
  return (
    <Modal open title={words} okText={words} okButtonProps={{ loading: doing.isPending }} onOk={send} onCancel={onClose}>
      {needs.state && (
        <div className="kinds-field">
          <span className="kinds-label">{t('thing.state')}</span>
          <Radio.Group
            options={Object.entries(kind.states ?? {}).map(([value, label]) => ({ value, label: say(label) }))}
            value={state}
            onChange={({ target }) => setState(String(target.value))}
          />
          {tried && lacks.state && <p className="kinds-missing">{t('must')}</p>}
        </div>
      )}
      {needs.day && (
        <div className="kinds-field">
          <label htmlFor="thing-day">{t(act === 'renew' ? 'thing.until' : 'thing.from')}</label>
          <Input id="thing-day" type="date" value={day} onChange={({ target }) => setDay(target.value)} />
          {tried && lacks.day && <p className="kinds-missing">{t('must')}</p>}
        </div>
      )}
      {needs.basis && (
        <div className="kinds-field">
          <label htmlFor="thing-basis">{t('thing.basis')}</label>
          <Input.TextArea
            id="thing-basis"
            rows={2}
            maxLength={200}
            value={basis}
            onChange={({ target }) => setBasis(target.value)}
          />
          {tried && lacks.basis && <p className="kinds-missing">{t('must')}</p>}
        </div>
      )}
      {doing.error ? <ErrorLine problem={doing.error} /> : null}
    </Modal>
  )
}
