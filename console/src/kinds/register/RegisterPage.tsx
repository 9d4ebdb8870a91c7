import '../kinds.css'
import { wordsFor } from '@wangdi/domain/counted/units.ts'
import { registerVerbs, type ThingRow, thingShows } from '@wangdi/domain/kinds/register/register.api.ts'
import { isReviewed, thingFiltersOf } from '@wangdi/domain/kinds/register/register.rules.ts'
import type { RegisterKind } from '@wangdi/domain/kinds/register/register.ts'
import type { Named } from '@wangdi/domain/kinds/pointing/pointers.ts'
import type { Field } from '@wangdi/domain/kinds/fields.ts'
import { mostCounted } from '@wangdi/domain/kinds/counted.ts'
import type { Words } from '@wangdi/domain/problem.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { warning } from '@wangdi/ui/marks/icons.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../../lists/Asked.tsx'
import { Pager, pageSize } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { ImportButton } from '../intake/ImportButton.tsx'
import { PaperActions } from '../paper/PaperActions.tsx'
import { ListFilters } from '../list/ListFilters.tsx'
import { useCountedPart } from '../list/counted-part.ts'
import { NamesOfRecords } from '../pointing/aim.ts'
import { ThingPanel } from './ThingPanel.tsx'
import { type Leads, ThingTable } from './ThingTable.tsx'

const ThingForm = lazy(() => import('./ThingForm.tsx'))
type Row = Static<typeof ThingRow>
type Show = (typeof thingShows)[number]

// The value of the choice of which every one has to have something.
const valueOf = ({ each = '', fields, words }: RegisterKind, value: string): Words => fields[each]?.values?.[value] ?? words

// A figure of another page leads to a part of the list; what stands in the address and is no choice of it chooses nothing.
const chosenIn = (
  filters: readonly (readonly [string, Pick<Field, 'values'>])[],
  search: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    filters.flatMap(([name, { values = {} }]) => (String(search[name]) in values ? [[name, String(search[name])]] : [])),
  )

interface Listed {
  readonly rows: Row[]
  readonly total: number
  readonly live: number
  readonly overdue: number
  readonly unready: number
  readonly without: string[]
  readonly names: Named
}

/**
 * A register: what it holds by its title, what is overdue or to be signed, narrowed by its choices; one of it beside; adding one. `children`
 * stand below the list, `first` above it; `leads` is where each of its things leads on to.
 */
export function RegisterPage({
  kind,
  note,
  leads,
  first,
  children,
}: {
  kind: RegisterKind
  note?: string
  leads?: Leads | undefined
  first?: ReactNode
  children?: ReactNode
}) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const { access } = useSession()
  const search = useSearch({ strict: false })
  const place = useLookedAt()
  const isSigned = kind.acts.includes('sign') || kind.acts.includes('approve')
  const shows = thingShows.filter(
    (one) => (isSigned || (one !== 'all' && one !== 'unready')) && (isReviewed(kind) || one !== 'overdue'),
  )
  const asked = shows.find((one) => one === (search as { show?: unknown }).show)
  const [show, setShow] = useState<Show>(asked ?? shows[0] ?? 'live')
  const verbs = useMemo(() => registerVerbs(kind), [kind])
  const filters = [
    ...(kind.states ? [['own', { words: { zh: '状态', en: 'State' }, values: kind.states }] as const] : []),
    ...thingFiltersOf(kind),
  ]
  const [chosen, setChosen] = useState(() => chosenIn(filters, search))
  const [opened, setOpened] = useState((search as { thing?: string }).thing)
  const [adding, setAdding] = useState(false)
  const { part, leave } = useCountedPart()
  const [page, setPage] = usePage(place, show, chosen, part)
  const answer = useQuery({
    ...ask(verbs.see, { place, page, size: pageSize, ...(part ? { show: 'all', counted: part } : { show, ...chosen }) }),
    placeholderData: keepPreviousData,
  })
  const data = answer.data as Listed | undefined
  const counted = (n: number | undefined) => (n === undefined ? '' : n > mostCounted ? t('many') : n)
  const unready = kind.acts.includes('approve') ? 'unready' : 'unsigned'
  const wordOf = (one: Show) => (one === 'unready' ? unready : one === 'overdue' && kind.visits ? 'toVisit' : one)
  // Of what the plan counts the figures of the list are not told.
  const told = part ? undefined : data
  const figureOf = (one: Show) => (one === 'all' ? told && told.live + told.unready : one === 'ended' ? undefined : told?.[one])
  const list = kind.name.replace('.', '-')
  return (
    <>
      <div className="title">
        <h1>{say(kind.words)}</h1>
        {note && <span className="note">{note}</span>}
        <div className="actions">
          {!part && (
            <PaperActions
              kind={kind}
              list={{ place, show, shown: t(`thing.${wordOf(show)}`), choices: chosen, count: String(counted(data?.total)) }}
            />
          )}
          <ImportButton kind={kind} place={place} />
          {verbs.add.name in access && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('thing.add')}
            </Button>
          )}
        </div>
      </div>
      {first && <div className="kinds-first">{first}</div>}
      <div className={opened ? 'list-layout kinds-layout' : 'list-layout alone'}>
        <section className="card" aria-label={say(kind.words)}>
          <ListFilters
            list={list}
            chips={shows.map((one) => ({
              show: one,
              label: `${t(`thing.${wordOf(one)}`)} ${counted(figureOf(one))}`,
              n: figureOf(one),
            }))}
            show={part ? undefined : show}
            counted={part}
            filters={part ? [] : filters}
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
            {({ rows, total, names, without }) => (
              <NamesOfRecords value={names}>
                {kind.each && without.length > 0 && (
                  <p className="kinds-without">
                    <Icon of={warning} />{' '}
                    {t(place.length < 12 ? 'thing.withoutHere' : 'thing.without', {
                      values: without.map((one) => say(valueOf(kind, one))).join(t('thing.comma')),
                    })}
                  </p>
                )}
                {rows.length === 0 && (
                  <Empty>{Object.keys(chosen).length > 0 ? t('noneHere') : t(`thing.none.${wordOf(show)}`)}</Empty>
                )}
                {rows.length > 0 && (
                  <ThingTable
                    kind={kind}
                    rows={rows}
                    opened={opened}
                    isBelow={place.length < 12}
                    leads={leads}
                    onOpen={setOpened}
                  />
                )}
                <Pager
                  page={page}
                  total={total}
                  most={mostCounted}
                  rows={`${list}-${part ? `counted-${part}` : show}`}
                  unit={(count) => say(wordsFor(kind.unit, count))}
                  order={t('thing.order')}
                  onPage={setPage}
                />
              </NamesOfRecords>
            )}
          </Asked>
        </section>
        {opened && <ThingPanel key={opened} kind={kind} verbs={verbs} id={opened} onClose={() => setOpened(undefined)} />}
      </div>
      {children && <div className="kinds-below">{children}</div>}
      {adding && (
        <Suspense>
          <ThingForm kind={kind} endpoint={verbs.add} place={place} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </>
  )
}
