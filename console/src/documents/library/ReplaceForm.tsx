import { replaceDocument } from '@wangdi/domain/documents/documents.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../shell/call.ts'
import { DocumentChoice } from './DocumentChoice.tsx'

/** Says which document takes the place of one, and from which day; it is said once. */
export default function ReplaceForm({ document, place, onClose }: { document: string; place: string; onClose: () => void }) {
  const { t } = useTranslation('library')
  const today = dayOf(useNow())
  const [by, setBy] = useState<string[]>([])
  const [from, setFrom] = useState(today)
  const command = useCommand(replaceDocument, ['documents.get', 'documents.list'])
  const [later] = by
  return (
    <Modal
      open
      width={520}
      title={t('replacing')}
      okText={t('ui:save')}
      okButtonProps={{ disabled: later === undefined || from === '', loading: command.isPending }}
      onOk={() => later !== undefined && command.mutate({ document, by_document: later, from }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className="list-form">
        <label>
          {t('replacedBy')}
          <DocumentChoice place={place} but={document} most={1} chosen={by} label={t('replacedBy')} onChange={setBy} />
        </label>
        <label>
          {t('replacedFrom')}
          <Input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        </label>
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}
