import { openRound } from '@wangdi/domain/rounds/rounds.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { Input, InputNumber, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../shell/call.ts'

/** Opens a round; the doors or persons due follow from it on every phone, nothing is handed out. */
export default function OpenRound({ community, onClose }: { community: string; onClose: () => void }) {
  const { t } = useTranslation('rounds')
  const today = dayOf(useNow())
  const command = useCommand(openRound, ['rounds', 'plan'])
  const [id] = useState(() => newId())
  const [kind, setKind] = useState<'survey' | 'visit'>('survey')
  const [name, setName] = useState('')
  const [from, setFrom] = useState(today)
  const [until, setUntil] = useState('')
  const [everyDays, setEveryDays] = useState<number | null>(null)
  const save = () => {
    const of = kind === 'survey' ? ('dwellings' as const) : ('key-persons' as const)
    command.mutate(
      { id, community, kind, name: name.trim(), of, groups: [], from, until: until || null, everyDays },
      { onSuccess: onClose },
    )
  }
  return (
    <Modal
      open
      width={480}
      title={t('form.title')}
      okText={t('form.save')}
      okButtonProps={{ disabled: name.trim() === '' || from === '', loading: command.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="list-form">
        <div className="field">
          <span>{t('form.kind')}</span>
          <Radio.Group
            vertical
            aria-label={t('form.kind')}
            value={kind}
            options={(['survey', 'visit'] as const).map((one) => ({ value: one, label: t(`form.${one}`) }))}
            onChange={(event) => setKind(event.target.value)}
          />
        </div>
        <label>
          {t('form.name')}
          <Input value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />
        </label>
        <div className="pair">
          <label>
            {t('form.from')}
            <Input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
          </label>
          <label>
            {t('form.until')}
            <Input type="date" min={from} value={until} onChange={(event) => setUntil(event.target.value)} />
          </label>
        </div>
        <label>
          {t('form.every')}
          <InputNumber min={1} max={366} value={everyDays} onChange={setEveryDays} style={{ width: '100%' }} />
        </label>
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}
