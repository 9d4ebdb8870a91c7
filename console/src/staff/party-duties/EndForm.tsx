import { endPartyDuty } from '@wangdi/domain/staff/party-duties/party-duty.api.ts'
import type { PartyDuty } from '@wangdi/domain/staff/party-duties/party-duty.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../shell/call.ts'

/** Ends a duty from today on. */
export default function EndForm({ duty, onClose }: { duty: PartyDuty; onClose: () => void }) {
  const { t } = useTranslation('party-duties')
  const command = useCommand(endPartyDuty, ['staff.party-duties'])
  return (
    <Modal
      open
      width={420}
      title={t('ending')}
      okText={t('end')}
      okButtonProps={{ loading: command.isPending }}
      onOk={() => command.mutate({ id: duty.id, version: duty.version }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <p>{duty.duty}</p>
      <p className="quiet">{t('endLead')}</p>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
