import type { ImportOutcome } from '@wangdi/domain/people/import.api.ts'
import { Figure } from '@wangdi/ui/marks/Figure.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'

const shownRows = 20
type Note = ImportOutcome['rejected'][number]

/** What happens to the rows, in figures, and why some are not taken. `added` is known only after the import. */
export function Outcome({
  outcome,
  rejectedTotal,
  warningsTotal,
  added,
}: {
  outcome: ImportOutcome
  rejectedTotal: number
  warningsTotal: number
  added?: { people: number; dwellings: number; toSettle: number }
}) {
  const { t } = useTranslation('imports')
  const figures: [string, number][] = [
    ['accepted', outcome.accepted],
    ['rejected', rejectedTotal],
    ['duplicates', outcome.duplicates.length],
    ['doubtful', outcome.doubtful.length],
    ['warnings', warningsTotal],
    ['vacant', outcome.vacant_dwellings],
    ...(outcome.matched === undefined ? [] : ([['matched', outcome.matched]] as [string, number][])),
    ...(added
      ? ([
          ['added', added.people],
          ['dwellings', added.dwellings],
          ['toSettle', added.toSettle],
        ] as [string, number][])
      : []),
  ]
  return (
    <div>
      <h3 className="import-small">{t('preview.will')}</h3>
      <div className="import-figures">
        {figures.map(([name, value]) => (
          <div key={name} className={name === 'rejected' && value > 0 ? 'bad' : undefined}>
            <span className="quiet small">{t(`figure.${name}`)}</span>
            <Figure value={value} />
          </div>
        ))}
      </div>
      <Notes title={t('reasons.title')} notes={outcome.rejected} total={rejectedTotal} />
      <Notes title={t('reasons.warnings')} notes={outcome.warnings} total={warningsTotal} />
    </div>
  )
}

function Notes({ title, notes, total }: { title: string; notes: readonly Note[]; total: number }) {
  const { t } = useTranslation('imports')
  if (total === 0) return null
  const shown = notes.slice(0, shownRows)
  return (
    <details className="import-notes" open={total <= shownRows}>
      <summary>
        {title} <span className="quiet">{formatNumber(total)}</span>
      </summary>
      <ul>
        {shown.map((note, at) => (
          <li key={`${note.row} ${at}`}>
            <span className="quiet nowrap">{t('reasons.row', { row: note.row })}</span>
            <span>{note.text}</span>
          </li>
        ))}
      </ul>
      {total > shown.length && <p className="quiet small">{t('reasons.more', { shown: formatNumber(total - shown.length) })}</p>}
    </details>
  )
}
