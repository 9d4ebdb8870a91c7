import '../observation.css'
import './queue.css'
import { readQueue } from '@wangdi/domain/observation/queue/queue.api.ts'
import { textOfGroup } from '@wangdi/domain/observation/queue/queue.rules.ts'
import { type Stage, stages } from '@wangdi/domain/observation/queue/queue.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { useKeys } from '../../lists/ways/keys.ts'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSession } from '../../shell/session.ts'
import { Find } from './Find.tsx'
import { Funnel } from './Funnel.tsx'
import { Groups } from './Groups.tsx'
import { People } from './People.tsx'
import { type Done, Outcome } from './side/Outcome.tsx'

const OfficeForm = lazy(() => import('./side/OfficeForm.tsx'))

/** 来返待办: where each arrival stands, in groups by origin and day; what is proposed, and a named person decides. */
export default function QueuePage() {
  const { t } = useTranslation('queue')
  const place = useLookedAt()
  const { access } = useSession()
  const mayDecide = 'observation.decide-arrivals' in access
  const navigate = useNavigate()
  const asked = (useSearch({ strict: false }) as { stage?: string }).stage
  const answer = useQuery({ ...ask(readQueue, { place }), placeholderData: keepPreviousData, refetchInterval: 60_000 })
  const [chosen, setChosen] = useState<string>()
  const [text, setText] = useState('')
  const [writing, setWriting] = useState(false)
  const [done, setDone] = useState<Done>()
  const { data } = answer
  const stage: Stage = stages.find((one) => one === asked) ?? (mayDecide ? 'decide' : 'checking')
  const groups = (data?.groups ?? []).filter((group) => group.stage === stage)
  const group =
    groups.find((one) => textOfGroup(one) === chosen) ?? (stage === 'decide' || stage === 'checking' ? groups[0] : undefined)
  const step = (by: number) => () => {
    const next = groups[groups.findIndex((one) => one === group) + by]
    if (text === '' && next) setChosen(textOfGroup(next))
  }
  useKeys({ j: step(1), k: step(-1) })
  const show = (to: Stage) => {
    setChosen(undefined)
    setText('')
    void navigate({ to: '/arrivals/queue' as never, search: { stage: to } as never, replace: true })
  }
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        {data && <span className="note">{t('lead', { all: formatNumber(data.stages.all) })}</span>}
        <div className="actions">
          {data && <StaleLine at={answer.dataUpdatedAt} onRefresh={() => void answer.refetch()} busy={answer.isFetching} />}
          {'observation.save-office' in access && <Button onClick={() => setWriting(true)}>{t('office.open')}</Button>}
        </div>
      </div>
      <Asked answer={answer} rows={8}>
        {(queue) => (
          <>
            <Funnel queue={queue} stage={stage} onStage={show} />
            <Find text={text} onText={setText} />
            {queue.stages.all === 0 ? (
              <section className="card">
                <Empty>{t('none.any')}</Empty>
              </section>
            ) : (
              <div className="queue-layout">
                {text === '' && (
                  <Groups
                    groups={groups}
                    stage={stage}
                    total={queue.stages[stage]}
                    chosen={group && textOfGroup(group)}
                    onChoose={setChosen}
                  />
                )}
                <People
                  key={text || (group ? textOfGroup(group) : stage)}
                  place={place}
                  stage={stage}
                  group={group}
                  text={text}
                  outcome={done && <Outcome done={done} place={place} onClose={() => setDone(undefined)} />}
                  onDone={setDone}
                  onWriteOffice={() => setWriting(true)}
                />
              </div>
            )}
          </>
        )}
      </Asked>
      {writing && (
        <Suspense>
          <OfficeForm place={place} onClose={() => setWriting(false)} />
        </Suspense>
      )}
    </>
  )
}
