import './lines.css'
import { type LineStanding, readLines, workLines } from '@wangdi/domain/plan/lines/lines.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDay, formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { lookAt, useLookedAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { LineFigure } from './LineFigure.tsx'

const pageSize = 20

/** 五项工作进展: of each community below, how far its lines of work are, who answers for them and until when. */
export default function LinesPage() {
  const { t } = useTranslation('lines')
  const place = useLookedAt()
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">{t('note')}</span>
      </div>
      <Board key={place} place={place} />
    </>
  )
}

function Board({ place }: { place: string }) {
  const { t } = useTranslation('lines')
  const say = useSaying()
  const [page, setPage] = usePage(place)
  const answer = useQuery({ ...ask(readLines, { place, page, size: pageSize }), placeholderData: keepPreviousData })
  return (
    <section className="card" aria-label={t('title')}>
      <Asked answer={answer}>
        {({ rows, total }) => {
          // Communities may stand under different rules: the board has every line that any of them has.
          const lines = (Object.keys(workLines) as LineStanding['line'][]).filter((line) =>
            rows.some((row) => row.lines.some((standing) => standing.line === line)),
          )
          return rows.length === 0 ? (
            <Empty>{t('none')}</Empty>
          ) : (
            <>
              <div className="list-scroll">
                <table className="list-table stack">
                  <thead>
                    <tr>
                      <th>{t('community')}</th>
                      {lines.map((line) => (
                        <th key={line}>{say(workLines[line])}</th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map(({ community, name, lines: standings }) => (
                      <tr key={community}>
                        <td>
                          <Community code={community} name={name} />
                        </td>
                        {lines.map((line) => (
                          <td key={line} data-label={say(workLines[line])}>
                            <Standing community={community} standing={standings.find((standing) => standing.line === line)} />
                          </td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <Pager
                page={page}
                total={total}
                size={pageSize}
                unit={(count) => t('unit', { count })}
                order={t('order')}
                busy={answer.isFetching}
                onPage={setPage}
              />
            </>
          )
        }}
      </Asked>
    </section>
  )
}

/** The name of a community, leading to its plan of today. */
function Community({ code, name }: { code: string; name: string }) {
  const { account } = useSession()
  return (
    <Link to="/plan" onClick={() => lookAt(account.id, code)}>
      {shortName(name)}
    </Link>
  )
}

function Standing({ community, standing }: { community: string; standing: LineStanding | undefined }) {
  const { t } = useTranslation('lines')
  const today = dayOf(useNow())
  if (!standing) return <span className="quiet">—</span>
  const { line, done, part, not, unknown, owner, due_on } = standing
  const of = done + part + not + unknown
  const late = due_on !== null && due_on < today && done < of
  return (
    <div className="lines-standing">
      <b>
        {of === 0 ? (
          t('nothing')
        ) : (
          <>
            <LineFigure n={done} line={line} part="done" place={community} />/
            <LineFigure n={of} line={line} part="asked" place={community} />
          </>
        )}
      </b>{' '}
      {unknown > 0 && (
        <span className="quiet small">
          <LineFigure n={unknown} line={line} part="unknown" place={community}>
            {t('unknown', { count: unknown, shown: formatNumber(unknown) })}
          </LineFigure>
        </span>
      )}
      <span className="small">
        {owner ?? <span className="quiet">{t('nobody')}</span>}{' '}
        {due_on && done < of && (
          <span className={late ? 'lines-late' : 'quiet'}>{t(late ? 'late' : 'due', { day: formatDay(due_on, today) })}</span>
        )}
      </span>
    </div>
  )
}
