import { checkArrival } from '@wangdi/domain/people/arrival/arrival.api.ts'
import type { Arrival } from '@wangdi/domain/people/arrival/arrival.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Button, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../shell/call.ts'
import { originKinds } from './ArrivalFilters.tsx'

/** Confirms the level of the origin at the time of the stay, and what became of somebody expected. */
export function CheckForm({ arrival, onDone }: { arrival: Arrival; onDone: () => void }) {
  const { t } = useTranslation('arrivals')
  const command = useCommand(checkArrival, ['people', 'plan', 'observation'])
  const [kind, setKind] = useState(arrival.origin_kind)
  const [state, setState] = useState(arrival.state)
  const [arrivedOn, setArrivedOn] = useState(arrival.arrived_on)
  const [leftOn, setLeftOn] = useState(arrival.left_origin_on ?? '')
  const save = () =>
    command.mutate(
      {
        id: arrival.id,
        version: arrival.version,
        state,
        arrived_on: arrivedOn,
        origin_kind: kind,
        left_origin_on: leftOn || null,
      },
      { onSuccess: onDone },
    )
  return (
    <form
      className="list-form"
      aria-label={t('check.title', { name: arrival.name })}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <p className="quiet small">{t('check.lead')}</p>
      <Radio.Group
        aria-label={t('kind')}
        value={kind}
        options={originKinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
        onChange={(event) => setKind(event.target.value)}
      />
      <label>
        {t('form.state')}
        <Select
          value={state}
          onChange={setState}
          options={(['expected', 'arrived', 'not-come'] as const).map((one) => ({ value: one, label: t(`states.${one}`) }))}
        />
      </label>
      <div className="pair">
        <label>
          {t('form.arrivedOn')}
          <Input type="date" value={arrivedOn} onChange={(event) => setArrivedOn(event.target.value)} />
        </label>
        <label>
          {t('panel.left')}
          <Input type="date" max={arrivedOn} value={leftOn} onChange={(event) => setLeftOn(event.target.value)} />
        </label>
      </div>
      {command.error ? <ErrorLine problem={command.error} /> : null}
      <div className="list-actions">
        <Button type="primary" htmlType="submit" disabled={arrivedOn === ''} loading={command.isPending}>
          {t('check.save')}
        </Button>
      </div>
    </form>
  )
}
