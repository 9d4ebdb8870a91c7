import { fieldsOfSheet, takenAsWritten } from '@wangdi/domain/kinds/intake/heads.ts'
import type { KindPreview } from '@wangdi/domain/kinds/intake/import.api.ts'
import type { RegisterKind } from '@wangdi/domain/kinds/register/register.ts'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { columnLetter } from '../../people/imports/roster-file.ts'
import { useSaying } from '../../shell/say.ts'

/** What each column of a sheet holds, with its head and first cells; what a column may be by what stands in it is offered. */
export function ColumnChoice({
  kind,
  seen,
  onColumns,
}: {
  kind: RegisterKind
  seen: KindPreview
  onColumns: (columns: readonly { column: number; field: string }[]) => void
}) {
  const { t } = useTranslation('intake')
  const say = useSaying()
  const fields = fieldsOfSheet(kind.fields)
  const below = seen.first_rows.filter(({ row }) => row > seen.head_row).slice(0, 3)
  const put = (column: number, field: string) => {
    const rest = seen.heads.flatMap((head) =>
      head.column === column || head.field === null || head.field === field ? [] : [{ column: head.column, field: head.field }],
    )
    onColumns(field === '' ? rest : [...rest, { column, field }])
  }
  return (
    <fieldset className="kinds-intake">
      <legend>{t('columns')}</legend>
      {seen.heads.map(({ column, head, field }) => {
        const guess = field === null ? seen.guesses.find((one) => one.column === column) : undefined
        const name = head || t('column', { letter: columnLetter(column) })
        const words = guess && kind.fields[guess.field]?.words
        return (
          <div key={column} className="kinds-intake-column">
            <span>
              <b>{name}</b>{' '}
              <span className="quiet">
                {below
                  .map(({ cells }) => cells[column])
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <Select
              aria-label={name}
              value={field ?? ''}
              options={[{ value: '', label: t('none') }, ...fields.map(([value, one]) => ({ value, label: say(one.words) }))]}
              onChange={(chosen) => put(column, chosen)}
            />
            {field !== null && takenAsWritten(kind.fields).includes(field) && <span className="quiet">{t('asWritten')}</span>}
            {guess && words && (
              <button type="button" className="w-link" onClick={() => put(column, guess.field)}>
                {t('guess', { field: say(words), fits: guess.fits, of: guess.of })}
              </button>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
