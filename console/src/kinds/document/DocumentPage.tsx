import '../kinds.css'
import { wordsFor } from '@wangdi/domain/counted/units.ts'
import { belowVerbs } from '@wangdi/domain/kinds/document/below/below.api.ts'
import { documentVerbs, type PaperRow } from '@wangdi/domain/kinds/document/document.api.ts'
import { type PaperShow, paperShows } from '@wangdi/domain/kinds/document/document.rules.ts'
import type { DocumentKind } from '@wangdi/domain/kinds/document/document.ts'
import type { Named } from '@wangdi/domain/kinds/pointing/pointers.ts'
import { mostCounted } from '@wangdi/domain/kinds/counted.ts'
import { thingFiltersOf } from '@wangdi/domain/kinds/register/register.rules.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { addWords } from '@wangdi/ui/words/words.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../../lists/Asked.tsx'
import { Pager, pageSize } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { PaperActions } from '../paper/PaperActions.tsx'
import { words } from './document.words.ts'
import { ListFilters } from '../list/ListFilters.tsx'
import { useCountedPart } from '../list/counted-part.ts'
import { NamesOfRecords } from '../pointing/aim.ts'
import { PaperPanel } from './PaperPanel.tsx'
import { FromAbove } from './below/FromAbove.tsx'
import { PaperStandings } from './PaperStandings.tsx'
import { PaperTable } from './PaperTable.tsx'

addWords('papers', words)
const PaperForm = lazy(() => import('./PaperForm.tsx'))
type Row = Static<typeof PaperRow>

interface Listed {
  readonly rows: Row[]
  readonly total: number
  readonly all: number
  readonly in_force: number
  readonly overdue: number
  readonly unready: number
  readonly names: Named
  readonly due: number
}

const countOf = (data: Listed | undefined, show: PaperShow): number | undefined => {
  if (!data || show === 'over') return undefined
  return show === 'in-force' ? data.in_force : data[show]
}

// What somebody has to see to is a part of its own where the plan of the day counts it; what can be overdue has a day.
const showsOf = ({ proves, until, reviewOn, reviewDays }: DocumentKind): readonly PaperShow[] =>
  paperShows.filter(
    (one) => (one !== 'due' || proves) && (one !== 'overdue' || until !== undefined || (reviewOn ?? reviewDays) !== undefined),
  )

// What takes pages to say is read over the whole width, in place of the list.
const isLong = ({ fields }: DocumentKind) => Object.values(fields).some(({ type, most = 0 }) => type === 'words' && most > 2000)

/**
 * The documents of a kind: all that hold or wait, what is overdue, what waits to be given out; one of it beside; writing one. Which part is
 * shown, and which of them is open, may stand in the address.
 */
export function DocumentPage({ kind }: { kind: DocumentKind }) {
  const { t } = useTranslation('papers')
  const say = useSaying()
  const { access } = useSession()
  const place = useLookedAt()
  const verbs = useMemo(() => documentVerbs(kind), [kind])
  const below = useMemo(() => belowVerbs(kind), [kind])
  const shows = useMemo(() => showsOf(kind), [kind])
  const asked = useSearch({ strict: false }) as { show?: unknown; paper?: unknown }
  const [show, setShow] = useState<PaperShow>(shows.find((one) => one === asked.show) ?? 'all')
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const navigate = useNavigate()
  const opened = typeof asked.paper === 'string' ? asked.paper : undefined
  const setOpened = (paper?: string) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, paper }) as never, replace: paper === undefined })
  const [writing, setWriting] = useState(false)
  const { part, leave } = useCountedPart()
  const [page, setPage] = usePage(place, show, chosen, part)
  const answer = useQuery({
    ...ask(verbs.see, { place, page, size: pageSize, ...(part ? { show: 'all', counted: part } : { show, ...chosen }) }),
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
          {!part && (
            <PaperActions
              kind={kind}
              list={{ place, show, shown: t(`show.${show}`), choices: chosen, count: String(counted(data?.total)) }}
            />
          )}
          {verbs.save.name in access && (
            <Button type="primary" onClick={() => setWriting(true)}>
              {t('new')}
            </Button>
          )}
        </div>
      </div>
      <div className={opened && !isLong(kind) ? 'list-layout kinds-layout' : 'list-layout alone'}>
        {!(opened && isLong(kind)) && (
          <section className="card" aria-label={say(kind.words)}>
            <ListFilters
              list={list}
              chips={shows.map((one) => ({
                show: one,
                label: `${t(`show.${one}`)} ${counted(countOf(part ? undefined : data, one))}`,
                n: countOf(part ? undefined : data, one),
              }))}
              show={part ? undefined : show}
              counted={part}
              filters={part ? [] : thingFiltersOf(kind)}
              chosen={chosen}
              onShow={(one) => {
                leave()
                setShow(one)
              }}
              onChosen={(next) => {
                setChosen(next)
              }}
            />
            <Asked answer={{ ...answer, data }}>
              {({ rows, total }) => (
                <>
                  {rows.length === 0 && <Empty>{Object.keys(chosen).length > 0 ? t('kinds:noneHere') : t(`none.${show}`)}</Empty>}
                  {rows.length > 0 && (
                    <NamesOfRecords value={data?.names ?? {}}>
                      <PaperTable kind={kind} rows={rows} place={place} opened={opened} onOpen={setOpened} />
                    </NamesOfRecords>
                  )}
                  <Pager
                    page={page}
                    total={total}
                    most={mostCounted}
                    rows={`${list}-${part ? `counted-${part}` : show}`}
                    unit={(count) => say(wordsFor(kind.unit, count))}
                    order={t(show === 'all' || show === 'due' ? 'orderDue' : 'order')}
                    onPage={setPage}
                  />
                </>
              )}
            </Asked>
          </section>
        )}
        {opened && <PaperPanel key={opened} kind={kind} verbs={verbs} id={opened} onClose={() => setOpened(undefined)} />}
      </div>
      {below && below.fromAbove.name in access && place.length > 6 && !opened && (
        <div className="kinds-below">
          <FromAbove kind={kind} verbs={below} place={place} />
        </div>
      )}
      {verbs.standing && verbs.standing.name in access && place.length < 12 && !opened && (
        <div className="kinds-below">
          <PaperStandings kind={kind} endpoint={verbs.standing} place={place} />
        </div>
      )}
      {writing && (
        <Suspense>
          <PaperForm kind={kind} endpoint={verbs.save} place={place} onClose={() => setWriting(false)} />
        </Suspense>
      )}
    </>
  )
}
