import type { Values } from '@wangdi/domain/kinds/fields.ts'
import type { RequestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { firstActOf } from '@wangdi/domain/kinds/request/request.rules.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { urgencies, type Urgency } from '@wangdi/domain/kinds/terms/term.rules.ts'
import { allMissingIn, settle } from '@wangdi/domain/kinds/when.ts'
import type { Words } from '@wangdi/domain/problem.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Modal, Radio } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { DoorField } from '../../people/door/DoorField.tsx'
import { useCommand } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { PhotoRoadContext } from '../file/photo-road.ts'
import { AimOfForm } from '../pointing/aim.ts'
import { DraftLine } from './DraftLine.tsx'
import { WhomFields, whomOf } from './WhomFields.tsx'
import { Fields } from './Fields.tsx'
import { useDraft } from './useDraft.ts'

const ways = ['desk', 'phone', 'paper', 'online'] as const

/** What is typed until it is sent. */
interface Typed {
  readonly values: Values
  readonly way: (typeof ways)[number]
  readonly dwelling?: string | undefined
  readonly urgency?: Urgency
}

/** What is told when it was taken down. */
interface Begun {
  readonly number: string
  readonly due: Words | null
}

/** Takes a request of a kind down: the door it is for, how soon, and the fields of the kind. */
export default function BeginForm({ kind, verbs, onClose }: { kind: RequestKind; verbs: RequestVerbs; onClose: () => void }) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const place = useLookedAt()
  const soonest = (Object.keys(urgencies) as Urgency[]).filter((name) => kind.terms[name])
  const [id] = useState(() => newId())
  const draft = useDraft<Typed>(`${kind.name} ${place}`, { values: {}, way: 'desk' }, kind.health !== true)
  const { values, way, dwelling, urgency = soonest.length === 1 ? soonest[0] : undefined } = draft.value
  const put = (more: Partial<Typed>) => draft.set({ ...draft.value, ...more })
  const [whom, setWhom] = useState<Readonly<Record<string, string>>>({})
  const [tried, setTried] = useState(false)
  const sets = whomOf(kind)
  const taking = useCommand(verbs.begin, [kind.name, 'kinds'])
  // What the house fills in where nothing was said is not needed here.
  const missing = allMissingIn(kind.fields, values).map(({ path }) => path)
  const aim = useMemo(() => ({ place, dwelling }), [place, dwelling])
  const lacksDoor = kind.about === 'dwelling' && dwelling === undefined
  const save = () => {
    setTried(true)
    if (missing.length > 0 || lacksDoor || !urgency || sets.some((name) => !whom[name])) return
    const about = kind.about === 'dwelling' ? { dwelling } : { place }
    const fields = settle(kind.fields, values).values
    taking.mutate({ id, v: kind.version, ...about, ...whom, way, urgency, fields }, { onSuccess: draft.drop })
  }
  if (taking.data) {
    const { number, due } = taking.data as Begun
    return (
      <Modal
        open
        title={t('made.title')}
        okText={t('form.close')}
        onOk={onClose}
        onCancel={onClose}
        cancelButtonProps={{ hidden: true }}
      >
        <p>
          <b>{t('made.number', { number })}</b>
        </p>
        {due && <p>{say(due)}</p>}
      </Modal>
    )
  }
  return (
    <Modal
      open
      width={640}
      title={t('form.title', { what: say(kind.words) })}
      okText={t('form.save')}
      okButtonProps={{ loading: taking.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <p className="quiet">{t('form.lead')}</p>
      <DraftLine draft={draft} />
      {kind.about === 'dwelling' && (
        <div className="kinds-field">
          <span className="kinds-label">{t('form.door')}</span>
          {place.length === 12 ? (
            <DoorField community={place} value={dwelling} onChange={(door) => put({ dwelling: door })} />
          ) : (
            <p className="quiet">{t('form.needCommunity')}</p>
          )}
          {tried && lacksDoor && <p className="kinds-missing">{t('must')}</p>}
        </div>
      )}
      <WhomFields kind={kind} sets={sets} value={whom} isTried={tried} onChange={setWhom} />
      <PhotoRoadContext value={{ kind: kind.name, act: firstActOf(kind) }}>
        <AimOfForm value={aim}>
          <Fields
            fields={kind.fields}
            values={values}
            missing={tried ? missing : []}
            onChange={(said) => put({ values: said })}
          />
        </AimOfForm>
      </PhotoRoadContext>
      <div className="kinds-field">
        <span className="kinds-label">{t('form.urgency')}</span>
        <Radio.Group
          options={soonest.map((name) => ({ value: name, label: say(urgencies[name]) }))}
          value={urgency}
          onChange={({ target }) => put({ urgency: target.value as Urgency })}
        />
        {tried && !urgency && <p className="kinds-missing">{t('must')}</p>}
      </div>
      <div className="kinds-field">
        <span className="kinds-label">{t('form.way')}</span>
        <Radio.Group
          options={ways.map((name) => ({ value: name, label: t(`way.${name}`) }))}
          value={way}
          onChange={({ target }) => put({ way: target.value as Typed['way'] })}
        />
      </div>
      {taking.error ? <ErrorLine problem={taking.error} /> : null}
    </Modal>
  )
}
