import type { ImportPreview } from '@wangdi/domain/people/import.api.ts'
import type { RosterField } from '@wangdi/domain/people/roster/fields.ts'
import { InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../../shell/say.ts'
import type { Corrected } from '../chosen.ts'
import { columnLetter } from '../roster-file.ts'

const out = 'left-out'

/** Sheet, head line, and what each column was understood as; each can be corrected. */
export function Heads({
  preview,
  corrected,
  onCorrected,
  onSheet,
}: {
  preview: ImportPreview
  corrected: Corrected
  onCorrected: (corrected: Corrected) => void
  onSheet: (sheet: string) => void
}) {
  const { t } = useTranslation('imports')
  const say = useSaying()
  const { sheets } = preview.outcome
  const fieldOf = (column: number, field: string | null) =>
    corrected.fields.has(column) ? (corrected.fields.get(column) ?? null) : field
  const set = (column: number, field: RosterField | null) => {
    const fields = new Map(corrected.fields)
    // One field stands in one column only: the column that had it before is left out.
    if (field)
      for (const head of preview.heads)
        if (head.column !== column && fieldOf(head.column, head.field) === field) fields.set(head.column, null)
    fields.set(column, field)
    onCorrected({ ...corrected, fields })
  }
  return (
    <div className="import-heads">
      <div className="import-sheet">
        {sheets.length > 1 && (
          <label>
            {t('preview.sheet')}
            <Select
              value={preview.sheet}
              popupMatchSelectWidth={260}
              options={sheets.map(({ name, hidden }) => ({
                value: name,
                label: hidden ? `${name}${t('preview.hiddenSheet')}` : name,
              }))}
              onChange={onSheet}
            />
          </label>
        )}
        <label>
          {t('preview.headRow')}
          <InputNumber
            min={0}
            max={1000}
            value={corrected.headRow ?? (preview.head_row || null)}
            placeholder={t('preview.headRowNone')}
            onChange={(row) => {
              if (row !== null) onCorrected({ ...corrected, headRow: row })
            }}
          />
        </label>
      </div>
      {sheets.some(({ state }) => state !== 'taken') && (
        <ul className="import-sheets" aria-label={t('preview.otherSheets')}>
          {sheets
            .filter(({ state }) => state !== 'taken')
            .map(({ name, hidden, state }) => (
              <li key={name}>
                {name}
                {hidden && t('preview.hiddenSheet')} <span className="quiet">{t(`preview.sheetState.${state}`)}</span>
              </li>
            ))}
        </ul>
      )}
      <div className="import-columns">
        {preview.heads.map(({ column, head, field }) => (
          <label key={column} className={fieldOf(column, field) === null ? 'unknown' : undefined}>
            <span className="import-head" title={head}>
              {t('preview.column', { letter: columnLetter(column), head: head || t('preview.noHeadText') })}
            </span>
            <Select
              size="small"
              showSearch
              optionFilterProp="label"
              popupMatchSelectWidth={200}
              value={fieldOf(column, field) ?? out}
              options={[
                { value: out, label: t('preview.leaveOut') },
                ...preview.fields.map((one) => ({ value: one.field as string, label: say(one) })),
              ]}
              onChange={(value) => set(column, value === out ? null : (value as RosterField))}
            />
          </label>
        ))}
      </div>
    </div>
  )
}
