import { chooseTier } from '@wangdi/domain/regimes/regimes.api.ts'
import type { ConfirmedLevel, Tier } from '@wangdi/domain/regimes/regimes.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { formatDay } from '@wangdi/ui/words/format.ts'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'

/** The package that follows from both axes; where they differ, a person chooses with a reason. */
export function TierChoice({
  place,
  tier,
  chosen,
  today,
}: {
  place: string
  tier: Static<typeof Tier>
  chosen: ConfirmedLevel | null
  today: string
}) {
  const { t } = useTranslation('regimes')
  const { access } = useSession()
  const command = useCommand(chooseTier, ['regimes', 'plan'])
  const [value, setValue] = useState<'low' | 'medium' | 'high'>()
  const [reason, setReason] = useState('')
  const choices = [tier.level.tier, tier.class.tier].filter((one) => one !== null)
  const may = tier.choice !== 'not-needed' && 'regimes.choose-tier' in access
  return (
    <div className="regimes-axis">
      <h3>{t('tier.title')}</h3>
      {tier.choice === 'not-needed' && tier.tier && <p>{t('tier.agree', { tier: t(`tier.${tier.tier}`) })}</p>}
      {tier.choice === 'needed' && <p className="regimes-needed">{t('tier.needed')}</p>}
      {chosen && (
        <p>
          {t('tier.chosen', {
            tier: t(`tier.${chosen.value}`),
            by: chosen.by,
            from: formatDay(chosen.from, today),
            reason: chosen.reason,
          })}{' '}
          {chosen.stricter && <Tag tone="due">{t('tier.stricter')}</Tag>}
        </p>
      )}
      {may && (
        <form
          className="regimes-choice"
          onSubmit={(event) => {
            event.preventDefault()
            if (value && reason.trim()) command.mutate({ id: newId(), place, value, from: today, reason: reason.trim() })
          }}
        >
          <Radio.Group value={value} onChange={(event) => setValue(event.target.value)} aria-label={t('tier.title')}>
            {choices.map((one) => (
              <Radio key={one} value={one}>
                {t(`tier.${one}`)}
              </Radio>
            ))}
          </Radio.Group>
          <Input
            aria-label={t('levels.reason')}
            placeholder={t('levels.reason')}
            maxLength={400}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button htmlType="submit" disabled={!value || reason.trim() === ''} loading={command.isPending}>
            {t('tier.choose')}
          </Button>
          {command.error ? <ErrorLine problem={command.error} /> : null}
        </form>
      )}
    </div>
  )
}
