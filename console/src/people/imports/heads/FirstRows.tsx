import type { ImportPreview } from '@wangdi/domain/people/import.api.ts'
import { useTranslation } from 'react-i18next'
import { columnLetter } from '../roster-file.ts'

/** Title lines, head line and the first people as they stand in the sheet, numbers masked. */
export function FirstRows({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation('imports')
  const width = Math.max(0, ...preview.first_rows.map(({ cells }) => cells.length))
  return (
    <div>
      <h3 className="import-small">{t('preview.firstRows')}</h3>
      <div className="list-scroll import-rows" tabIndex={0} role="group" aria-label={t('preview.firstRows')}>
        <table>
          <thead>
            <tr>
              <th>{t('preview.row')}</th>
              {Array.from({ length: width }, (_, column) => (
                <th key={column}>{columnLetter(column)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.first_rows.map(({ row, cells }) => (
              <tr
                key={row}
                className={row === preview.head_row ? 'head-line' : row < preview.head_row ? 'above-head' : undefined}
              >
                <th scope="row">{row}</th>
                {Array.from({ length: width }, (_, column) => (
                  <td key={column}>{cells[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
