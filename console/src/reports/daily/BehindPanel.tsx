import {
  type AnyLine,
  type ContradictionKind,
  isHouseLine,
  reportLines,
  type OwnLine,
  wordsOfLine,
} from '@wangdi/domain/reports/daily-report.ts'
import { listBehind } from '@wangdi/domain/reports/reports.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { rowsSaid } from '../../lists/Counted.tsx'
import { SidePanel } from '../../lists/SidePanel.tsx'
import { DoorLink } from '../../lists/ways/DoorLink.tsx'
import { PersonLink } from '../../lists/ways/PersonLink.tsx'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

const names = { people: ['new', 'total', 'held', 'ended'], work: ['due', 'done', 'left'] } as const

/** Who or which doors stand behind a figure; opening it leaves a line in the audit. */
export function BehindPanel({
  community,
  day,
  line,
  own,
  figure: first,
  contradiction,
  onClose,
}: {
  community: string
  day: string
  line: AnyLine
  /** What a notice says of its line. */
  own?: OwnLine | undefined
  figure: number
  contradiction?: ContradictionKind
  onClose: () => void
}) {
  const { t } = useTranslation('reports')
  const say = useSaying()
  const [figure, setFigure] = useState(first)
  const answer = useQuery(ask(listBehind, { community, day, line, figure, ...(contradiction && { contradiction }) }))
  const columns = names[isHouseLine(line) ? reportLines[line].kind : 'people']
  const what = contradiction ? t('against.title') : t(`column.${columns[figure] ?? 'total'}`)
  const label = t('behind.title', { line: say(wordsOfLine({ name: line, ...(own && { own }) })), figure: what })
  return (
    <SidePanel title={label} label={label} onClose={onClose}>
      <div className="report-behind">
        {!contradiction && (
          <p role="group" aria-label={t('column.source')}>
            {columns.map((name, nth) => (
              <button key={name} type="button" className="list-chip" aria-pressed={nth === figure} onClick={() => setFigure(nth)}>
                {t(`column.${name}`)}
              </button>
            ))}
          </p>
        )}
        <Asked answer={answer} rows={4}>
          {({ rows, total }) =>
            total === 0 ? (
              <div {...rowsSaid('report-behind', 0)}>
                <Empty>{t('behind.none')}</Empty>
              </div>
            ) : (
              <div {...rowsSaid('report-behind', total)}>
                <p className="quiet small">
                  {t('behind.total', { count: total, n: total })} · {t('behind.note')}
                </p>
                <ul>
                  {rows.map((row) => (
                    <li key={row.id}>
                      {row.kind === 'person' ? (
                        <>
                          <PersonLink person={row.id} name={row.name} /> <span className="quiet">{row.door}</span>
                        </>
                      ) : (
                        <DoorLink dwelling={row.id} door={row.door} />
                      )}
                    </li>
                  ))}
                </ul>
              </div>
            )
          }
        </Asked>
      </div>
    </SidePanel>
  )
}
