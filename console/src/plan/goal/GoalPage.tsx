import './goal.css'
import { type GoalPart, type GoalRow, readGoal } from '@wangdi/domain/plan/goal/goal.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Counted } from '../../lists/Counted.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { lookAt, useLookedAt } from '../../shell/looked-at.ts'
import { useSession } from '../../shell/session.ts'
import { GoalPeople, readCalled } from './GoalPeople.tsx'

const pageSize = 20
const communityDigits = 12
const tones = { red: 'not', yellow: 'due', green: 'done' } as const

/** 保健康、防重症: of the key persons of each colour, who is in contact, who was helped, who saw a doctor in time, who is not reached. */
export default function GoalPage() {
  const { t } = useTranslation('goal')
  const place = useLookedAt()
  const { access } = useSession()
  const called = readCalled(useSearch({ strict: false }))
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">{t('note')}</span>
        <div className="actions">
          <Link to="/plan">{t('plan')}</Link>
        </div>
      </div>
      {called && place.length === communityDigits && 'plan.goal-people' in access && (
        <GoalPeople key={`${place} ${called.part} ${called.colour}`} community={place} called={called} />
      )}
      <Board key={place} place={place} />
    </>
  )
}

function Board({ place }: { place: string }) {
  const { t } = useTranslation('goal')
  const [page, setPage] = usePage(place)
  const answer = useQuery({ ...ask(readGoal, { place, page, size: pageSize }), placeholderData: keepPreviousData })
  const many = place.length < communityDigits
  return (
    <Asked answer={answer}>
      {({ rows, total, leads }) => (
        <div className="list-stack">
          {!leads && <p className="goal-closed">{t('closed')}</p>}
          {rows.length === 0 && (
            <section className="card">
              <Empty>{t('nowhere')}</Empty>
            </section>
          )}
          {rows.map(({ community, name, goal }) => (
            <Community key={community} code={community} name={name} goal={goal} />
          ))}
          {many && rows.length > 0 && (
            <section className="card">
              <Pager
                page={page}
                total={total}
                size={pageSize}
                unit={(count) => t('unit', { count })}
                order={t('order')}
                busy={answer.isFetching}
                onPage={setPage}
              />
            </section>
          )}
        </div>
      )}
    </Asked>
  )
}

function Community({ code, name, goal }: { code: string; name: string; goal: readonly GoalRow[] }) {
  const { t } = useTranslation('goal')
  const { account, access } = useSession()
  return (
    <section className="card" aria-label={shortName(name)}>
      <div className="card-head">
        <h2>{shortName(name)}</h2>
        {'health.tier-list' in access && (
          <Link className="end" to="/tiers" onClick={() => lookAt(account.id, code)}>
            {t('ledger')}
          </Link>
        )}
      </div>
      {goal.length === 0 ? (
        <Empty>{t('none')}</Empty>
      ) : (
        <div className="list-scroll">
          <table className="list-table stack">
            <thead>
              <tr>
                <th>{t('colour')}</th>
                <th className="figure">{t('people')}</th>
                <th className="figure">{t('inRhythm')}</th>
                <th className="figure">{t('overdue')}</th>
                <th className="figure">{t('noAnswer')}</th>
                <th className="figure">{t('without')}</th>
                <th className="figure">{t('helped')}</th>
                <th className="figure">{t('inTime')}</th>
              </tr>
            </thead>
            <tbody>
              {goal.map((row) => (
                <Row key={row.colour ?? 'unknown'} row={row} community={code} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Row({ row, community }: { row: GoalRow; community: string }) {
  const { t } = useTranslation('goal')
  const { access } = useSession()
  const { colour } = row
  // Who sees the ledger of their own grids alone, or figures only, finds other rows there.
  const opens = 'health.tier-list' in access && access['health.tier-list'] !== 'grid'
  const whose = colour ? { colour } : { state: 'unknown' }
  const figure = (n: number, part: object, className?: string) =>
    opens ? (
      <Counted
        n={n}
        of={{ to: '/tiers', search: { ...whose, ...part }, rows: 'tiers', place: community }}
        {...(className && { className: `w-link ${className}` })}
      />
    ) : (
      <span className={className}>{formatNumber(n)}</span>
    )
  const called = (part: GoalPart) => {
    const search = { part, colour: colour ?? 'unknown' }
    if (!('plan.goal-people' in access)) return formatNumber(row[part])
    return <Counted n={row[part]} of={{ to: '/goal', search, rows: 'goal-people', place: community }} />
  }
  // Nobody asked is no zero: a dash.
  const share = (done: GoalPart, of: GoalPart) =>
    row[of] === 0 ? (
      '—'
    ) : (
      <>
        {called(done)}/{called(of)}
      </>
    )
  const bad = (n: number, part: object) => figure(n, part, n > 0 ? 'goal-bad' : undefined)
  return (
    <tr>
      <td>
        <Tag tone={colour ? tones[colour] : 'dashed'}>{t(`colours.${colour ?? 'unknown'}`)}</Tag>
      </td>
      <td className="figure" data-label={t('people')}>
        {figure(row.people, {})}
      </td>
      <td className="figure" data-label={t('inRhythm')}>
        {figure(row.in_rhythm, { contact: 'done' })}
      </td>
      <td className="figure" data-label={t('overdue')}>
        {bad(row.overdue, { contact: 'due' })}
      </td>
      <td className="figure" data-label={t('noAnswer')}>
        {bad(row.no_answer, { contact: 'no-answer' })}
      </td>
      <td className="figure" data-label={t('without')}>
        {bad(row.without_contact, { unvisited: true })}
      </td>
      <td className="figure" data-label={t('helped')}>
        {share('helped', 'asked')}
      </td>
      <td className="figure" data-label={t('inTime')}>
        {share('in_time', 'transfers')}
      </td>
    </tr>
  )
}
