import { errand } from '@wangdi/domain/requests/kinds/errand.kind.ts'
import { decideErrand, listProposedErrands } from '@wangdi/domain/requests/proposed/proposed.api.ts'
import type { Good, ProposedErrands } from '@wangdi/domain/requests/proposed/proposed.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

/** Says that somebody who stays at home does not want one of the errands that their order proposes. */
export function DeclineErrand({ stay, what, onClose }: { stay: ProposedErrands; what: Good; onClose: () => void }) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const [id] = useState(() => newId())
  const [note, setNote] = useState('')
  const deciding = useCommand(decideErrand, [listProposedErrands.name])
  const words = errand.fields.what.values?.[what]
  const said = { id, observation: stay.observation, what, outcome: 'not-needed' as const }
  return (
    <Modal
      open
      title={`${t('proposed.not')} · ${words ? say(words) : what} · ${stay.door}`}
      okText={t('proposed.not')}
      okButtonProps={{ loading: deciding.isPending }}
      onOk={() => deciding.mutate({ ...said, ...(note.trim() && { note: note.trim() }) }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className="kinds-field">
        <label htmlFor="decline-note">{t('act.note')}</label>
        <Input id="decline-note" maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
      </div>
      {deciding.error ? <ErrorLine problem={deciding.error} /> : null}
    </Modal>
  )
}
