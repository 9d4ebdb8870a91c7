import { closeRound } from '@wangdi/domain/rounds/rounds.api.ts'
import type { Round } from '@wangdi/domain/rounds/rounds.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../shell/call.ts'

/** Ends a round on a day, that day included; said beforehand: it cannot be opened again. */
export default function CloseRound({ round, left, onClose }: { round: Round; left: string; onClose: () => void }) {
  const { t } = useTranslation('rounds')
  const today = dayOf(useNow())
  const [until, setUntil] = useState(today < round.from ? round.from : today)
  const command = useCommand(closeRound, ['rounds', 'plan'])
  return (
    <Modal
      open
      width={420}
      title={t('close.title', { name: round.name })}
      okText={t('close.yes')}
      okButtonProps={{ disabled: until < round.from, loading: command.isPending }}
      onOk={() => command.mutate({ id: round.id, until }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className="list-form">
        <p>{t('close.follows', { left })}</p>
        <label>
          {t('close.until')}
          <Input type="date" min={round.from} value={until} onChange={(event) => setUntil(event.target.value)} />
        </label>
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}
