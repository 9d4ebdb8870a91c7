import { savePartyDuty } from '@wangdi/domain/staff/party-duties/party-duty.api.ts'
import { parties, type Party, type PartyDuty } from '@wangdi/domain/staff/party-duties/party-duty.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

/** Sets what somebody of a party answers for, or other words for it. */
export default function DutyForm({ place, duty, onClose }: { place: string; duty: PartyDuty | undefined; onClose: () => void }) {
  const { t } = useTranslation('party-duties')
  const say = useSaying()
  const [id] = useState(() => duty?.id ?? newId())
  const [party, setParty] = useState<Party>((duty?.party as Party | undefined) ?? 'place')
  const [holder, setHolder] = useState(duty?.holder ?? '')
  const [text, setText] = useState(duty?.duty ?? '')
  const command = useCommand(savePartyDuty, ['staff.party-duties'])
  const said = { id, place, party, holder: holder.trim(), duty: text.trim() }
  return (
    <Modal
      open
      width={480}
      title={duty ? t('changing') : t('saving')}
      okText={t('ui:save')}
      okButtonProps={{ disabled: said.holder === '' || said.duty === '', loading: command.isPending }}
      onOk={() => command.mutate(duty ? { ...said, version: duty.version } : said, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className="list-form">
        {duty?.signed_on && <p className="quiet">{t('changeLead')}</p>}
        <label>
          {t('party')}
          <Select
            value={party}
            options={Object.entries(parties).map(([value, words]) => ({ value: value as Party, label: say(words) }))}
            onChange={setParty}
          />
        </label>
        <label>
          {t('holder')}
          <Input value={holder} maxLength={60} onChange={(event) => setHolder(event.target.value)} />
        </label>
        <label>
          {t('duty')}
          <Input.TextArea value={text} maxLength={300} rows={3} onChange={(event) => setText(event.target.value)} />
        </label>
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}
