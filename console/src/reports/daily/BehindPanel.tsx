import {
  type AnyLine,
  type ContradictionKind,
  type Figures,
  figuresAre,
  type OwnLine,
  wordsOfLine,
} from '@wangdi/domain/reports/daily-report.ts'
import { listBehind } from '@wangdi/domain/reports/reports.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { rowsSaid } from '../../lists/Counted.tsx'
import { SidePanel } from '../../lists/SidePanel.tsx'
import type { Static } from 'typebox'
import { DoorLink } from '../../lists/ways/DoorLink.tsx'
import { PersonLink } from '../../lists/ways/PersonLink.tsx'
import { RecordLink } from '../../lists/ways/RecordLink.tsx'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { columns } from '../received/columns.ts'

/** Who, which doors or which records stand behind a figure; opening it leaves a line in the audit. */
export function BehindPanel({
  community,
  day,
  line,
  own,
  figures,
  figure: first,
  contradiction,
  onClose,
}: {
  community: string
  day: string
  line: AnyLine
  /** What a notice says of its line. */
  own?: OwnLine | undefined
  /** What the report says of the line: a frozen one keeps what was counted then. */
  figures?: Figures | undefined
  figure: number
  contradiction?: ContradictionKind
  onClose: () => void
}) {
  const { t } = useTranslation('reports')
  const say = useSaying()
  const [figure, setFigure] = useState(first)
  const answer = useQuery(ask(listBehind, { community, day, line, figure, ...(contradiction && { contradiction }) }))
  const of = figuresAre({ name: line, ...(own && { own }) })
  const names = of === 'told' ? [] : columns[of]
  const kept = contradiction ? undefined : figures?.[figure]
  const what = contradiction ? t('against.title') : t(`column.${names[figure] ?? 'total'}`)
  const label = t('behind.title', { line: say(wordsOfLine({ name: line, ...(own && { own }) })), figure: what })
  return (
    <SidePanel title={label} label={label} onClose={onClose}>
      <div className="report-behind">
        {!contradiction && (
          <p role="group" aria-label={t('column.source')}>
            {names.map((name, nth) => (
              <button key={name} type="button" className="list-chip" aria-pressed={nth === figure} onClick={() => setFigure(nth)}>
                {t(`column.${name}`)}
              </button>
            ))}
          </p>
        )}
        <Asked answer={answer} rows={4}>
          {({ rows, total, unseen }) => (
            <div {...rowsSaid('report-behind', total)}>
              {typeof kept === 'number' && kept !== total && (
                <p className="due small">{t('behind.since', { kept: formatNumber(kept), now: formatNumber(total) })}</p>
              )}
              {total === 0 ? (
                <Empty>{t('behind.none')}</Empty>
              ) : (
                <p className="quiet small">
                  {t('behind.total', { count: total, n: total })} · {t('behind.note')}
                </p>
              )}
              {unseen > 0 && <p className="quiet small">{t('behind.unseen', { count: unseen, n: formatNumber(unseen) })}</p>}
              <ul>
                {rows.map((row) => (
                  <li key={`${row.of} ${row.id}`}>
                    <Behind row={row} />
                  </li>
                ))}
              </ul>
            </div>
          )}
        </Asked>
      </div>
    </SidePanel>
  )
}

type Row = Static<(typeof listBehind)['reply']>['rows'][number]

/** One of those counted, as the way to it. */
function Behind({ row }: { row: Row }) {
  if (row.kind === 'record') return <RecordLink of={row.of ?? ''} id={row.id} title={row.name} />
  if (row.kind === 'dwelling') return <DoorLink dwelling={row.id} door={row.door} />
  return (
    <>
      <PersonLink person={row.id} name={row.name} /> <span className="quiet">{row.door}</span>
    </>
  )
}
