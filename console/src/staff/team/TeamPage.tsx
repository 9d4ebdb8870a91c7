import '../staff.css'
import { posts, type TeamMember } from '@wangdi/domain/staff/team/team.ts'
import { readTeam } from '@wangdi/domain/staff/team/team.api.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { warning } from '@wangdi/ui/marks/icons.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { rowsSaid } from '../../lists/Counted.tsx'
import { OfCommunity } from '../../lists/ChooseCommunity.tsx'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { Chain } from './Chain.tsx'
import { HeldTable, MemberTable } from './MemberTable.tsx'

const MemberForm = lazy(() => import('./MemberForm.tsx'))
const EndForm = lazy(() => import('./EndForm.tsx'))

/** What is being done on the page. */
type Act = { do: 'save'; member: TeamMember | undefined } | { do: 'end'; member: TeamMember }

/** 防控工作组: who holds which post in a community, what is empty, and the secretaries above. */
export default function TeamPage() {
  const { t } = useTranslation('team')
  return <OfCommunity title={t('title')}>{(community) => <Team key={community} community={community} />}</OfCommunity>
}

function Team({ community }: { community: string }) {
  const { t } = useTranslation('team')
  const say = useSaying()
  const { access, account } = useSession()
  const [act, setAct] = useState<Act>()
  const answer = useQuery(ask(readTeam, { community }))
  // Above the county nobody below is named.
  const may = 'staff.save-member' in access && account.place.length >= 6
  const close = () => setAct(undefined)
  // What the plan counts as left: whose duty is not written down.
  const withoutDuty = (useSearch({ strict: false }) as { show?: unknown }).show === 'without-duty'
  const named = (of: readonly (keyof typeof posts)[]) => of.map((post) => say(posts[post])).join(t('comma'))
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <div className="actions">
          {answer.data && (
            <StaleLine at={answer.dataUpdatedAt} onRefresh={() => void answer.refetch()} busy={answer.isFetching} />
          )}
          {may && (
            <Button type="primary" onClick={() => setAct({ do: 'save', member: undefined })}>
              {t('add')}
            </Button>
          )}
        </div>
      </div>
      <Asked answer={answer} rows={6}>
        {({ members: all, held, empty, withoutDeputy, chain }) => {
          const members = withoutDuty ? all.filter(({ duty }) => duty === '') : all
          return (
            <div className="list-layout">
              <section
                className="card"
                aria-label={t('label')}
                {...rowsSaid(withoutDuty ? 'posts-without-duty' : 'members', members.length)}
              >
                {withoutDuty && (
                  <p className="staff-warning">
                    {t('withoutDuty')} <Link to="/team">{t('whole')}</Link>
                  </p>
                )}
                {empty.length > 0 && (
                  <p className="staff-warning">
                    <Icon of={warning} /> {t('empty', { posts: named(empty) })}
                  </p>
                )}
                {withoutDeputy.length > 0 && (
                  <p className="staff-warning">
                    <Icon of={warning} /> {t('withoutDeputy', { posts: named(withoutDeputy) })}
                  </p>
                )}
                {members.length === 0 && held.length > 0 && !withoutDuty ? (
                  <HeldTable held={held} />
                ) : members.length === 0 ? (
                  <Empty>{t(withoutDuty ? 'noneWithout' : 'none')}</Empty>
                ) : (
                  <MemberTable
                    members={members}
                    onChange={may ? (member) => setAct({ do: 'save', member }) : undefined}
                    onEnd={may ? (member) => setAct({ do: 'end', member }) : undefined}
                  />
                )}
              </section>
              <Chain chain={chain} />
            </div>
          )
        }}
      </Asked>
      {act && (
        <Suspense>
          {act.do === 'save' && <MemberForm place={community} member={act.member} onClose={close} />}
          {act.do === 'end' && <EndForm member={act.member} onClose={close} />}
        </Suspense>
      )}
    </>
  )
}
