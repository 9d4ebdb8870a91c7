import { readQueuePeople } from '@wangdi/domain/observation/queue/queue.api.ts'
import { textOfGroup } from '@wangdi/domain/observation/queue/queue.rules.ts'
import type { GroupKey, QueueGroup, QueueRow, Stage } from '@wangdi/domain/observation/queue/queue.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDay, formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { rowsSaid } from '../../lists/Counted.tsx'
import { Pager, pageSize } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { useKeys } from '../../lists/ways/keys.ts'
import { ask } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'
import type { Done } from './side/Outcome.tsx'
import { CheckCard } from './side/CheckCard.tsx'
import { DecisionCard } from './side/DecisionCard.tsx'
import { OnePerson } from './side/OnePerson.tsx'
import { OverCard } from './side/OverCard.tsx'
import { PersonLine } from './PersonLine.tsx'

type Shown = 'all' | 'usual' | 'exceptions'

const keyOf = ({ stage, origin_kind, origin, day, day_is }: GroupKey): GroupKey => ({ stage, origin_kind, origin, day, day_is })
const isException = (row: QueueRow) => row.exceptions.length > 0

/** The people of a group, of a step or found by a text: exceptions first, the others ticked; beside them what is decided. */
export function People({
  place,
  stage,
  group,
  text,
  outcome,
  onDone,
  onWriteOffice,
}: {
  place: string
  stage: Stage
  group: QueueGroup | undefined
  text: string
  /** What the last decision came to. */
  outcome: ReactNode
  onDone: (done: Done) => void
  onWriteOffice: () => void
}) {
  const { t } = useTranslation('queue')
  const today = dayOf(useNow())
  const { access } = useSession()
  const which = text !== '' ? { text } : group ? { group: keyOf(group) } : { stage }
  const answer = useQuery({
    ...ask(readQueuePeople, { place, ...which }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
  const [shown, setShown] = useState<Shown>('all')
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState<string>()
  const rows = answer.data?.rows ?? []
  const ticking =
    text === '' &&
    group !== undefined &&
    (((stage === 'decide' || stage === 'over') && 'observation.decide-arrivals' in access) || stage === 'checking')
  // Nobody who is an exception is ever ticked; whoever became one since is not any more. Whose term is over is observed by nobody.
  const mayTick = (row: QueueRow) => ticking && (stage === 'over' || !isException(row)) && row.stage === stage
  const ticked = rows.filter((row) => mayTick(row) && !leftOut.has(row.arrival))
  const listed = rows.filter((row) => shown === 'all' || isException(row) === (shown === 'exceptions'))
  const [page, setPage] = usePage(place, which, shown)
  const paged = listed.slice(page * pageSize, (page + 1) * pageSize)
  const exceptions = rows.filter(isException).length
  const counted: Readonly<Record<Shown, number>> = { all: rows.length, usual: rows.length - exceptions, exceptions }
  const opened = rows.find(({ arrival }) => arrival === open)
  const tick = (row: QueueRow, on: boolean) => {
    const next = new Set(leftOut)
    if (on) next.delete(row.arrival)
    else next.add(row.arrival)
    setLeftOut(next)
  }
  const openNext = () => {
    const all = rows.filter(isException).map(({ arrival }) => arrival)
    if (all.length > 0) setOpen(all[(all.indexOf(open ?? '') + 1) % all.length])
  }
  // Whose line the focus is in, else who is open.
  const tickOne = () => {
    const at = document.activeElement?.closest<HTMLElement>('[data-arrival]')?.dataset.arrival ?? open
    const row = rows.find(({ arrival }) => arrival === at)
    if (row && mayTick(row)) tick(row, leftOut.has(row.arrival))
  }
  useKeys({ e: openNext, x: tickOne })
  return (
    <>
      <section
        className="card queue-people"
        aria-label={group ? group.name : t(`stage.${stage}`)}
        {...rowsSaid('queue-people', answer.isPlaceholderData ? -1 : listed.length)}
      >
        <div className="card-head">
          <h2>{text !== '' ? t('found', { count: rows.length }) : group ? group.name : t(`stage.${stage}`)}</h2>
          {group && text === '' && (
            <span className="sub">
              {t(group.day_is, { day: formatDay(group.day, today) })} ·{' '}
              {t('people', { count: group.people, shown: formatNumber(group.people) })} ·{' '}
              {t('inCommunities', { count: group.communities })}
            </span>
          )}
        </div>
        {exceptions > 0 && (
          <div className="list-filters" role="group" aria-label={t('filterLabel')}>
            {(['all', 'usual', 'exceptions'] as const).map((one) => (
              <button
                key={one}
                type="button"
                className="list-chip"
                aria-pressed={shown === one}
                data-figure={counted[one]}
                data-opens="queue-people"
                onClick={() => {
                  setShown(one)
                }}
              >
                {t(`filter.${one}`)} <b>{counted[one]}</b>
              </button>
            ))}
          </div>
        )}
        <Asked answer={answer} rows={10} height={38}>
          {() =>
            listed.length === 0 ? (
              <Empty>{t(text !== '' ? 'none.found' : `none.${stage}`)}</Empty>
            ) : (
              <>
                <table className="queue-table">
                  <caption className="only-read">
                    {t('order')} {ticking ? t('chosen', { count: ticked.length }) : ''}
                  </caption>
                  <thead>
                    <tr>
                      <th className="queue-tick">
                        {ticking && (
                          <Checkbox
                            aria-label={t('tickAll')}
                            checked={ticked.length > 0 && leftOut.size === 0}
                            indeterminate={ticked.length > 0 && leftOut.size > 0}
                            onChange={(event) =>
                              setLeftOut(
                                event.target.checked ? new Set() : new Set(rows.filter(mayTick).map(({ arrival }) => arrival)),
                              )
                            }
                          />
                        )}
                      </th>
                      <th>{t('name')}</th>
                      <th>{t('door')}</th>
                      <th>{t('checkedBy')}</th>
                      <th>{t(stage === 'decided' ? 'resultDecided' : 'result')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {paged.map((row, nth) => (
                      <PersonLine
                        key={row.arrival}
                        row={row}
                        place={place}
                        today={today}
                        heading={headingAt(paged, nth, stage, text)}
                        counts={{ exceptions, usual: rows.length - exceptions }}
                        ticked={mayTick(row) ? !leftOut.has(row.arrival) : undefined}
                        opened={row.arrival === open}
                        onTick={(on) => tick(row, on)}
                        onOpen={() => setOpen(row.arrival)}
                      />
                    ))}
                  </tbody>
                </table>
                <Pager
                  page={page}
                  total={listed.length}
                  unit={(count) => t('unit', { count })}
                  order={t('order')}
                  busy={answer.isFetching}
                  onPage={setPage}
                />
              </>
            )
          }
        </Asked>
      </section>
      <div className="queue-side">
        {outcome}
        {opened ? (
          <OnePerson
            key={opened.arrival}
            row={opened}
            place={place}
            onDone={onDone}
            onWriteOffice={onWriteOffice}
            onClose={() => setOpen(undefined)}
          />
        ) : stage === 'decide' && text === '' ? (
          <DecisionCard
            key={group ? textOfGroup(group) : ''}
            place={place}
            group={group}
            ticked={ticked}
            onDone={onDone}
            onWriteOffice={onWriteOffice}
          />
        ) : stage === 'checking' && text === '' && group ? (
          <CheckCard key={textOfGroup(group)} place={place} group={group} ticked={ticked} onDone={onDone} />
        ) : stage === 'over' && text === '' && group ? (
          <OverCard key={textOfGroup(group)} place={place} ticked={ticked} onDone={onDone} />
        ) : null}
      </div>
    </>
  )
}

// Where the exceptions begin, and where those begin whom the proposal fits.
function headingAt(rows: readonly QueueRow[], nth: number, stage: Stage, text: string): 'exceptions' | 'usual' | undefined {
  if (stage !== 'decide' || text !== '') return undefined
  const [row, before] = [rows[nth], rows[nth - 1]]
  if (!row || (before && isException(before) === isException(row))) return undefined
  return isException(row) ? 'exceptions' : 'usual'
}
