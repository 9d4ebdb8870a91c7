import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
import type { RegisterKind } from '@wangdi/domain/kinds/register/register.ts'
import { missingIn, settle } from '@wangdi/domain/kinds/when.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { DraftLine } from '../form/DraftLine.tsx'
import { Fields } from '../form/Fields.tsx'
import { useDraft } from '../form/useDraft.ts'

/** Adds a thing to a register, or changes what is said of one; a field that was emptied is taken away. */
export default function ThingForm({
  kind,
  endpoint,
  known,
  place,
  onClose,
}: {
  kind: RegisterKind
  endpoint: Endpoint
  known?: { readonly id: string; readonly fields: Values; readonly last_at: string }
  place: string
  onClose: () => void
}) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const [id] = useState(() => known?.id ?? newId())
  // A change is made of what stands there now: only what is new is kept for later.
  const isKept = known === undefined && kind.health !== true
  const draft = useDraft<Values>(`${kind.name} ${place}`, known?.fields ?? {}, isKept)
  const { value: values } = draft
  const [tried, setTried] = useState(false)
  const saving = useCommand(endpoint, [kind.name])
  const missing = missingIn(kind.fields, values)?.path
  const save = () => {
    setTried(true)
    if (missing) return
    const fields = settle(kind.fields, values).values
    const done = () => {
      if (isKept) draft.drop()
      onClose()
    }
    saving.mutate({ id, ...(known ? { last_at: known.last_at } : { place }), v: kind.version, fields }, { onSuccess: done })
  }
  return (
    <Modal
      open
      width={640}
      title={t(known ? 'thing.change' : 'thing.new', { what: say(kind.words) })}
      okText={t('ui:save')}
      okButtonProps={{ loading: saving.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <DraftLine draft={draft} />
      <Fields fields={kind.fields} values={values} missing={tried ? missing : undefined} onChange={draft.set} />
      {saving.error ? <ErrorLine problem={saving.error} /> : null}
    </Modal>
  )
}
