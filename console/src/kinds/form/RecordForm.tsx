import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import type { Fields as Asked, Values } from '@wangdi/domain/kinds/fields.ts'
import type { Common } from '@wangdi/domain/kinds/kind.ts'
import { allMissingIn, settle } from '@wangdi/domain/kinds/when.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Modal } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { PhotoRoadContext } from '../file/photo-road.ts'
import { AimOfForm } from '../pointing/aim.ts'
import { DraftLine } from './DraftLine.tsx'
import { Fields } from './Fields.tsx'
import { useDraft } from './useDraft.ts'

/**
 * The form of a record that is told whole: a thing of a register or a version of a document, new, or from what stands there now.
 * `fields` are those that are asked now, of which `hidden` are known and stay; `begun` stands there from the start. `more` is what the act
 * says beside the fields; a field that was emptied is taken away.
 */
export function RecordForm({
  kind,
  endpoint,
  known,
  fields = kind.fields,
  begun = known?.fields ?? {},
  hidden = [],
  place,
  more,
  title,
  save,
  lead,
  onClose,
}: {
  kind: Common
  endpoint: Endpoint
  known?: { readonly id: string; readonly fields: Values } | undefined
  fields?: Asked
  begun?: Values
  hidden?: readonly string[]
  place: string
  more: object
  title: string
  save: string
  lead?: ReactNode
  onClose: () => void
}) {
  const [id] = useState(() => known?.id ?? newId())
  // A change is made of what stands there now: only what is new is kept for later.
  const isKept = known === undefined && kind.health !== true
  const draft = useDraft<Values>(`${kind.name} ${place}`, begun, isKept)
  const { value: values } = draft
  const [tried, setTried] = useState(false)
  const saving = useCommand(endpoint, [kind.name])
  const missing = allMissingIn(fields, values).map(({ path }) => path)
  const aim = useMemo(() => ({ place }), [place])
  const send = () => {
    setTried(true)
    if (missing.length > 0) return
    const done = () => {
      if (isKept) draft.drop()
      onClose()
    }
    saving.mutate({ id, ...more, v: kind.version, fields: settle(fields, values).values }, { onSuccess: done })
  }
  return (
    <Modal
      open
      width={640}
      title={title}
      okText={save}
      okButtonProps={{ loading: saving.isPending }}
      onOk={send}
      onCancel={onClose}
    >
      <DraftLine draft={draft} />
      {lead && <p className="quiet">{lead}</p>}
      <PhotoRoadContext value={{ kind: kind.name, act: endpoint.name.slice(kind.name.length + 1) }}>
        <AimOfForm value={aim}>
          <Fields fields={fields} values={values} missing={tried ? missing : []} hidden={hidden} onChange={draft.set} />
        </AimOfForm>
      </PhotoRoadContext>
      {saving.error ? <ErrorLine problem={saving.error} /> : null}
    </Modal>
  )
}
