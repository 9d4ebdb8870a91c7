import type { ImportOutcome } from '@wangdi/domain/people/import.api.ts'
import { Figure } from '@wangdi/ui/marks/Figure.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

const shownRows = 20
type Note = ImportOutcome['rejected'][number]

/** How many rows of each kind there are; an answer may list fewer. */
export type Totals = Record<'rejected' | 'duplicates' | 'not_people' | 'doubtful' | 'warnings', number>

/** The totals of an answer that lists all. */
export const totalsOf = (outcome: ImportOutcome): Totals => ({
  rejected: outcome.rejected.length,
  duplicates: outcome.duplicates.length,
  not_people: outcome.not_people.length,
  doubtful: outcome.doubtful.length,
  warnings: outcome.warnings.length,
})

/** What happens to the rows: a sum that adds up, figures, and why some are not taken. `added` is known only after the import. */
export function Outcome({
  outcome,
  totals,
  added,
}: {
  outcome: ImportOutcome
  totals: Totals
  added?: { people: number; dwellings: number; toSettle: number }
}) {
  const { t } = useTranslation('imports')
  const sum: [string, number][] = [
    [added ? 'taken' : 'accepted', outcome.accepted],
    ['rejected', totals.rejected],
    ['duplicates', totals.duplicates],
    ['notPeople', totals.not_people],
  ]
  const figures: [string, number][] = [
    ['doubtful', totals.doubtful],
    ['warnings', totals.warnings],
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
  const repeats = outcome.duplicates.map(({ row, same_as_row }) => ({
    row,
    code: 'duplicate',
    text: t('reasons.sameAs', { row: same_as_row }),
  }))
  return (
    <div>
      <h3 className="import-small">{t(added ? 'preview.did' : 'preview.will')}</h3>
      <div className="import-figures sum" role="group" aria-label={t('figure.sum')}>
        <div>
          <span className="quiet small">{t('figure.read')}</span>
          <Figure value={outcome.rows} />
        </div>
        {sum.map(([name, value], at) => (
          <div key={name} className={name === 'rejected' && value > 0 ? 'bad' : undefined}>
            <span className="quiet small">{t(`figure.${name}`)}</span>
            <span>
              <span className="sign">{at === 0 ? '=' : '+'}</span>
              <Figure value={value} />
            </span>
          </div>
        ))}
      </div>
      {outcome.hidden_rows > 0 && (
        <p className="import-unsure">
          {t('figure.hidden', { count: outcome.hidden_rows, shown: formatNumber(outcome.hidden_rows) })}
        </p>
      )}
      <div className="import-figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <span className="quiet small">{t(`figure.${name}`)}</span>
            <Figure value={value} />
          </div>
        ))}
      </div>
      <Notes title={t('reasons.title')} notes={outcome.rejected} total={totals.rejected} rest="rejects" />
      <Notes title={t('reasons.warnings')} notes={outcome.warnings} total={totals.warnings} rest="notListed" />
      <Notes title={t('reasons.duplicates')} notes={repeats} total={totals.duplicates} rest="notListed" />
      <Notes title={t('reasons.notPeople')} notes={outcome.not_people} total={totals.not_people} rest="notListed" folded />
    </div>
  )
}

function Notes({
  title,
  notes,
  total,
  rest,
  folded: isFolded = false,
}: {
  title: string
  notes: readonly Note[]
  total: number
  /** What is said of rows that the answer counts and does not list. */
  rest: 'rejects' | 'notListed'
  folded?: boolean
}) {
  const { t } = useTranslation('imports')
  const [all, setAll] = useState(false)
  if (total === 0) return null
  const shown = all ? notes : notes.slice(0, shownRows)
  const folded = notes.length - shown.length
  const unlisted = total - notes.length
  return (
    <details className="import-notes" open={!isFolded && total <= shownRows}>
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
          {t('reasons.more', { count: folded, shown: formatNumber(folded) })}
        </button>
      )}
      {folded === 0 && unlisted > 0 && (
        <p className="quiet small">{t(`reasons.${rest}`, { count: unlisted, shown: formatNumber(unlisted) })}</p>
      )}
    </details>
  )
}
