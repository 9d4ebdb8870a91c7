import { signPartyDuty } from '@wangdi/domain/staff/party-duties/party-duty.api.ts'
import type { PartyDuty } from '@wangdi/domain/staff/party-duties/party-duty.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../shell/call.ts'

/** Records that the holder of a duty signed for it. */
export default function SignForm({ duty, onClose }: { duty: PartyDuty; onClose: () => void }) {
  const { t } = useTranslation('party-duties')
  const today = dayOf(useNow())
  const [by, setBy] = useState('')
  const [on, setOn] = useState(today)
  const command = useCommand(signPartyDuty, ['staff.party-duties'])
  const said = { id: duty.id, version: duty.version, signed_on: on, signed_by: by.trim() }
  return (
    <Modal
      open
      width={420}
      title={t('signing')}
      okText={t('ui:save')}
      okButtonProps={{ disabled: said.signed_by === '' || on === '', loading: command.isPending }}
      onOk={() => command.mutate(said, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className="list-form">
        <p>{duty.duty}</p>
        <label>
          {t('signer')}
          <Input value={by} maxLength={40} onChange={(event) => setBy(event.target.value)} />
        </label>
        <label>
          {t('signedOn')}
          <Input type="date" max={today} value={on} onChange={(event) => setOn(event.target.value)} />
        </label>
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}
