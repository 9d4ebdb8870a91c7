import { problems } from '@wangdi/domain/documents/documents.problems.ts'
import { publishDraft } from '@wangdi/domain/documents/packs.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

/** A second person publishes what the first one submitted, from a day on. */
export default function PublishDialog({
  draft,
  place,
  beyond,
  onClose,
}: {
  draft: { id: string; edition: number }
  /** Where it will hold, in words. */
  place: string
  /** Whether it restricts more than wider rules: then the ground is asked for. */
  beyond: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('packs')
  const say = useSaying()
  const today = dayOf(useNow())
  const [from, setFrom] = useState(today)
  const [ground, setGround] = useState({ words: '', authority: '', number: '' })
  const isGrounded = !beyond || Object.values(ground).every((text) => text.trim() !== '')
  const command = useCommand(publishDraft, ['documents'])
  return (
    <Modal
      open
      width={460}
      title={t('publishing')}
      okText={t('publish')}
      okButtonProps={{ disabled: from < today || !isGrounded, loading: command.isPending }}
      onOk={() =>
        command.mutate({ id: draft.id, edition: draft.edition, from, ...(beyond && { beyond: ground }) }, { onSuccess: onClose })
      }
      onCancel={onClose}
    >
      <div className="list-form">
        <p>{t('publishLead', { place })}</p>
        <label>
          {t('firstDay')}
          <Input
            type="date"
            min={today}
            value={from}
            {...(from < today && { status: 'error', 'aria-invalid': true, 'aria-describedby': 'not-that-day' })}
            onChange={(event) => setFrom(event.target.value)}
          />
        </label>
        {from < today && (
          <p className="pack-not" role="alert" id="not-that-day">
            {from === '' ? t('needsDay') : say(problems.intoThePast({ today }).words)}
          </p>
        )}
        {beyond &&
          (
            [
              ['words', t('ground'), 400],
              ['authority', t('authority'), 120],
              ['number', t('paper'), 60],
            ] as const
          ).map(([name, label, maxLength]) => (
            <label key={name}>
              {label}
              <Input
                maxLength={maxLength}
                value={ground[name]}
                onChange={(event) => setGround({ ...ground, [name]: event.target.value })}
              />
            </label>
          ))}
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}
