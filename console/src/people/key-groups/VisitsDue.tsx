import type { AgeGroup, KeyGroup } from '@wangdi/domain/people/key-group.ts'
import { readDue } from '@wangdi/domain/rounds/rounds.api.ts'
import { resultSaid } from '@wangdi/domain/rounds/rounds.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { DoorLink } from '../../lists/ways/DoorLink.tsx'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import type { Group } from './group.ts'

type Due = Static<typeof readDue.reply>['rows'][number]

/** The visits due today to people of a group, with `tried` also where nobody was met; nothing is asked above the community, nor for who may not see them. */
export function useVisitsDue(place: string, group: Group, { page, tried }: { page: number; tried: boolean }) {
  const { access } = useSession()
  const of = group === 'all' ? {} : group === 'civil-affairs' ? { civil_affairs: true } : { group: group as KeyGroup | AgeGroup }
  return useQuery({
    ...ask(readDue, { community: place, ...of, page, ...(tried && { tried }) }),
    placeholderData: keepPreviousData,
    enabled: place.length === 12 && 'rounds.due' in access,
  })
}

/** Doors to go to today for a group: whom to see, since when it is due, what the last visit found. */
export function VisitsDue({ rows, group, onOpen }: { rows: readonly Due[]; group: string; onOpen: (id: string) => void }) {
  const { t } = useTranslation('key-groups')
  const say = useSaying()
  const today = dayOf(useNow())
  if (rows.length === 0) return <Empty>{t('noVisits', { group })}</Empty>
  return (
    <div className="list-scroll">
      <table className="list-table stack">
        <thead>
          <tr>
            <th>{t('whom')}</th>
            <th>{t('door')}</th>
            <th>{t('dueOn')}</th>
            <th>{t('lastVisit')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ dwelling, door, persons, why, dueOn, notBefore, last }) => (
            <tr key={dwelling}>
              <td>
                {persons.map(({ id, name }) => (
                  <button key={id} type="button" className="w-link list-name" onClick={() => onOpen(id)}>
                    {name}
                  </button>
                ))}
              </td>
              <td>
                <DoorLink dwelling={dwelling} door={door} />
              </td>
              <td className="nowrap">
                {dueOn < today ? <Tag tone="due">{t('since', { day: formatDay(dueOn, today) })}</Tag> : t('today')}
                {why === 'again' && notBefore && (
                  <span className="quiet small"> {t('again', { at: formatMoment(notBefore, today) })}</span>
                )}
              </td>
              <td className={last ? 'nowrap' : 'quiet'}>
                {last ? `${formatMoment(last.at, today)} ${say(resultSaid(last))}` : t('never')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
