import { type ChoosableSetting, choosePlanSetting } from '@wangdi/domain/plan/settings/settings.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Button, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

/** Chooses a number of the county within its bounds, or takes back what was chosen, with a reason. */
export default function ChooseForm({
  place,
  setting,
  onClose,
}: {
  place: string
  setting: ChoosableSetting
  onClose: () => void
}) {
  const { t } = useTranslation('settings')
  const say = useSaying()
  const command = useCommand(choosePlanSetting, ['plan'])
  const [value, setValue] = useState<number | null>(setting.value)
  const [typed, setTyped] = useState('')
  const reason = typed.trim()
  const choose = (number: number | null) =>
    command.mutate({ place, name: setting.name, value: number, reason }, { onSuccess: onClose })
  return (
    <Modal
      open
      title={say(setting.words)}
      onCancel={onClose}
      footer={
        <>
          <Button disabled={reason === '' || setting.value === setting.proposed} onClick={() => choose(null)}>
            {t('form.takeBack')}
          </Button>
          <Button
            type="primary"
            disabled={reason === '' || value === null || value === setting.value}
            loading={command.isPending}
            onClick={() => value !== null && choose(value)}
          >
            {t('form.save')}
          </Button>
        </>
      }
    >
      <p className="quiet">{t('form.lead')}</p>
      <label className="plan-note">
        {t('form.value', { unit: say(setting.unit) })} <span className="quiet small">{t('between', setting)}</span>
        <br />
        <InputNumber min={setting.at_least} max={setting.at_most} precision={0} value={value} onChange={setValue} />
      </label>
      <label className="plan-note">
        {t('form.reason')}
        <Input value={typed} maxLength={200} onChange={(event) => setTyped(event.target.value)} />
      </label>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
