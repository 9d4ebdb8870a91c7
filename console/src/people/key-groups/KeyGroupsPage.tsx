import './key-groups.css'
import { ageGroups, type AgeGroup, keyGroups, type KeyGroup } from '@wangdi/domain/people/key-group.ts'
import { keyGroupCounts } from '@wangdi/domain/people/people.api.ts'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useRouter, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Counted } from '../../lists/Counted.tsx'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { PlaceName } from '../../shell/PlaceName.tsx'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { type Group, readAsked, rowsOf, type Shown } from './group.ts'
import { GroupList } from './GroupList.tsx'

interface Count {
  readonly kind: KeyGroup | AgeGroup | 'civil-affairs'
  readonly people: number
  readonly review_due: number
  readonly advised: number
}

/** 重点人群: each group with its people, overdue reviews and advice; its list beside it. The old and the children are lists of their own. */
export default function KeyGroupsPage() {
  const { t } = useTranslation('key-groups')
  const say = useSaying()
  const place = useLookedAt()
  const { access } = useSession()
  const { routesByPath } = useRouter()
  const { group, shown } = readAsked(useSearch({ strict: false }))
  const answer = useQuery(ask(keyGroupCounts, { place }))
  const { data } = answer
  const counts = (data ? [...data.groups, { kind: 'civil-affairs', ...data.civil_affairs }] : []) as Count[]
  const nameOf = (one: Group) =>
    one === 'civil-affairs' || one === 'all'
      ? t(one === 'all' ? 'everybody' : 'civilAffairs')
      : say(one in keyGroups ? keyGroups[one as KeyGroup] : ageGroups[one as AgeGroup])
  const part = (title: string, list: readonly Count[]) => (
    <tbody>
      <tr className="key-groups-part">
        <th colSpan={4} scope="rowgroup">
          {title}
        </th>
      </tr>
      {list.map((count) => (
        <GroupLine key={count.kind} count={count} name={nameOf(count.kind)} on={group === count.kind} />
      ))}
    </tbody>
  )
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        {answer.data && (
          <span className="note">
            <PlaceName code={place} /> <Everybody n={answer.data.people} />
          </span>
        )}
        <div className="actions">
          {'health.tier-list' in access && '/tiers' in routesByPath && <Link to={'/tiers' as string}>{t('toTiers')} ›</Link>}
          {answer.data && (
            <StaleLine at={answer.dataUpdatedAt} onRefresh={() => void answer.refetch()} busy={answer.isFetching} />
          )}
        </div>
      </div>
      <div className="key-groups-layout">
        <section className="card" aria-label={t('label')}>
          <Asked answer={answer} rows={14} height={32}>
            {() => (
              <>
                <table className="list-table">
                  <thead>
                    <tr>
                      <th>{t('group')}</th>
                      <th className="figure">{t('people')}</th>
                      <th className="figure">{t('due')}</th>
                      <th className="figure">{t('advised')}</th>
                    </tr>
                  </thead>
                  {part(
                    t('ages'),
                    counts.filter(({ kind }) => kind in ageGroups),
                  )}
                  {part(
                    t('marks'),
                    counts.filter(({ kind }) => !(kind in ageGroups)),
                  )}
                </table>
                <p className="key-groups-lead quiet small">{t('choose')}</p>
              </>
            )}
          </Asked>
        </section>
        <GroupList
          key={`${place} ${group} ${shown}`}
          place={place}
          group={group}
          name={nameOf(group)}
          shown={shown}
          due={counts.find(({ kind }) => kind === group)?.review_due ?? 0}
        />
      </div>
    </>
  )
}

/** How many residents there are: opens all of them, where the own right does. */
function Everybody({ n }: { n: number }) {
  const { t } = useTranslation('key-groups')
  const { access } = useSession()
  const text = `${formatNumber(n)} ${t('unit', { count: n })}`
  if (!('people.search' in access) || access['people.search'] === 'grid') return text
  return (
    <Counted n={n} of={{ to: '/people', rows: 'people' }}>
      {text}
    </Counted>
  )
}

function GroupLine({ count, name, on }: { count: Count; name: string; on: boolean }) {
  const isMark = !(count.kind in ageGroups)
  const of = (shown: Shown) => ({ to: '/key-groups', search: { group: count.kind, shown }, rows: rowsOf[shown] })
  return (
    <tr className={on ? 'on' : undefined}>
      <td>
        <GroupLink group={count.kind} on={on}>
          {name}
        </GroupLink>
      </td>
      <td className="figure">
        <Counted n={count.people} of={of('all')} />
      </td>
      <td className={count.review_due > 0 ? 'figure key-groups-due' : 'figure'}>
        {isMark ? <Counted n={count.review_due} of={of('review')} /> : '—'}
      </td>
      <td className="figure">{isMark ? <Counted n={count.advised} of={of('advised')} /> : '—'}</td>
    </tr>
  )
}

function GroupLink({ group, on, children }: { group: Group; on: boolean; children: React.ReactNode }) {
  return (
    <Link to="/key-groups" search={{ group } as never} className="w-link" aria-current={on || undefined}>
      {children}
    </Link>
  )
}
