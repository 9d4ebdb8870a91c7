import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import type { DocumentKind } from '@wangdi/domain/kinds/document/document.ts'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
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

/** Writes a document, or the next version of one, which begins with what the version before says. */
export default function PaperForm({
  kind,
  endpoint,
  known,
  place,
  onClose,
}: {
  kind: DocumentKind
  endpoint: Endpoint
  known?: { readonly id: string; readonly fields: Values; readonly version: number }
  place: string
  onClose: () => void
}) {
  const { t } = useTranslation('papers')
  const say = useSaying()
  const [id] = useState(() => known?.id ?? newId())
  const isKept = known === undefined && kind.health !== true
  const draft = useDraft<Values>(`${kind.name} ${place}`, known?.fields ?? {}, isKept)
  const { value: values } = draft
  const [tried, setTried] = useState(false)
  const saving = useCommand(endpoint, [kind.name])
  const missing = missingIn(kind.fields, values)?.path
  const save = () => {
    setTried(true)
    if (missing) return
    const done = () => {
      if (isKept) draft.drop()
      onClose()
    }
    const fields = settle(kind.fields, values).values
    saving.mutate({ id, place, version: known?.version ?? 1, v: kind.version, fields }, { onSuccess: done })
  }
  return (
    <Modal
      open
      width={640}
      title={t(known ? 'nextOf' : 'newOf', { what: say(kind.words) })}
      okText={t(kind.acts.includes('approve') ? 'save' : 'ui:save')}
      okButtonProps={{ loading: saving.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <DraftLine draft={draft} />
      {kind.acts.includes('approve') && <p className="quiet">{t('lead')}</p>}
      <Fields fields={kind.fields} values={values} missing={tried ? missing : undefined} onChange={draft.set} />
      {saving.error ? <ErrorLine problem={saving.error} /> : null}
    </Modal>
  )
}
