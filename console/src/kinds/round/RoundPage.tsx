import '../kinds.css'
import { wordsFor } from '@wangdi/domain/counted/units.ts'
import { roundVerbs, standingsOfKind, type TargetRow, type TurnCoverage } from '@wangdi/domain/kinds/round/round.api.ts'
import type { RoundKind } from '@wangdi/domain/kinds/round/round.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../../lists/Asked.tsx'
import { Pager, pageSize } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { PaperActions } from '../paper/PaperActions.tsx'
import { StandingMark, wordsOfStanding } from './StandingMark.tsx'
import { ListFilters } from '../list/ListFilters.tsx'
import { useCountedPart } from '../list/counted-part.ts'
import { TargetPanel } from './TargetPanel.tsx'

interface Listed {
  readonly rows: Static<typeof TargetRow>[]
  readonly total: number
  readonly turn: Static<typeof TurnCoverage>
}

const figureOf = ({ due, done, notReached, exceptions }: Listed['turn'], show: string): number =>
  ({ all: due, done, 'not-reached': notReached })[show] ?? exceptions[show] ?? 0

/**
 * A round: how far this turn has come, each figure opens those who stand so; one of them beside, to be recorded. Who is shown may stand in
 * the address.
 */
export function RoundPage({ kind }: { kind: RoundKind }) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const place = useLookedAt()
  const today = dayOf(useNow())
  const verbs = useMemo(() => roundVerbs(kind), [kind])
  const { show: asked } = useSearch({ strict: false }) as { show?: unknown }
  const [show, setShow] = useState(standingsOfKind(kind).find((one) => one === asked) ?? 'all')
  const [opened, setOpened] = useState<string>()
  const { part, leave } = useCountedPart()
  const [page, setPage] = usePage(place, show, part)
  const answer = useQuery({
    ...ask(verbs.see, { place, page, size: pageSize, ...(part ? { show: 'all', counted: part } : { show }) }),
    placeholderData: keepPreviousData,
  })
  const data = answer.data as Listed | undefined
  const list = kind.name.replace('.', '-')
  const shownWords = wordsOfStanding(kind, show)
  const standingWords = shownWords ? say(shownWords) : t('round.all', { n: '' }).trim()
  return (
    <>
      <div className="title">
        <h1>{say(kind.words)}</h1>
        <p className="quiet">
          {data &&
            t(data.turn.from === data.turn.to ? 'round.turnOfDay' : 'round.turn', {
              from: formatDay(data.turn.from, today),
              to: formatDay(data.turn.to, today),
            })}
        </p>
        <div className="actions">
          {!part && (
            <PaperActions
              kind={kind}
              list={{ place, show, shown: standingWords, choices: {}, count: String(data?.total ?? '') }}
            />
          )}
        </div>
      </div>
      <div className={opened ? 'list-layout kinds-layout' : 'list-layout alone'}>
        <section className="card" aria-label={say(kind.words)}>
          <ListFilters
            list={list}
            chips={['all', ...standingsOfKind(kind)].map((one) => {
              const n = data && figureOf(data.turn, one)
              const words = wordsOfStanding(kind, one)
              return { show: one, n, label: words ? `${say(words)} ${n ?? ''}` : t('round.all', { n: n ?? '' }) }
            })}
            show={part ? undefined : show}
            counted={part}
            onShow={(one) => {
              leave()
              setShow(one)
            }}
          />
          <Asked answer={{ ...answer, data }}>
            {({ rows, total, turn }) => (
              <>
                {rows.length === 0 && <Empty>{turn.due === 0 ? t('round.noTargets') : t('round.none')}</Empty>}
                {rows.length > 0 && (
                  <table className="list-table stack">
                    <thead>
                      <tr>
                        <th>{t('round.what')}</th>
                        <th>{t('state')}</th>
                        <th>{t('round.last')}</th>
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
                          <td data-label={t('state')}>
                            <StandingMark kind={kind} standing={row.standing} />
                          </td>
                          <td data-label={t('round.last')}>{row.last_on ? formatDay(row.last_on, today) : t('round.never')}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                )}
                <Pager
                  page={page}
                  total={total}
                  rows={`${list}-${part ? `counted-${part}` : show}`}
                  unit={(count) => say(wordsFor(kind.unit, count))}
                  order={t('round.order')}
                  onPage={setPage}
                />
              </>
            )}
          </Asked>
        </section>
        {opened && <TargetPanel key={opened} kind={kind} verbs={verbs} id={opened} onClose={() => setOpened(undefined)} />}
      </div>
    </>
  )
}
