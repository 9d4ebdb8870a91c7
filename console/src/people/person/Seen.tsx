import { listLooks } from '@wangdi/domain/people/looks/looks.api.ts'
import { roles } from '@wangdi/domain/roles.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { locked } from '@wangdi/ui/marks/icons.ts'
import { dayOf, formatMoment } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

const size = 20

/** How many looked at somebody today; for whoever may know it, who looked, when, and by which way. */
export function Seen({ person, today }: { person: string; today: number }) {
  const { t } = useTranslation('person')
  const { access } = useSession()
  const [open, setOpen] = useState(false)
  return (
    <>
      <p className="person-seen small">
        <Icon of={locked} size={12} /> {t('seen', { count: Math.max(1, today) })}{' '}
        {'people.looks' in access && (
          <button type="button" className="w-link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'looks.hide' : 'looks.show')}
          </button>
        )}
      </p>
      {open && <Looks person={person} />}
    </>
  )
}

function Looks({ person }: { person: string }) {
  const { t } = useTranslation('person')
  const say = useSaying()
  const today = dayOf(useNow())
  const [page, setPage] = usePage(person)
  const answer = useQuery(ask(listLooks, { id: person, page, size }))
  return (
    <Asked answer={answer} rows={4} height={24}>
      {({ rows, total }) => (
        <>
          <ul className="person-looks small" aria-label={t('looks.title')}>
            {rows.map((look, at) => (
              <li key={`${look.at} ${at}`}>
                <time className="nowrap">{formatMoment(look.at, today)}</time> {look.name}
                {look.role in roles && <span className="quiet"> {say(roles[look.role as keyof typeof roles])}</span>}{' '}
                {say(look.words)}
              </li>
            ))}
          </ul>
          <Pager
            page={page}
            total={total}
            size={size}
            unit={(count) => t('looks.unit', { count })}
            order={t('looks.order')}
            onPage={setPage}
          />
        </>
      )}
    </Asked>
  )
}
