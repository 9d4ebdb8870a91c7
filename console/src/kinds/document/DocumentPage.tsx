import '../kinds.css'
import { documentVerbs, type PaperRow } from '@wangdi/domain/kinds/document/document.api.ts'
import { paperColumnsOfList, type PaperShow, paperShows, receiptColumns } from '@wangdi/domain/kinds/document/document.rules.ts'
import type { DocumentKind } from '@wangdi/domain/kinds/document/document.ts'
import type { Named } from '@wangdi/domain/kinds/pointing/pointers.ts'
import { mostCounted } from '@wangdi/domain/kinds/counted.ts'
import { thingFiltersOf } from '@wangdi/domain/kinds/register/register.rules.ts'
import { wordsOfValue } from '@wangdi/domain/kinds/said-in-words.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../../lists/Asked.tsx'
import { Pager, pageSize } from '../../lists/Pager.tsx'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { PaperActions } from '../paper/PaperActions.tsx'
import { words } from './document.words.ts'
import { PaperMark } from './PaperMark.tsx'
import { ListFilters } from '../list/ListFilters.tsx'
import { NamesOfRecords, useNames } from '../pointing/aim.ts'
import { PaperPanel } from './PaperPanel.tsx'

addWords('papers', words)
const PaperForm = lazy(() => import('./PaperForm.tsx'))
type Row = Static<typeof PaperRow>

interface Listed {
  readonly rows: Row[]
  readonly total: number
  readonly in_force: number
  readonly overdue: number
  readonly unready: number
  readonly names: Named
}

const countOf = (data: Listed | undefined, show: PaperShow): number | undefined => {
  if (!data || show === 'over') return undefined
  return show === 'in-force' ? data.in_force : data[show]
}

/** The documents of a kind: what holds, what is overdue, what waits to be given out; one of it beside; writing one. */
export function DocumentPage({ kind }: { kind: DocumentKind }) {
  const { t } = useTranslation('papers')
  const say = useSaying()
  const { access } = useSession()
  const place = useLookedAt()
  const verbs = useMemo(() => documentVerbs(kind), [kind])
  const [show, setShow] = useState<PaperShow>('in-force')
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const [page, setPage] = useState(0)
  const [opened, setOpened] = useState((useSearch({ strict: false }) as { paper?: string }).paper)
  const [writing, setWriting] = useState(false)
  const answer = useQuery({
    ...ask(verbs.see, { place, show, page, size: pageSize, ...chosen }),
    placeholderData: keepPreviousData,
  })
  const data = answer.data as Listed | undefined
  const counted = (n: number | undefined) => (n === undefined ? '' : n > mostCounted ? t('kinds:many') : n)
  const list = kind.name.replace('.', '-')
  return (
    <>
      <div className="title">
        <h1>{say(kind.words)}</h1>
        <div className="actions">
          <PaperActions
            kind={kind}
            list={{ place, show, shown: t(`show.${show}`), choices: chosen, count: String(counted(data?.total)) }}
          />
          {verbs.save.name in access && (
            <Button type="primary" onClick={() => setWriting(true)}>
              {t('new')}
            </Button>
          )}
        </div>
      </div>
      <div className={opened ? 'list-layout kinds-layout' : 'list-layout alone'}>
        <section className="card" aria-label={say(kind.words)}>
          <ListFilters
            list={list}
            chips={paperShows.map((one) => ({
              show: one,
              label: `${t(`show.${one}`)} ${counted(countOf(data, one))}`,
              n: countOf(data, one),
            }))}
            show={show}
            filters={thingFiltersOf(kind)}
            chosen={chosen}
            onShow={(one) => {
              setShow(one)
              setPage(0)
            }}
            onChosen={(next) => {
              setChosen(next)
              setPage(0)
            }}
          />
          <Asked answer={{ ...answer, data }}>
            {({ rows, total }) => (
              <>
                {rows.length === 0 && <Empty>{Object.keys(chosen).length > 0 ? t('kinds:noneHere') : t(`none.${show}`)}</Empty>}
                {rows.length > 0 && (
                  <NamesOfRecords value={data?.names ?? {}}>
                    <PaperTable kind={kind} rows={rows} opened={opened} onOpen={setOpened} />
                  </NamesOfRecords>
                )}
                <Pager
                  page={page}
                  total={total}
                  most={mostCounted}
                  rows={`${list}-${show}`}
                  unit={() => say(kind.unit)}
                  order={t('order')}
                  onPage={setPage}
                />
              </>
            )}
          </Asked>
        </section>
        {opened && <PaperPanel key={opened} kind={kind} verbs={verbs} id={opened} onClose={() => setOpened(undefined)} />}
      </div>
      {writing && (
        <Suspense>
          <PaperForm kind={kind} endpoint={verbs.save} place={place} onClose={() => setWriting(false)} />
        </Suspense>
      )}
    </>
  )
}

function PaperTable({
  kind,
  rows,
  opened,
  onOpen,
}: {
  kind: DocumentKind
  rows: readonly Row[]
  opened: string | undefined
  onOpen: (id: string) => void
}) {
  const { t } = useTranslation('papers')
  const say = useSaying()
  const today = dayOf(useNow())
  const names = useNames()
  const columns = [
    ...paperColumnsOfList(kind).map((column) => ({ column, of: 'details' as const })),
    ...receiptColumns(kind).map((column) => ({ column, of: 'receipt' as const })),
  ]
  const lastDay = (row: Row) => row.until ?? row.review_on
  const lastWords = t(kind.until === undefined ? 'review' : 'until')
  return (
    <table className="list-table stack">
      <thead>
        <tr>
          <th>{say(kind.fields[kind.title]?.words ?? kind.words)}</th>
          <th>{t('number')}</th>
          {columns.map(({ column: [name, field], of }) => (
            <th key={`${of} ${name}`}>{say(field.words)}</th>
          ))}
          <th>{t('received')}</th>
          <th>{t('kinds:thing.state')}</th>
          <th>{lastWords}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={row.id === opened ? 'on' : ''}>
            <td>
              <button type="button" className="w-link" onClick={() => onOpen(row.id)}>
                {row.title}
              </button>
            </td>
            <td data-label={t('number')}>{row.number ?? t('noNumber')}</td>
            {columns.map(({ column: [name, field], of }) => {
              const said = wordsOfValue(field, row[of][name], names)
              return (
                <td key={`${of} ${name}`} data-label={say(field.words)}>
                  {said ? say(said) : '—'}
                </td>
              )
            })}
            <td data-label={t('received')}>
              {row.received === 0 ? t('notYet') : t('times', { count: row.received, n: row.received })}
            </td>
            <td data-label={t('kinds:thing.state')}>
              <PaperMark state={row.state} overdue={row.overdue} />
            </td>
            <td data-label={lastWords}>{lastDay(row) ? formatDay(lastDay(row) ?? '', today) : '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
