import { shanghaiDay, shanghaiInstant, shanghaiTime } from '@wangdi/domain/day.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'

/** A day and an hour of it, by the clock of the house; one key says now. */
export function MomentField({ id, value, onChange }: { id: string; value: unknown; onChange: (value: unknown) => void }) {
  const { t } = useTranslation('kinds')
  const now = useNow()
  const told = typeof value === 'string' ? `${shanghaiDay(value)}T${shanghaiTime(value)}` : ''
  return (
    <span className="kinds-amount">
      <Input
        id={id}
        type="datetime-local"
        value={told}
        onChange={({ target }) => {
          const [day = '', time = ''] = target.value.split('T')
          onChange(day && time ? shanghaiInstant(day, time.slice(0, 5)) : undefined)
        }}
      />
      <Button onClick={() => onChange(new Date(now).toISOString())}>{t('now')}</Button>
    </span>
  )
}
