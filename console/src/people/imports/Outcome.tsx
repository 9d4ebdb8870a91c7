import type { ImportOutcome } from '@wangdi/domain/people/import.api.ts'
import { Figure } from '@wangdi/ui/marks/Figure.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useState } from 'react'
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
    [added ? 'taken' : 'accepted', outcome.accepted],
    ['rejected', rejectedTotal],
    ['duplicates', outcome.duplicates.length],
    ['doubtful', outcome.doubtful.length],
    ['warnings', warningsTotal],
    ['vacant', outcome.vacant_dwellings],
    ...(added
      ? ([
          // Every row taken is somebody new or somebody held; who only looks like somebody held is new and waits on the pile.
          ['matched', outcome.accepted - added.people],
          ['added', added.people],
          ['dwellings', added.dwellings],
          ['toSettle', added.toSettle],
        ] as [string, number][])
      : []),
  ]
  return (
    <div>
      <h3 className="import-small">{t(added ? 'preview.did' : 'preview.will')}</h3>
      <div className="import-figures">
        {figures.map(([name, value]) => (
          <div key={name} className={name === 'rejected' && value > 0 ? 'bad' : undefined}>
            <span className="quiet small">{t(`figure.${name}`)}</span>
            <Figure value={value} />
          </div>
        ))}
      </div>
      <Notes title={t('reasons.title')} notes={outcome.rejected} total={rejectedTotal} rest="rejects" />
      <Notes title={t('reasons.warnings')} notes={outcome.warnings} total={warningsTotal} rest="notListed" />
    </div>
  )
}

function Notes({
  title,
  notes,
  total,
  rest,
}: {
  title: string
  notes: readonly Note[]
  total: number
  /** What is said of rows that the answer counts and does not list. */
  rest: 'rejects' | 'notListed'
}) {
  const { t } = useTranslation('imports')
  const [all, setAll] = useState(false)
  if (total === 0) return null
  const shown = all ? notes : notes.slice(0, shownRows)
  const folded = notes.length - shown.length
  const unlisted = total - notes.length
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
      {folded > 0 && (
        <button type="button" className="w-link" onClick={() => setAll(true)}>
          {t('reasons.more', { shown: formatNumber(folded) })}
        </button>
      )}
      {folded === 0 && unlisted > 0 && <p className="quiet small">{t(`reasons.${rest}`, { shown: formatNumber(unlisted) })}</p>}
    </details>
  )
}
