import '../kinds.css'
import { registerVerbs, type ThingRow, thingShows } from '@wangdi/domain/kinds/register/register.api.ts'
import { thingColumnsOf, thingFiltersOf } from '@wangdi/domain/kinds/register/register.rules.ts'
import type { RegisterKind } from '@wangdi/domain/kinds/register/register.ts'
import { wordsOfValue } from '@wangdi/domain/kinds/said-in-words.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { mostCounted } from '@wangdi/domain/kinds/counted.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../../lists/Asked.tsx'
import { Pager, pageSize } from '../../lists/Pager.tsx'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { ImportButton } from '../intake/ImportButton.tsx'
import { PaperActions } from '../paper/PaperActions.tsx'
import { ThingMark } from './ThingMark.tsx'
import { ThingPanel } from './ThingPanel.tsx'

const ThingForm = lazy(() => import('./ThingForm.tsx'))
type Row = Static<typeof ThingRow>

interface Listed {
  readonly rows: Row[]
  readonly total: number
  readonly live: number
  readonly overdue: number
  readonly unready: number
}

/** A register: what it holds by its title, what is overdue, narrowed by its choices; one of it beside; adding one. */
export function RegisterPage({ kind }: { kind: RegisterKind }) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const { access } = useSession()
  const place = useLookedAt()
  const today = dayOf(useNow())
  const verbs = useMemo(() => registerVerbs(kind), [kind])
  const [show, setShow] = useState<(typeof thingShows)[number]>('live')
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const [page, setPage] = useState(0)
  const [opened, setOpened] = useState<string>()
  const [adding, setAdding] = useState(false)
  const answer = useQuery({
    ...ask(verbs.see, { place, show, page, size: pageSize, ...chosen }),
    placeholderData: keepPreviousData,
  })
  const data = answer.data as Listed | undefined
  const counted = (n: number | undefined) => (n === undefined ? '' : n > mostCounted ? t('many') : n)
  const isSigned = kind.acts.includes('sign') || kind.acts.includes('approve')
  const shows = thingShows.filter((one) => one !== 'unready' || isSigned)
  const columns = thingColumnsOf(kind)
  const filters = [
    ...(kind.states ? [['own', { words: { zh: '状态', en: 'State' }, values: kind.states }] as const] : []),
    ...thingFiltersOf(kind),
  ]
  const list = kind.name.replace('.', '-')
  return (
    <>
      <div className="title">
        <h1>{say(kind.words)}</h1>
        <div className="actions">
          <PaperActions
            kind={kind}
            list={{ place, show, shown: t(`thing.${show}`), choices: chosen, count: String(counted(data?.total)) }}
          />
          <ImportButton kind={kind} place={place} />
          {verbs.add.name in access && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('thing.add')}
            </Button>
          )}
        </div>
      </div>
      <div className={opened ? 'list-layout kinds-layout' : 'list-layout alone'}>
        <section className="card" aria-label={say(kind.words)}>
          <div className="list-filters">
            {shows.map((one) => (
              <button
                key={one}
                type="button"
                className="list-chip"
                aria-pressed={show === one}
                {...(one !== 'ended' && data && { 'data-figure': data[one], 'data-opens': `${list}-${one}` })}
                onClick={() => {
                  setShow(one)
                  setPage(0)
                }}
              >
                {t(`thing.${one}`)} {one === 'ended' ? '' : counted(data?.[one])}
              </button>
            ))}
            {filters.map(([name, { words, values = {} }]) => (
              <Select
                key={name}
                aria-label={say(words)}
                className="kinds-filter"
                value={chosen[name] ?? ''}
                onChange={(value) => {
                  const { [name]: _, ...rest } = chosen
                  setChosen(value === '' ? rest : { ...rest, [name]: value })
                  setPage(0)
                }}
                options={[
                  { value: '', label: t('any', { what: say(words) }) },
                  ...Object.entries(values).map(([value, text]) => ({ value, label: say(text) })),
                ]}
              />
            ))}
          </div>
          <Asked answer={{ ...answer, data }}>
            {({ rows, total }) => (
              <>
                {rows.length === 0 && <Empty>{Object.keys(chosen).length > 0 ? t('noneHere') : t(`thing.none.${show}`)}</Empty>}
                {rows.length > 0 && (
                  <table className="list-table stack">
                    <thead>
                      <tr>
                        <th>{say(kind.fields[kind.title]?.words ?? kind.words)}</th>
                        {columns.map(([name, { words }]) => (
                          <th key={name}>{say(words)}</th>
                        ))}
                        <th>{t('state')}</th>
                        <th>{t('thing.review')}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {rows.map((row) => (
                        <tr key={row.id} className={row.id === opened ? 'on' : ''}>
                          <td>
                            <button type="button" className="w-link" onClick={() => setOpened(row.id)}>
                              {row.title}
                            </button>
                          </td>
                          {columns.map(([name, field]) => {
                            const words = wordsOfValue(field, row.details[name])
                            return (
                              <td key={name} data-label={say(field.words)}>
                                {words ? say(words) : '—'}
                              </td>
                            )
                          })}
                          <td data-label={t('state')}>
                            <ThingMark kind={kind} row={row} />
                          </td>
                          <td data-label={t('thing.review')}>{row.review_on ? formatDay(row.review_on, today) : '—'}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                )}
                <Pager
                  page={page}
                  total={total}
                  most={mostCounted}
                  rows={`${list}-${show}`}
                  unit={() => say(kind.unit)}
                  order={t('thing.order')}
                  onPage={setPage}
                />
              </>
            )}
          </Asked>
        </section>
        {opened && <ThingPanel key={opened} kind={kind} verbs={verbs} id={opened} onClose={() => setOpened(undefined)} />}
      </div>
      {adding && (
        <Suspense>
          <ThingForm kind={kind} endpoint={verbs.add} place={place} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </>
  )
}
