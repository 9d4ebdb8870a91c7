import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { type RegisterAct, registerActs, type RegisterKind } from '@wangdi/domain/kinds/register/register.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

/** The form of one act: the new state, who signed, the basis, the day from which or until which it holds. */
export function ThingActForm({
  kind,
  act,
  endpoint,
  seen: { id, last_at },
  preset = {},
  onClose,
}: {
  kind: RegisterKind
  act: RegisterAct
  endpoint: Endpoint
  /** What stood there when the form was opened: who signs or approves does so for that. */
  seen: { id: string; last_at: string }
  /** What is proposed; whoever acts may say otherwise. */
  preset?: { readonly state?: string; readonly basis?: string }
  onClose: () => void
}) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const today = dayOf(useNow())
  const [state, setState] = useState(preset.state)
  const [basis, setBasis] = useState(preset.basis ?? '')
  const [signer, setSigner] = useState('')
  const [day, setDay] = useState(act === 'renew' ? '' : today)
  const [tried, setTried] = useState(false)
  const doing = useCommand(endpoint, [kind.name])
  const needs = {
    state: act === 'set-state',
    signer: act === 'sign',
    basis: act === 'set-state' || act === 'end',
    day: act === 'set-state' || act === 'renew' || act === 'sign',
  }
  const lacks = {
    state: needs.state && !state,
    signer: needs.signer && signer.trim() === '',
    basis: needs.basis && basis.trim() === '',
    day: needs.day && day === '',
  }
  const send = () => {
    setTried(true)
    if (Object.values(lacks).includes(true)) return
    doing.mutate(
      {
        id,
        ...((act === 'sign' || act === 'approve' || act === 'still-right') && { last_at }),
        ...(needs.state && { state }),
        ...(needs.signer && { signer: signer.trim() }),
        ...(needs.basis && { basis: basis.trim() }),
        ...(needs.day && (act === 'renew' ? { until: day } : { day })),
      },
      { onSuccess: onClose },
    )
  }
  const words = say(registerActs[act])
  return (
    <Modal open title={words} okText={words} okButtonProps={{ loading: doing.isPending }} onOk={send} onCancel={onClose}>
      {act === 'still-right' && <p>{t('thing.stillRight', { days: kind.reviewDays })}</p>}
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
      {needs.signer && (
        <div className="kinds-field">
          <label htmlFor="thing-signer">{t('thing.signer')}</label>
          <Input id="thing-signer" maxLength={40} value={signer} onChange={({ target }) => setSigner(target.value)} />
          {tried && lacks.signer && <p className="kinds-missing">{t('must')}</p>}
        </div>
      )}
      {needs.day && (
        <div className="kinds-field">
          <label htmlFor="thing-day">
            {t(act === 'renew' ? 'thing.until' : act === 'sign' ? 'thing.signedOn' : 'thing.from')}
          </label>
          <Input
            id="thing-day"
            type="date"
            {...(act === 'sign' && { max: today })}
            value={day}
            onChange={({ target }) => setDay(target.value)}
          />
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
