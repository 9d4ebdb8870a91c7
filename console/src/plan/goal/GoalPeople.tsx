import { type GoalPart, listGoalPeople } from '@wangdi/domain/plan/goal/goal.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { DoorLink } from '../../lists/ways/DoorLink.tsx'
import { PersonLink } from '../../lists/ways/PersonLink.tsx'
import { ask } from '../../shell/call.ts'

const parts = ['asked', 'helped', 'transfers', 'in_time'] as const satisfies readonly GoalPart[]
const colours = ['red', 'yellow', 'green', 'unknown'] as const

/** Whom a figure of calls for help counts. */
export interface Called {
  readonly part: GoalPart
  readonly colour: (typeof colours)[number]
}

/** Reads from an address who is asked for; nothing where it asks for nobody. */
export function readCalled(search: object): Called | undefined {
  const asked = search as { part?: unknown; colour?: unknown }
  const part = parts.find((one) => one === asked.part)
  const colour = colours.find((one) => one === asked.colour)
  return part && colour ? { part, colour } : undefined
}

/** The people behind a figure of calls for help, with the way back to the figures alone. */
export function GoalPeople({ community, called: { part, colour } }: { community: string; called: Called }) {
  const { t } = useTranslation('goal')
  const [page, setPage] = usePage(community, part, colour)
  const answer = useQuery({ ...ask(listGoalPeople, { community, part, colour, page }), placeholderData: keepPreviousData })
  const title = `${t(`colours.${colour}`)} · ${t(`called.${part}`)}`
  return (
    <section className={`card goal-called ${answer.isPlaceholderData ? 'list-busy' : ''}`} aria-label={title}>
      <div className="card-head">
        <h2>{title}</h2>
        <Link className="end" to="/goal">
          {t('called.fold')}
        </Link>
      </div>
      <Asked answer={answer}>
        {({ rows, total }) => (
          <>
            {rows.length === 0 ? (
              <Empty>{t('called.nobody')}</Empty>
            ) : (
              <ul className="goal-people">
                {rows.map(({ person, name, dwelling, door }) => (
                  <li key={person}>
                    <PersonLink person={person} name={name} />{' '}
                    <span className="quiet small">
                      <DoorLink dwelling={dwelling} door={door} />
                    </span>
                  </li>
                ))}
              </ul>
            )}
            <Pager
              page={page}
              total={total}
              rows="goal-people"
              unit={(count) => t('called.unit', { count })}
              order={t('called.order')}
              busy={answer.isFetching}
              onPage={setPage}
            />
          </>
        )}
      </Asked>
    </section>
  )
}
