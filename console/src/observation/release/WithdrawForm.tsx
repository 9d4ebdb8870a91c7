import { withdrawRelease } from '@wangdi/domain/observation/release/release.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'
import type { EpisodeReply } from '../episode/episode.ts'

/** Takes a wrong release back in the name of whoever does it, with the reason; what follows stands in the form. */
export function WithdrawForm({
  episode,
  release,
  onClose,
}: {
  episode: EpisodeReply
  release: NonNullable<EpisodeReply['release']>
  onClose: () => void
}) {
  const { t } = useTranslation('after-release')
  const { account } = useSession()
  const [id] = useState(() => newId())
  const [why, setWhy] = useState('')
  const command = useCommand(withdrawRelease, ['observation', 'plan'])
  return (
    <Modal
      open
      title={t('withdraw.title', { number: release.number, name: episode.name })}
      okText={t('withdraw.ok')}
      okButtonProps={{ danger: true, loading: command.isPending, disabled: why.trim() === '' }}
      onOk={() => command.mutate({ id, observation: episode.id, why: why.trim() }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <p className="quiet">{t('withdraw.lead', { name: account.name })}</p>
      {episode.release_deliveries.length > 0 && <p>{t('withdraw.collect')}</p>}
      <label className="observation-tests">
        {t('withdraw.why')}
        <Input.TextArea rows={3} maxLength={400} value={why} onChange={(event) => setWhy(event.target.value)} />
      </label>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
