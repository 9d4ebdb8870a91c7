import './kinds.css'
import { wordsFor } from '@wangdi/domain/counted/units.ts'
import { type AskedRow, requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { filtersOf } from '@wangdi/domain/kinds/request/request.rules.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { mostCounted } from '@wangdi/domain/kinds/counted.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../lists/Asked.tsx'
import { Pager, pageSize } from '../lists/Pager.tsx'
import { usePage } from '../lists/use-page.ts'
import { ask } from '../shell/call.ts'
import { useLookedAt } from '../shell/looked-at.ts'
import { useSaying } from '../shell/say.ts'
import { useSession } from '../shell/session.ts'
import { AskedTable } from './AskedTable.tsx'
import { GiveBar } from './give/GiveBar.tsx'
import { ListFilters } from './list/ListFilters.tsx'
import { useCountedPart } from './list/counted-part.ts'
import { handOutOf, mayHandOut } from './give/hand-out.ts'
import { AskedPanel } from './panel/AskedPanel.tsx'
import { PaperActions } from './paper/PaperActions.tsx'
import { Spread } from './Spread.tsx'

const BeginForm = lazy(() => import('./form/BeginForm.tsx'))
const shows = ['open', 'late', 'done', 'all'] as const

interface Listed {
  readonly rows: Static<typeof AskedRow>[]
  readonly total: number
  readonly open: number
  readonly late: number
}

/** The list of a kind of request: what is open, due first, narrowed by its choices; one of it beside; taking one down. */
export function KindPage({ kind }: { kind: RequestKind }) {
  const place = useLookedAt()
  return <OfPlace key={place} kind={kind} place={place} />
}

function OfPlace({ kind, place }: { kind: RequestKind; place: string }) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const { access, account } = useSession()
  const navigate = useNavigate()
  const asked = useSearch({ strict: false }) as { request?: string; show?: unknown }
  const verbs = useMemo(() => requestVerbs(kind), [kind])
  // What is shown stands in the address: a figure of this page may lead to another part of it.
  const show = shows.find((one) => one === asked.show) ?? 'open'
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const [opened, setOpened] = useState<string | undefined>(asked.request)
  const [taking, setTaking] = useState(false)
  const [picked, setPicked] = useState<readonly string[]>([])
  const handOut = handOutOf(kind)
  const gives = handOut !== undefined && `${kind.name}.${handOut}` in access ? handOut : undefined
  const { part } = useCountedPart()
  const [page, setPage] = usePage(place, show, chosen, part)
  const answer = useQuery({
    ...ask(verbs.see, { place, page, size: pageSize, ...(part ? { show: 'all', counted: part } : { show, ...chosen }) }),
    placeholderData: keepPreviousData,
  })
  const data = answer.data as Listed | undefined
  const counted = (n: number | undefined) => (n === undefined ? '' : n > mostCounted ? t('many') : n)
  // Of what the plan counts the figures of the list are not told.
  const told = part ? undefined : data
  const label = {
    open: t('open', { n: counted(told?.open) }),
    late: t('late', { n: counted(told?.late) }),
    done: t('done'),
    all: t('all'),
  }
  const list = kind.name.replace('.', '-')
  return (
    <>
      <div className="title">
        <h1>{say(kind.words)}</h1>
        <div className="actions">
          {!part && (
            <PaperActions
              kind={kind}
              list={{
                place,
                show,
                shown: { ...label, open: t('open', { n: '' }), late: t('late', { n: '' }) }[show].trim(),
                choices: chosen,
                count: String(counted(data?.total)),
              }}
            />
          )}
          {verbs.begin.name in access && (
            <Button type="primary" onClick={() => setTaking(true)}>
              {t('add')}
            </Button>
          )}
        </div>
      </div>
      <div className={opened ? 'list-layout kinds-layout' : 'list-layout alone'}>
        <section className="card" aria-label={say(kind.words)}>
          <ListFilters
            list={list}
            chips={shows.map((one) => ({
              show: one,
              label: label[one],
              n: one === 'open' || one === 'late' ? told?.[one] : undefined,
            }))}
            show={part ? undefined : show}
            counted={part}
            filters={part ? [] : filtersOf(kind)}
            chosen={chosen}
            onShow={(one) => {
              void navigate({ to: '.', search: { show: one } as never, replace: true })
            }}
            onChosen={(next) => {
              setChosen(next)
            }}
          />
          <Asked answer={{ ...answer, data }}>
            {({ rows, total }) => (
              <>
                {rows.length === 0 && <Empty>{Object.keys(chosen).length > 0 ? t('noneHere') : t(`none.${show}`)}</Empty>}
                {rows.length > 0 && (
                  <AskedTable
                    kind={kind}
                    rows={rows}
                    opened={opened}
                    onOpen={setOpened}
                    choosing={
                      gives === undefined
                        ? undefined
                        : { may: (row) => mayHandOut(kind, gives, row, account.place), chosen: picked, onChosen: setPicked }
                    }
                  />
                )}
                {gives && (
                  <GiveBar
                    kind={kind}
                    verbs={verbs}
                    act={gives}
                    rows={rows.filter(({ id }) => picked.includes(id))}
                    onChosen={setPicked}
                  />
                )}
                <Pager
                  page={page}
                  total={total}
                  most={mostCounted}
                  rows={`${list}-${part ? `counted-${part}` : show}`}
                  unit={(count) => say(wordsFor(kind.unit, count))}
                  order={t('order')}
                  onPage={setPage}
                />
              </>
            )}
          </Asked>
        </section>
        {opened && <AskedPanel key={opened} kind={kind} verbs={verbs} id={opened} onClose={() => setOpened(undefined)} />}
      </div>
      {'kinds.spread' in access && place.length < 12 && !kind.health && <Spread kind={kind} place={place} list={list} />}
      {taking && (
        <Suspense>
          <BeginForm kind={kind} verbs={verbs} onClose={() => setTaking(false)} />
        </Suspense>
      )}
    </>
  )
}
