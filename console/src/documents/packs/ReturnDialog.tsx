import { returnDraft } from '@wangdi/domain/documents/packs.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../shell/call.ts'

/** Sends a draft back to who wrote it, or drops it; with the reason. */
export default function ReturnDialog({
  draft,
  to,
  onClose,
}: {
  draft: { id: string; edition: number }
  to: 'draft' | 'dropped'
  onClose: (done: boolean) => void
}) {
  const { t } = useTranslation('packs')
  const [note, setNote] = useState('')
  const command = useCommand(returnDraft, ['documents.drafts', 'documents.draft'])
  const said = { id: draft.id, edition: draft.edition, to, note: note.trim() }
  return (
    <Modal
      open
      width={420}
      title={to === 'draft' ? t('backTitle') : t('dropTitle')}
      okText={to === 'draft' ? t('sendBack') : t('drop')}
      okButtonProps={{ disabled: said.note === '', loading: command.isPending }}
      onOk={() => command.mutate(said, { onSuccess: () => onClose(true) })}
      onCancel={() => onClose(false)}
    >
      <div className="list-form">
        <label>
          {t('reason')}
          <Input.TextArea rows={3} maxLength={400} value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}
