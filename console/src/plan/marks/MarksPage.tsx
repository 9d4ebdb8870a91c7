import './marks.css'
import { type PlaceMark, type PlaceMarkName, placeMarks, readPlaceMarks } from '@wangdi/domain/plan/marks/place-marks.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { facts } from '@wangdi/policy/vocabulary.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../../lists/Asked.tsx'
import { Pager, pageSize } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { Adds } from './Adds.tsx'

const MarkForm = lazy(() => import('./MarkForm.tsx'))
type Row = Static<typeof readPlaceMarks.reply>['rows'][number]

/** 社区标记: which communities are rural, near an airport, at the border …, and what each mark adds to their plans. */
export default function MarksPage() {
  const { t } = useTranslation('marks')
  const place = useLookedAt()
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">{t('note')}</span>
      </div>
      <Marks key={place} place={place} />
    </>
  )
}

function Marks({ place }: { place: string }) {
  const { t } = useTranslation('marks')
  const say = useSaying()
  const { access } = useSession()
  const [mark, setMark] = useState<PlaceMarkName | ''>('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [marking, setMarking] = useState(false)
  const [page, setPage] = usePage(place, mark)
  const asked = { place, page, size: pageSize, ...(mark && { mark }) }
  const answer = useQuery({ ...ask(readPlaceMarks, asked), placeholderData: keepPreviousData })
  const mayMark = 'plan.mark-places' in access
  const choose = (codes: readonly string[], on: boolean) =>
    setChosen((before) => [...before.filter((code) => !codes.includes(code)), ...(on ? codes : [])])
  return (
    <div className="list-stack">
      <Asked answer={answer}>
        {({ rows, total, adds }) => (
          <>
            <section className="card" aria-label={t('list')}>
              <div className="list-filters">
                <label>
                  {t('filter')}
                  <Select<PlaceMarkName | ''>
                    value={mark}
                    style={{ width: 180 }}
                    options={[
                      { value: '', label: t('any') },
                      ...placeMarks.map((value) => ({ value, label: say(facts[value].words) })),
                    ]}
                    onChange={(value) => {
                      setMark(value)
                    }}
                  />
                </label>
                {mayMark && (
                  <Button type="primary" disabled={chosen.length === 0} onClick={() => setMarking(true)}>
                    {chosen.length === 0 ? t('mark') : t('markSome', { count: chosen.length })}
                  </Button>
                )}
              </div>
              {rows.length === 0 ? (
                <Empty>{mark === '' ? t('nowhere') : t('none')}</Empty>
              ) : (
                <table className="list-table stack">
                  <thead>
                    <tr>
                      <th>
                        {mayMark ? (
                          <Checkbox
                            checked={rows.every(({ community }) => chosen.includes(community))}
                            onChange={({ target }) =>
                              choose(
                                rows.map(({ community }) => community),
                                target.checked,
                              )
                            }
                          >
                            {t('community')}
                          </Checkbox>
                        ) : (
                          t('community')
                        )}
                      </th>
                      <th>{t('marks')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <MarkedRow
                        key={row.community}
                        row={row}
                        chosen={chosen.includes(row.community)}
                        onChoose={mayMark ? (on) => choose([row.community], on) : undefined}
                      />
                    ))}
                  </tbody>
                </table>
              )}
              <Pager
                page={page}
                total={total}
                unit={(count) => t('unit', { count })}
                order={t('order')}
                busy={answer.isFetching}
                onPage={setPage}
              />
            </section>
            <Adds adds={adds} />
          </>
        )}
      </Asked>
      {marking && (
        <Suspense>
          <MarkForm
            place={place}
            communities={chosen}
            onClose={(saved) => {
              setMarking(false)
              if (saved) setChosen([])
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

function MarkedRow({ row, chosen, onChoose }: { row: Row; chosen: boolean; onChoose: ((on: boolean) => void) | undefined }) {
  const { t } = useTranslation('marks')
  const name = shortName(row.name)
  const yes = row.marks.filter(({ value }) => value === 'yes')
  return (
    <tr className={chosen ? 'on' : undefined}>
      <td>
        {onChoose ? (
          <Checkbox checked={chosen} onChange={({ target }) => onChoose(target.checked)}>
            {name}
          </Checkbox>
        ) : (
          name
        )}
      </td>
      <td data-label={t('marks')}>
        {yes.length === 0 && <span className="quiet">{row.marks.length === 0 ? t('unsaid') : t('plain')}</span>}
        <ul className="marks-of">
          {yes.map((mark) => (
            <Mark key={mark.mark} mark={mark} />
          ))}
        </ul>
      </td>
    </tr>
  )
}

function Mark({ mark: { mark, source, by, day } }: { mark: PlaceMark }) {
  const say = useSaying()
  const today = dayOf(useNow())
  return (
    <li>
      <Tag tone="accent">{say(facts[mark].words)}</Tag>{' '}
      <span className="quiet small">
        {source} · {by} {formatDay(day, today)}
      </span>
    </li>
  )
}
