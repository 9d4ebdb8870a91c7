import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { urgencies, type Urgency } from '@wangdi/domain/kinds/terms/term.rules.ts'
import { allMissingIn, settle } from '@wangdi/domain/kinds/when.ts'
import { errand } from '@wangdi/domain/requests/kinds/errand.kind.ts'
import { decideErrand, listProposedErrands } from '@wangdi/domain/requests/proposed/proposed.api.ts'
import type { Good, ProposedErrands } from '@wangdi/domain/requests/proposed/proposed.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { Fields } from '../form/Fields.tsx'

/** Takes an errand down for somebody who stays at home by an order; which one is known, the rest is asked. */
export function TakeErrand({ stay, what, onClose }: { stay: ProposedErrands; what: Good; onClose: () => void }) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const [id] = useState(() => newId())
  const [values, setValues] = useState<Values>({ what })
  const [urgency, setUrgency] = useState<Urgency>('today')
  const [tried, setTried] = useState(false)
  const deciding = useCommand(decideErrand, [listProposedErrands.name, errand.name, 'kinds'])
  const missing = allMissingIn(errand.fields, values).map(({ path }) => path)
  const save = () => {
    setTried(true)
    if (missing.length > 0) return
    const { what: _, ...fields } = settle(errand.fields, values).values
    const said = { id, observation: stay.observation, what, outcome: 'taken' as const, way: 'phone' as const, urgency, fields }
    deciding.mutate(said, { onSuccess: onClose })
  }
  const words = errand.fields.what.values?.[what]
  return (
    <Modal
      open
      width={640}
      title={`${words ? say(words) : what} · ${stay.door}`}
      okText={t('form.save')}
      okButtonProps={{ loading: deciding.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <p className="quiet">{t('proposed.blind')}</p>
      <Fields
        fields={errand.fields}
        hidden={['what']}
        values={values}
        missing={tried ? missing : []}
        onChange={(said) => setValues({ ...said, what })}
      />
      <div className="kinds-field">
        <span className="kinds-label">{t('form.urgency')}</span>
        <Radio.Group
          options={(Object.keys(urgencies) as Urgency[]).map((name) => ({ value: name, label: say(urgencies[name]) }))}
          value={urgency}
          onChange={({ target }) => setUrgency(target.value as Urgency)}
        />
      </div>
      {deciding.error ? <ErrorLine problem={deciding.error} /> : null}
    </Modal>
  )
}
