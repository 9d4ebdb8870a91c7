import './demands.css'
import { demandKinds, type DemandState, demandStates } from '@wangdi/domain/reports/demands/demand.ts'
import { listDemands } from '@wangdi/domain/reports/demands/demands.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { StateMark, type MarkState } from '@wangdi/ui/marks/StateMark.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDay, formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../../lists/Asked.tsx'
import { rowsSaid } from '../../lists/Counted.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { PlaceName } from '../../shell/PlaceName.tsx'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { DemandPanel } from './DemandPanel.tsx'

const FileForm = lazy(() => import('./FileForm.tsx'))
const TellForm = lazy(() => import('./TellForm.tsx'))

type Row = Static<typeof listDemands.reply>['rows'][number]

/** How each state is drawn; the word stands beside it. */
const markOf: Record<DemandState, MarkState> = {
  waiting: 'due',
  told: 'not',
  accepted: 'done',
  answered: 'done',
  refused: 'closed',
  merged: 'inapplicable',
  expired: 'closed',
  ended: 'inapplicable',
}

/** 要数要表: every demand on communities of the place, refused and merged ones too; a row opens what the desk says of it. */
export default function DemandsPage() {
  const { t } = useTranslation('demands')
  const say = useSaying()
  const place = useLookedAt()
  const { access, account } = useSession()
  const [state, setState] = useState<DemandState>()
  // What the plan counts as left; any choice of a state leaves it.
  const [undecided, setUndecided] = useState((useSearch({ strict: false }) as { show?: unknown }).show === 'undecided')
  const [opened, setOpened] = useState<string>()
  const [form, setForm] = useState<'file' | 'tell'>()
  const [page, setPage] = usePage(place, state, undecided)
  const answer = useQuery({
    ...ask(listDemands, { place, page, ...(state && { state }), ...(undecided && { undecided }) }),
    placeholderData: keepPreviousData,
  })
  const counts = answer.data?.counts ?? {}
  const choose = (next: DemandState | undefined) => {
    setState(next)
    setUndecided(false)
  }
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <div className="actions">
          {'reports.tell-demand' in access && account.place.length === 12 && (
            <Button onClick={() => setForm('tell')}>{t('tell')}</Button>
          )}
          {'reports.file-demand' in access && (
            <Button type="primary" onClick={() => setForm('file')}>
              {t('file')}
            </Button>
          )}
        </div>
      </div>
      <div className={opened === undefined ? 'list-layout alone' : 'list-layout'}>
        <section className="card" aria-label={t('title')}>
          <p className="demands-lead">{t('lead')}</p>
          <div
            className="list-filters"
            {...(answer.data && rowsSaid(undecided ? 'demands-undecided' : `demands-${state ?? 'all'}`, answer.data.total))}
          >
            <button
              type="button"
              className="list-chip"
              aria-pressed={state === undefined && !undecided}
              data-figure={Object.values(counts).reduce((sum, n) => sum + n, 0)}
              data-opens="demands-all"
              onClick={() => choose(undefined)}
            >
              {t('all')} {formatNumber(Object.values(counts).reduce((sum, n) => sum + n, 0))}
            </button>
            {(Object.keys(demandStates) as DemandState[])
              .filter((name) => (counts[name] ?? 0) > 0)
              .map((name) => (
                <button
                  type="button"
                  className="list-chip"
                  key={name}
                  aria-pressed={state === name}
                  data-figure={counts[name] ?? 0}
                  data-opens={`demands-${name}`}
                  onClick={() => choose(name)}
                >
                  {say(demandStates[name])} {formatNumber(counts[name] ?? 0)}
                </button>
              ))}
          </div>
          <Asked answer={answer} rows={8}>
            {({ rows, total }) =>
              total === 0 ? (
                <Empty>
                  {state || undecided ? t('noneIn') : t('none')} {!state && !undecided && <PlaceName code={place} />}
                </Empty>
              ) : (
                <>
                  <DemandTable rows={rows} opened={opened} onOpen={setOpened} />
                  <Pager
                    page={page}
                    total={total}
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
        {opened !== undefined && <DemandPanel key={opened} id={opened} place={place} onClose={() => setOpened(undefined)} />}
      </div>
      <Suspense>
        {form === 'file' && <FileForm onClose={() => setForm(undefined)} onFiled={setOpened} />}
        {form === 'tell' && <TellForm onClose={() => setForm(undefined)} onTold={setOpened} />}
      </Suspense>
    </>
  )
}

function DemandTable({ rows, opened, onOpen }: { rows: Row[]; opened: string | undefined; onOpen: (id: string) => void }) {
  const { t } = useTranslation('demands')
  const say = useSaying()
  const today = dayOf(useNow())
  const heads = ['what', 'asker', 'kind', 'term', 'cost', 'state'] as const
  return (
    <div className="list-scroll">
      <table className="list-table">
        <thead>
          <tr>
            {heads.map((name) => (
              <th scope="col" key={name}>
                {t(`column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.id === opened ? 'on' : undefined}>
              <td>
                <button type="button" className="w-link list-name" onClick={() => onOpen(row.id)}>
                  {row.title}
                </button>
              </td>
              <td>
                <span className="list-name">{row.asker}</span>
              </td>
              <td>{say(demandKinds[row.kind])}</td>
              <td>{row.until ? t('until', { day: formatDay(row.until, today) }) : t('noTerm')}</td>
              <td>{row.minutes === null ? t('noMinutes') : t('minutes', { count: row.minutes, n: row.minutes })}</td>
              <td>
                <StateMark state={markOf[row.state]}>{say(demandStates[row.state])}</StateMark>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
