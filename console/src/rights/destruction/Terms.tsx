import { setEndTerms } from '@wangdi/domain/rights/destruction/destruction.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Button, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'

interface Set {
  readonly destruction_days: number
  readonly backup_days: number
}

/** How long the county lets ended responses and backups wait; who may, changes it here. */
export function Terms({ place, destruction_days, backup_days }: Set & { readonly place: string }) {
  const { t } = useTranslation('destruction')
  const { access, account } = useSession()
  const [typed, setTyped] = useState<Set>()
  const command = useCommand(setEndTerms, ['rights', 'plan'])
  const ids = [useId(), useId()] as const
  const mine = 'rights.set-end-terms' in access && account.place === place
  const fields = [
    ['destruction_days', t('terms.destruction')],
    ['backup_days', t('terms.backup')],
  ] as const
  return (
    <div className="destruction-terms">
      <p>{t('lead', { count: destruction_days, n: destruction_days, backup: backup_days })}</p>
      {mine && !typed && (
        <Button size="small" onClick={() => setTyped({ destruction_days, backup_days })}>
          {t('terms.change')}
        </Button>
      )}
      {typed && (
        <div className="destruction-actions">
          {fields.map(([name, label], nth) => (
            <label key={name} htmlFor={ids[nth]}>
              {label}{' '}
              <InputNumber
                id={ids[nth] ?? name}
                min={1}
                max={183}
                precision={0}
                value={typed[name]}
                onChange={(days) => setTyped({ ...typed, [name]: days ?? 1 })}
              />
            </label>
          ))}
          <Button
            type="primary"
            loading={command.isPending}
            onClick={() => command.mutate({ place, ...typed }, { onSuccess: () => setTyped(undefined) })}
          >
            {t('ui:save')}
          </Button>
          <Button onClick={() => setTyped(undefined)}>{t('ui:cancel')}</Button>
        </div>
      )}
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </div>
  )
}
