import { Input } from 'antd'
import { useTranslation } from 'react-i18next'

/** A finding while it is typed. */
export interface TypedFinding {
  readonly id: string
  readonly words: string
  readonly owner: string
  readonly due_on: string
}

/** What is wrong, who sees to it, until when. */
export function FindingFields({
  finding,
  from,
  onChange,
}: {
  finding: TypedFinding
  from: string
  onChange: (finding: TypedFinding) => void
}) {
  const { t } = useTranslation('inspections')
  return (
    <div className="inspection-finding">
      <label>
        {t('problem')}
        <Input value={finding.words} maxLength={400} onChange={(event) => onChange({ ...finding, words: event.target.value })} />
      </label>
      <label>
        {t('owner')}
        <Input value={finding.owner} maxLength={40} onChange={(event) => onChange({ ...finding, owner: event.target.value })} />
      </label>
      <label>
        {t('dueOn')}
        <Input
          type="date"
          min={from}
          value={finding.due_on}
          onChange={(event) => onChange({ ...finding, due_on: event.target.value })}
        />
      </label>
    </div>
  )
}
