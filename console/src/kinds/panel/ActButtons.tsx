import type { Values } from '@wangdi/domain/kinds/fields.ts'
import type { AskedWhole, RequestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { allMissingIn, settle } from '@wangdi/domain/kinds/when.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { roles } from '@wangdi/domain/roles.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Button, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { PhotoRoadContext } from '../file/photo-road.ts'
import { Fields } from '../form/Fields.tsx'

type Whole = Pick<Static<typeof AskedWhole>, 'may' | 'doers' | 'takers'> & {
  readonly row: { readonly id: string; readonly office: string | null }
}

/** What may be done with a request now; the first is what it waits for. Each opens a small form. */
export function ActButtons({ kind, verbs, whole }: { kind: RequestKind; verbs: RequestVerbs; whole: Whole }) {
  const say = useSaying()
  const [doing, setDoing] = useState<string>()
  const { acts } = flowOf(kind.flow)
  const endpoint = doing === undefined ? undefined : verbs.acts[doing]
  if (whole.may.length === 0) return null
  return (
    <p className="list-actions kinds-actions">
      {whole.may.map((act, nth) => (
        <Button key={act} type={nth === 0 ? 'primary' : 'default'} onClick={() => setDoing(act)}>
          {acts[act] && say(acts[act].words)}
        </Button>
      ))}
      {doing && endpoint && (
        <ActForm key={doing} kind={kind} act={doing} endpoint={endpoint} whole={whole} onClose={() => setDoing(undefined)} />
      )}
    </p>
  )
}

/** The form of one act: whom it goes to, its result, its ground, and what the kind asks with it. */
function ActForm({
  kind,
  act,
  endpoint,
  whole,
  onClose,
}: {
  kind: RequestKind
  act: string
  endpoint: Endpoint
  whole: Whole
  onClose: () => void
}) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const { account, places } = useSession()
  const step = flowOf(kind.flow).acts[act]
  const asks = kind.asks?.[act] ?? {}
  const [ground, setGround] = useState('')
  const [result, setResult] = useState<string>()
  // Whoever takes something over takes it to the own office, where it goes to one.
  const takesOver = step?.by === 'other' && step.sets?.includes('office')
  const [whom, setWhom] = useState<Readonly<Record<string, string>>>(takesOver ? { office: account.place } : {})
  const [values, setValues] = useState<Values>({})
  const [tried, setTried] = useState(false)
  const doing = useCommand(endpoint, [kind.name, 'kinds'])
  if (!step) return null
  const sets = (step.sets ?? []).filter((name) => name === 'doer' || name === 'office' || name === 'other')
  const missing = allMissingIn(asks, values).map(({ path }) => path)
  const lacks = {
    ground: step.needs === 'ground' && ground.trim() === '',
    result: step.needs === 'result' && result === undefined,
    whom: sets.some((name) => !whom[name]),
  }
  const send = () => {
    setTried(true)
    if (missing.length > 0 || lacks.ground || lacks.result || lacks.whom) return
    const fields = settle(asks, values).values
    const said = { ...(result !== undefined && { result }), ...(ground.trim() && { ground: ground.trim() }) }
    const more = { ...whom, ...(Object.keys(fields).length > 0 && { fields }) }
    doing.mutate({ id: whole.row.id, ...said, ...more }, { onSuccess: onClose })
  }
  const offices = places.filter(({ code }) => code.length >= 6 && code !== whole.row.office)
  const choices = {
    doer: whole.doers.map(({ id, name, role }) => ({ value: id, label: `${name} · ${say(roles[role as keyof typeof roles])}` })),
    office: offices.map(({ code, name }) => ({ value: code, label: name })),
    other: whole.takers.map(({ code, name }) => ({ value: code, label: name })),
  }
  return (
    <Modal
      open
      title={say(step.words)}
      okText={say(step.words)}
      okButtonProps={{ loading: doing.isPending }}
      onOk={send}
      onCancel={onClose}
    >
      {sets.map((name) => (
        <div key={name} className="kinds-field">
          <label htmlFor={`whom-${name}`}>{t(`act.${name === 'doer' ? 'doer' : 'office'}`)}</label>
          <Select
            id={`whom-${name}`}
            showSearch
            optionFilterProp="label"
            options={choices[name]}
            notFoundContent={name === 'doer' ? t('noDoers') : null}
            value={whom[name] ?? null}
            onChange={(chosen) => setWhom({ ...whom, [name]: chosen })}
          />
          {tried && !whom[name] && <p className="kinds-missing">{t('must')}</p>}
        </div>
      ))}
      {step.needs === 'result' && (
        <div className="kinds-field">
          <span className="kinds-label">{t('act.result')}</span>
          <Radio.Group
            options={Object.entries(kind.results ?? {}).map(([value, words]) => ({ value, label: say(words) }))}
            value={result}
            onChange={({ target }) => setResult(String(target.value))}
          />
          {tried && lacks.result && <p className="kinds-missing">{t('must')}</p>}
        </div>
      )}
      <PhotoRoadContext value={{ kind: kind.name, act }}>
        <Fields fields={asks} values={values} missing={tried ? missing : []} onChange={setValues} />
      </PhotoRoadContext>
      <div className="kinds-field">
        <label htmlFor="act-ground">{t(step.needs === 'ground' ? 'act.ground' : 'act.note')}</label>
        <Input.TextArea
          id="act-ground"
          rows={3}
          maxLength={2000}
          value={ground}
          onChange={({ target }) => setGround(target.value)}
        />
        {tried && lacks.ground && <p className="kinds-missing">{t('must')}</p>}
      </div>
      {doing.error ? <ErrorLine problem={doing.error} /> : null}
    </Modal>
  )
}
