import { Button, Checkbox, Input } from 'antd'
import { useTranslation } from 'react-i18next'

interface Part {
  readonly days: readonly number[]
  readonly from: string
  readonly until: string
}

const everyDay = [1, 2, 3, 4, 5, 6, 7] as const
const usual: Part = { days: [1, 2, 3, 4, 5], from: '08:30', until: '17:30' }
const mostParts = 14

/** Hours of a week in parts: on which days, from when, until when. None said is no part. */
export function HoursField({ id, value, onChange }: { id: string; value: unknown; onChange: (value: unknown) => void }) {
  const { t } = useTranslation('kinds')
  const parts = Array.isArray(value) ? (value as readonly Part[]) : []
  const put = (nth: number, part: Part) => onChange(parts.map((one, n) => (n === nth ? part : one)))
  return (
    <div className="kinds-rows" id={id}>
      {parts.map((part, nth) => (
        // A part has no name of its own: it is the nth.
        <div key={`${id}-${nth.toString()}`} className="kinds-line">
          <Checkbox.Group
            options={everyDay.map((day) => ({ value: day, label: t(`day.${day}`) }))}
            value={[...part.days]}
            onChange={(days) => put(nth, { ...part, days: days.map(Number).sort() })}
          />
          <Input
            type="time"
            aria-label={t('hours.from')}
            value={part.from}
            onChange={({ target }) => put(nth, { ...part, from: target.value })}
          />
          <Input
            type="time"
            aria-label={t('hours.until')}
            value={part.until}
            onChange={({ target }) => put(nth, { ...part, until: target.value })}
          />
          <Button
            size="small"
            type="text"
            onClick={() => onChange(parts.length === 1 ? undefined : parts.filter((_, n) => n !== nth))}
          >
            {t('form.drop')}
          </Button>
        </div>
      ))}
      {parts.length < mostParts && (
        <Button size="small" onClick={() => onChange([...parts, usual])}>
          {t('hours.add')}
        </Button>
      )}
    </div>
  )
}
