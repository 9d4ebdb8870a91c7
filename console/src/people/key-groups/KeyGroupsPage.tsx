import './key-groups.css'
import { ageGroups, type AgeGroup, keyGroups, type KeyGroup } from '@wangdi/domain/people/key-group.ts'
import { keyGroupCounts } from '@wangdi/domain/people/people.api.ts'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { PlaceName } from '../../shell/PlaceName.tsx'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import type { Group } from './group.ts'
import { GroupList } from './GroupList.tsx'

interface Count {
  readonly kind: KeyGroup | AgeGroup
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
  const asked = useSearch({ strict: false }) as { group?: unknown; shown?: unknown }
  const [group, setGroup] = useState<Group>(asked.group === 'all' ? 'all' : 'elder')
  const answer = useQuery(ask(keyGroupCounts, { place }))
  const counts = (answer.data?.groups ?? []) as Count[]
  const nameOf = (one: Group) =>
    one === 'civil-affairs' || one === 'all'
      ? t(one === 'all' ? 'everybody' : 'civilAffairs')
      : say(one in keyGroups ? keyGroups[one as KeyGroup] : ageGroups[one as AgeGroup])
  const part = (title: string, list: readonly Count[], first?: React.ReactNode) => (
    <tbody>
      <tr className="key-groups-part">
        <th colSpan={4} scope="rowgroup">
          {title}
        </th>
      </tr>
      {list.map((count) => (
        <GroupLine
          key={count.kind}
          count={count}
          name={nameOf(count.kind)}
          on={group === count.kind}
          onOpen={() => setGroup(count.kind)}
        />
      ))}
      {first}
    </tbody>
  )
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        {answer.data && (
          <span className="note">
            <PlaceName code={place} /> {formatNumber(answer.data.people)} {t('unit')}
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
                    counts.filter(({ kind }) => kind in keyGroups),
                    <tr className={group === 'civil-affairs' ? 'on' : undefined}>
                      <td colSpan={4}>
                        <button
                          type="button"
                          className="w-link"
                          aria-pressed={group === 'civil-affairs'}
                          onClick={() => setGroup('civil-affairs')}
                        >
                          {t('civilAffairs')}
                        </button>
                      </td>
                    </tr>,
                  )}
                </table>
                <p className="key-groups-lead quiet small">{t('choose')}</p>
              </>
            )}
          </Asked>
        </section>
        <GroupList
          key={`${place} ${group}`}
          place={place}
          group={group}
          name={nameOf(group)}
          first={asked.shown === 'review' ? 'review' : 'visits'}
          due={counts.find(({ kind }) => kind === group)?.review_due ?? 0}
        />
      </div>
    </>
  )
}

function GroupLine({ count, name, on, onOpen }: { count: Count; name: string; on: boolean; onOpen: () => void }) {
  const isMark = count.kind in keyGroups
  return (
    <tr className={on ? 'on' : undefined}>
      <td>
        <button type="button" className="w-link" aria-pressed={on} onClick={onOpen}>
          {name}
        </button>
      </td>
      <td className="figure">{formatNumber(count.people)}</td>
      <td className={count.review_due > 0 ? 'figure key-groups-due' : 'figure'}>
        {isMark ? formatNumber(count.review_due) : '—'}
      </td>
      <td className="figure">{isMark ? formatNumber(count.advised) : '—'}</td>
    </tr>
  )
}
